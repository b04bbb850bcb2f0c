// interpolate(x, point: result, ..., else: result). Its points are figures that go one way, or the five
// targets of the row in their order, which a rule may ask for only where the row has them (`scaled`): so no
// two points are equal and nothing is divided by 0. Results fall from point to point.
#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"

namespace jixiao::rulepack {

using number::Rational;
using Type = Fragment::Type;

bool Compiler::points_in_order(Node const& node, bool& of_scale) {
  std::size_t const last = node.children.size() - 1;
  std::size_t const points = (last - 1) / 2;
  if (points < 2 || points > most_points) {
    report(findings::expression_point_count, node, {std::to_string(most_points), std::to_string(points)});
    return false;
  }
  bool falling = false;
  for (std::size_t i = 1; i < last; i += 2) {
    Node const& here = child(node, i);
    Name const name = here.kind == Node::Kind::name ? find_name(here.text) : Name{};
    auto const step =
        static_cast<std::size_t>(name.field) - static_cast<std::size_t>(model::NumberField::target_1);
    bool const is_target =
        name.kind == Name::Kind::number && step == (i - 1) / 2 && step < model::scale_steps;
    of_scale = i == 1 ? is_target : of_scale;
    auto const& value = value_of(here);
    if (of_scale ? !is_target || points != model::scale_steps : !value) {
      report(findings::expression_point_kind, here, {text_of(here)});
      return false;
    }
    if (of_scale || i == 1) {
      continue;
    }
    Node const& before = child(node, i - 2);
    Rational const& previous = *value_of(before);
    falling = i == 3 ? *value < previous : falling;
    if (*value == previous || (*value < previous) != falling) {
      report(findings::expression_point_order, here, {text_of(here), text_of(before)});
      return false;
    }
  }
  return true;
}

bool Compiler::results_in_order(Node const& node, std::vector<Rational>& results) {
  std::size_t const last = node.children.size() - 1;
  for (std::size_t i = 2; i < last; i += 2) {
    Node const& here = child(node, i);
    auto const& value = value_of(here);
    if (!value) {
      report(findings::expression_result_kind, here, {text_of(here)});
      return false;
    }
    if (!results.empty() && !(*value < results.back())) {
      report(findings::expression_result_order, here, {text_of(here), text_of(child(node, i - 2))});
      return false;
    }
    results.push_back(*value);
  }
  // Worse than the last point earns no more than the last point.
  Node const& otherwise = child(node, last);
  bool const is_interval =
      otherwise.kind == Node::Kind::operation && otherwise.operation == grammar::Operator::interval;
  auto const& most = value_of(is_interval ? child(otherwise, 1) : otherwise);
  if (!most) {
    report(findings::expression_result_kind, otherwise, {text_of(otherwise)});
    return false;
  }
  if (results.back() < *most) {
    report(findings::expression_result_order, otherwise,
           {text_of(otherwise), text_of(child(node, last - 1))});
    return false;
  }
  return true;
}

Fragment Compiler::interpolation(Node const& node) {
  std::size_t const last = node.children.size() - 1;
  Fragment result = take_plain_number(node, 0);
  Fragment otherwise = take_number(node, last);
  bool of_scale = false;
  std::vector<Rational> results;
  if (result.type == Type::broken || otherwise.type == Type::broken || !points_in_order(node, of_scale)
      || !results_in_order(node, results)) {
    return {};
  }
  FormulaUnits units = otherwise.units;
  settle(result);
  for (std::size_t i = 1; i < last; i += 2) {
    Fragment point = take_number(node, i);
    Fragment const& value = fragments_[node.children[i + 1]];
    if (!agree(result, child(node, 0), point, child(node, i))
        || !agree(otherwise, child(node, last), value, child(node, i + 1))) {
      return {};
    }
    units = common(units, value.units);
    settle(point);
    result.append(std::move(point), static_cast<std::uint32_t>((i + 1) / 2), 0);
  }
  Type const type = otherwise.type;
  settle(otherwise);
  result.append(std::move(otherwise), static_cast<std::uint32_t>(results.size() + 1), 0);
  result.put(Code::interpolate, static_cast<std::uint8_t>(results.size()),
             static_cast<std::int16_t>(program_.scales.size()));
  result.type = type;
  result.units = units;
  program_.scales.push_back(std::move(results));
  return result;
}

} // namespace jixiao::rulepack
