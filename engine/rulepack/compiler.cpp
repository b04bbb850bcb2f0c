#include "engine/rulepack/compiler.hpp"

#include "engine/number/decimal.hpp"
#include "engine/rulepack/expression_findings.hpp"

#include <cassert>

namespace jixiao::rulepack {

using grammar::Operator;
using number::Rational;
using Type = Fragment::Type;

namespace {

constexpr std::size_t code_limit = 4096; // instructions; jumps are 16 bits wide

Rational fold(Code code, Rational const& left, Rational const& right) {
  switch (code) {
  case Code::add: return left + right;
  case Code::subtract: return left - right;
  case Code::multiply: return left * right;
  default: assert(code == Code::divide); return left / right;
  }
}

} // namespace

Compiler::Compiler(Program& program, grammar::ExpressionTree const& tree, diagnostic::Place where,
                   std::span<Input const> inputs)
    : program_(program), tree_(tree), where_(where), inputs_(inputs), fragments_(tree.nodes.size()),
      values_(tree.nodes.size()), parents_(tree.nodes.size(), nullptr), users_(tree.nodes.size()) {
  for (Node const& node : tree.nodes) {
    for (std::uint32_t const index : node.children) {
      parents_[index] = &node;
      ++users_[index];
    }
  }
}

bool Compiler::run(Want want) {
  for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
    fragments_[i] = compile(tree_.nodes[i]);
    values_[i] = fragments_[i].value;
    if (!within_limits(fragments_[i])) {
      return false;
    }
  }
  Node const& root = tree_.nodes.back();
  Fragment result = std::move(fragments_.back());
  result =
      want == Want::truth ? demand_truth(std::move(result), root) : demand_number(std::move(result), root);
  if (result.type == Type::broken) {
    return false;
  }
  if (want == Want::number && !result.units.free && !result.units.is_ratio()) {
    report(findings::expression_share_dimension, root, {as_text(result.units)});
    return false;
  }
  finish(std::move(result), want);
  return findings_.empty();
}

void Compiler::finish(Fragment&& root, Want want) {
  settle(root);
  program_.want = want;
  program_.code = std::move(root.code);
  program_.divisions = std::move(root.divisions);
  program_.branches = std::move(root.branches);
  program_.operands = std::move(root.operands);
  program_.mentions_of = root.mentions;
  for (Rational const& constant : program_.constants) {
    program_.sets.push_back(number::Interval::point(constant));
  }
  for (Instruction const& each : program_.code) {
    program_.makes_intervals = program_.makes_intervals || each.code == Code::interval;
    bool const compares = each.code >= Code::equal && each.code <= Code::in;
    program_.may_jump =
        program_.may_jump || compares || each.code == Code::round || each.code == Code::interpolate;
    if (each.code == Code::truth_field) {
      program_.truths_used |= 1U << each.field;
    } else if (each.code == Code::word_is || each.code == Code::word_is_not) {
      program_.words_used |= 1U << each.field;
    }
  }
}

bool Compiler::within_limits(Fragment const& fragment) {
  if (fragment.numbers <= number_stack && fragment.truths <= truth_stack && fragment.choices <= open_choices
      && fragment.code.size() <= code_limit) {
    return true;
  }
  report(findings::expression_too_complex, tree_.nodes.back());
  return false;
}

Fragment Compiler::compile(Node const& node) {
  switch (node.kind) {
  case Node::Kind::number: return number(node);
  case Node::Kind::name: return name(node);
  case Node::Kind::operation: break;
  }
  switch (node.operation) {
  case Operator::add: return arithmetic(node, Code::add);
  case Operator::subtract: return arithmetic(node, Code::subtract);
  case Operator::multiply: return arithmetic(node, Code::multiply);
  case Operator::divide: return arithmetic(node, Code::divide);
  case Operator::negate: return negation(node);
  case Operator::equal: return comparison(node, Code::equal);
  case Operator::not_equal: return comparison(node, Code::not_equal);
  case Operator::less: return comparison(node, Code::less);
  case Operator::less_equal: return comparison(node, Code::less_equal);
  case Operator::greater: return comparison(node, Code::greater);
  case Operator::greater_equal: return comparison(node, Code::greater_equal);
  case Operator::logical_and: return logic(node, Code::skip_if_no, Code::both);
  case Operator::logical_or: return logic(node, Code::skip_if_yes, Code::either);
  case Operator::logical_not: return inversion(node);
  case Operator::choose: return choice(node);
  case Operator::in: return in_range(node);
  case Operator::call: return call(node);
  case Operator::interval: return interval(node);
  case Operator::bands: return bands(node);
  case Operator::interpolate: return interpolation(node);
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

Fragment Compiler::number(Node const& node) {
  Fragment result;
  auto const decimal = number::Decimal::parse(node.text);
  if (!decimal) {
    report(findings::expression_number_limit, node, {std::to_string(number::DecimalLimits{}.digits)});
    return result;
  }
  result.type = Type::number;
  // 90% says that it is a share of something; 0 and 1.2 take the dimension of what they stand beside.
  result.units.free = !node.percent;
  result.value = node.percent ? decimal->rational() / Rational(100) : decimal->rational();
  return result;
}

Fragment Compiler::name(Node const& node) {
  Fragment result;
  Name const found = find_name(node.text);
  switch (found.kind) {
  case Name::Kind::yes:
  case Name::Kind::no:
    result.type = Type::truth;
    result.truths = 1;
    result.put(
        Code::truth_constant, 0,
        static_cast<std::int16_t>(found.kind == Name::Kind::yes ? model::Truth::yes : model::Truth::no));
    return result;
  case Name::Kind::truth:
    result.type = Type::truth;
    result.truths = 1;
    result.put(Code::truth_field, found.field);
    return result;
  case Name::Kind::word:
    result.type = Type::field;
    result.word_field = found.field;
    return result;
  case Name::Kind::number:
    return field(node, found.field, units_of(static_cast<model::NumberField>(found.field)),
                 Mention::Formula::field);
  case Name::Kind::sugar: return formula(node, found);
  case Name::Kind::unknown: break;
  }
  for (Input const& input : inputs_) {
    if (input.id == node.text) {
      FormulaUnits const units{0, 0, input.kind == Input::Kind::money ? 1 : 0, false};
      return field(node, static_cast<std::uint8_t>(input.field), units, Mention::Formula::input);
    }
  }
  result.type = Type::name;
  return result;
}

Fragment Compiler::field(Node const& node, std::uint8_t field, FormulaUnits units, Mention::Formula formula) {
  Fragment result;
  result.type = Type::number;
  result.numbers = 1;
  result.put(Code::number_field, field);
  result.mentions[field] = 1;
  result.units = units;
  Mention read;
  read.formula = formula;
  read.field = static_cast<model::NumberField>(field);
  mention(node, read);
  return result;
}

Fragment Compiler::formula(Node const& node, Name name) {
  Fragment result;
  auto const actual = static_cast<std::uint8_t>(model::NumberField::actual);
  auto const target = static_cast<std::uint8_t>(model::NumberField::target);
  result.type = Type::number;
  result.numbers = 2;
  result.mentions[actual] = 1;
  result.mentions[target] = 1;
  result.put(Code::number_field, actual);
  result.put(Code::number_field, target);
  auto const append = [&](Rational const& figure, Code code) {
    Fragment constant;
    constant.type = Type::number;
    constant.value = figure;
    settle(constant);
    result.append(std::move(constant), 1, 0);
    result.put(code);
  };
  Mention read;
  switch (static_cast<Sugar>(name.field)) {
  case Sugar::attainment: read.formula = Mention::Formula::attainment; break;
  case Sugar::deviation: read.formula = Mention::Formula::deviation; break;
  case Sugar::deviation_rate: read.formula = Mention::Formula::deviation_rate; break;
  case Sugar::percentage_points: read.formula = Mention::Formula::percentage_points; break;
  }
  mention(node, read);
  switch (read.formula) {
  case Mention::Formula::deviation:
    result.units = units_of(model::NumberField::actual);
    result.put(Code::subtract);
    return result;
  case Mention::Formula::percentage_points:
    // A plain number of points: 0.5 points of the score for each of them is a product.
    result.units.free = true;
    result.put(Code::subtract);
    append(Rational(100), Code::multiply);
    program_.in_points = true;
    program_.compares_measures = true;
    return result;
  default: break;
  }
  result.divisions.push_back({static_cast<std::uint32_t>(result.code.size()), node.span});
  result.put(Code::divide);
  if (read.formula == Mention::Formula::deviation_rate) {
    // (actual - target) / target with the target standing once: exact over intervals, too.
    append(Rational(1), Code::subtract);
  }
  return result;
}

void Compiler::mention(Node const& node, Mention mention) {
  mention.span = node.span;
  Node const* const parent = parents_[static_cast<std::size_t>(&node - tree_.nodes.data())];
  if (parent == nullptr) {
    mention.alone = true;
  } else {
    switch (parent->operation) {
    case Operator::add:
    case Operator::subtract:
    case Operator::multiply:
    case Operator::divide:
    case Operator::negate: break;
    default: mention.alone = true;
    }
  }
  program_.mentions.push_back(mention);
}

Fragment Compiler::arithmetic(Node const& node, Code code) {
  Fragment left = take_number(node, 0);
  Fragment right = take_number(node, 1);
  if (left.type == Type::broken || right.type == Type::broken) {
    return {};
  }
  bool const sum = code == Code::add || code == Code::subtract;
  if (sum && !agree(left, child(node, 0), right, child(node, 1))) {
    return {};
  }
  FormulaUnits const units = sum                      ? common(left.units, right.units)
                             : code == Code::multiply ? product(left.units, right.units)
                                                      : quotient(left.units, right.units);
  if (code == Code::divide && right.value && right.value->is_zero()) {
    report(findings::expression_divides_by_zero, child(node, 1), {text_of(child(node, 1))});
    return {};
  }
  Fragment result;
  result.units = units;
  result.type = left.type == Type::interval || right.type == Type::interval ? Type::interval : Type::number;
  if (left.value && right.value) {
    result.value = fold(code, *left.value, *right.value);
    return result;
  }
  settle(left);
  settle(right);
  Type const type = result.type;
  result = std::move(left);
  result.type = type;
  result.units = units;
  result.value.reset();
  result.append(std::move(right), 1, 0);
  if (code == Code::divide) {
    result.divisions.push_back({static_cast<std::uint32_t>(result.code.size()), node.span});
  }
  result.put(code);
  return result;
}

Fragment Compiler::negation(Node const& node) {
  Fragment result = take_number(node, 0);
  if (result.value) {
    result.value = -*result.value;
  } else if (result.type != Type::broken) {
    result.put(Code::negate);
  }
  return result;
}

} // namespace jixiao::rulepack
