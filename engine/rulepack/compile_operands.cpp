// What a node of the tree may stand beside: types, dimensions, order of ends, and how a misfit is reported.
#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "grammar/text.hpp"

namespace jixiao::rulepack {

using Type = Fragment::Type;

diagnostic::Place place_in(diagnostic::Place where, std::string_view text, grammar::ByteSpan span) {
  auto const begin = static_cast<std::uint32_t>(grammar::character_offset(text, span.begin));
  auto const end = static_cast<std::uint32_t>(grammar::character_offset(text, span.end));
  if (where.column != 0) {
    where.column += begin;
  }
  where.begin = begin;
  where.end = end;
  return where;
}

void Compiler::settle(Fragment& fragment) {
  if (!fragment.value) {
    return;
  }
  std::size_t index = 0;
  while (index < program_.constants.size() && !(program_.constants[index] == *fragment.value)) {
    ++index;
  }
  if (index == program_.constants.size()) {
    program_.constants.push_back(*fragment.value);
  }
  fragment.put(Code::constant, 0, static_cast<std::int16_t>(index));
  fragment.numbers = 1;
  fragment.value.reset();
}

Fragment Compiler::take(Node const& node, std::size_t index) {
  std::uint32_t const child = node.children[index];
  if (users_[child] > 1) {
    return fragments_[child];
  }
  return std::move(fragments_[child]);
}

Fragment Compiler::take_truth(Node const& node, std::size_t index) {
  return demand_truth(take(node, index), child(node, index));
}

Fragment Compiler::take_number(Node const& node, std::size_t index) {
  return demand_number(take(node, index), child(node, index));
}

Fragment Compiler::take_plain_number(Node const& node, std::size_t index) {
  Fragment result = take_number(node, index);
  if (result.type == Type::interval) {
    report(findings::expression_interval_misplaced, child(node, index), {text_of(child(node, index))});
    return {};
  }
  return result;
}

Fragment Compiler::demand_truth(Fragment&& fragment, Node const& node) {
  switch (fragment.type) {
  case Type::truth:
  case Type::broken: return std::move(fragment);
  case Type::number:
  case Type::interval: report(findings::expression_needs_truth, node, {text_of(node)}); break;
  case Type::field:
    report(findings::expression_word_alone, node,
           {node.text, words_as_text(static_cast<model::WordField>(fragment.word_field))});
    break;
  case Type::name: report(findings::expression_unknown_name, node, {node.text, names_like(node.text)}); break;
  }
  return {};
}

Fragment Compiler::demand_number(Fragment&& fragment, Node const& node) {
  switch (fragment.type) {
  case Type::number:
  case Type::interval:
  case Type::broken: return std::move(fragment);
  case Type::truth: report(findings::expression_needs_number, node, {text_of(node)}); break;
  case Type::field:
    report(findings::expression_word_alone, node,
           {node.text, words_as_text(static_cast<model::WordField>(fragment.word_field))});
    break;
  case Type::name: report(findings::expression_unknown_name, node, {node.text, names_like(node.text)}); break;
  }
  return {};
}

bool Compiler::agree(Fragment const& left, Node const& left_node, Fragment const& right,
                     Node const& right_node) {
  if (!fit(left.units, right.units)) {
    report(findings::expression_dimensions, right_node,
           {text_of(left_node), as_text(left.units), text_of(right_node), as_text(right.units)});
    return false;
  }
  bool const plain_beside_measure =
      left.units.free != right.units.free && !common(left.units, right.units).is_ratio();
  auto const& plain = value_of(left.units.free ? left_node : right_node);
  if (plain_beside_measure && !(plain && plain->is_zero())) {
    program_.compares_measures = true;
  }
  return true;
}

bool Compiler::ends_in_order(Node const& low, Node const& high, bool may_be_equal) {
  auto const& from = value_of(low);
  auto const& to = value_of(high);
  if (!from || !to || *from < *to || (*from == *to && may_be_equal)) {
    return true;
  }
  report(findings::expression_interval_reversed, low, {text_of(low), text_of(high)});
  return false;
}

std::string Compiler::text_of(Node const& node) const {
  return program_.text.substr(node.span.begin, node.span.size());
}

void Compiler::report(diagnostic::Code const& code, Node const& node, std::vector<std::string> arguments) {
  findings_.push_back(
      diagnostic::make(code, place_in(where_, program_.text, node.span), std::move(arguments)));
}

} // namespace jixiao::rulepack
