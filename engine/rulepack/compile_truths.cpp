#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"

namespace jixiao::rulepack {

using Type = Fragment::Type;

namespace {

std::uint8_t end_flags(grammar::ExpressionNode const& node) {
  return static_cast<std::uint8_t>((node.low_closed ? low_end_closed : 0)
                                   | (node.high_closed ? high_end_closed : 0));
}

/// Whether `node` is an operand of its own: `and`, `or` and what inverts them are counted by their operands.
bool is_operand(std::vector<grammar::ExpressionNode> const& nodes, grammar::ExpressionNode const* node) {
  while (node->kind == grammar::ExpressionNode::Kind::operation
         && node->operation == grammar::Operator::logical_not) {
    node = &nodes[node->children[0]];
  }
  return node->kind != grammar::ExpressionNode::Kind::operation
         || (node->operation != grammar::Operator::logical_and
             && node->operation != grammar::Operator::logical_or);
}

} // namespace

Fragment Compiler::comparison(Node const& node, Code code) {
  Type const left_type = fragments_[node.children[0]].type;
  Type const right_type = fragments_[node.children[1]].type;
  bool const equality = code == Code::equal || code == Code::not_equal;
  if (equality && left_type == Type::field) {
    return word_comparison(node, take(node, 0), code == Code::equal);
  }
  if (left_type == Type::field || right_type == Type::field) {
    // One finding for the field; what stands beside it is probably a word.
    (void)take_number(node, left_type == Type::field ? 0 : 1);
    return {};
  }
  if (left_type == Type::truth || right_type == Type::truth) {
    // `met = true` says nothing that `met` does not, and `=` between truths is read in two ways.
    report(findings::expression_truth_compared, child(node, left_type == Type::truth ? 0 : 1),
           {text_of(child(node, left_type == Type::truth ? 0 : 1))});
    return {};
  }
  Fragment left = take_plain_number(node, 0);
  Fragment right = take_plain_number(node, 1);
  if (left.type == Type::broken || right.type == Type::broken
      || !agree(left, child(node, 0), right, child(node, 1))) {
    return {};
  }
  settle(left);
  settle(right);
  Fragment result = std::move(left);
  result.append(std::move(right), 1, 0);
  result.type = Type::truth;
  result.truths = std::max(result.truths, 1U);
  result.put(code);
  return result;
}

Fragment Compiler::word_comparison(Node const& node, Fragment const& field, bool is) {
  auto const which = static_cast<model::WordField>(field.word_field);
  Node const& right = child(node, 1);
  // A word may be spelled like a field (`level = met`): the field on the left decides what it is.
  auto const number = right.kind == Node::Kind::name ? find_word(which, right.text) : std::nullopt;
  if (!number) {
    report(findings::expression_unknown_word, right,
           {text_of(right), std::string(model::name(which)), words_as_text(which)});
    return {};
  }
  Fragment result;
  result.type = Type::truth;
  result.truths = 1;
  result.put(is ? Code::word_is : Code::word_is_not, field.word_field, static_cast<std::int16_t>(*number));
  return result;
}

Fragment Compiler::logic(Node const& node, Code skip, Code join) {
  Fragment left = take_truth(node, 0);
  Fragment right = take_truth(node, 1);
  if (left.type == Type::broken || right.type == Type::broken) {
    return {};
  }
  Fragment result = std::move(left);
  auto const put = [&](Node const& operand, Code code, std::int16_t argument) {
    if (is_operand(tree_.nodes, &operand)) {
      result.operands.push_back({static_cast<std::uint32_t>(result.code.size()), operand.span});
    }
    result.put(code, 0, argument);
  };
  put(child(node, 0), skip, static_cast<std::int16_t>(right.code.size() + 1));
  result.append(std::move(right), 0, 1);
  put(child(node, 1), join, 0);
  return result;
}

Fragment Compiler::inversion(Node const& node) {
  Fragment result = take_truth(node, 0);
  if (result.type != Type::broken) {
    result.put(Code::invert);
  }
  return result;
}

Fragment Compiler::in_range(Node const& node) {
  Fragment result = take_plain_number(node, 0);
  Fragment low = take_plain_number(node, 1);
  Fragment high = take_plain_number(node, 2);
  if (result.type == Type::broken || low.type == Type::broken || high.type == Type::broken
      || !agree(result, child(node, 0), low, child(node, 1))
      || !agree(result, child(node, 0), high, child(node, 2))
      || !ends_in_order(child(node, 1), child(node, 2), node.low_closed && node.high_closed)) {
    return {};
  }
  settle(result);
  settle(low);
  settle(high);
  result.append(std::move(low), 1, 0);
  result.append(std::move(high), 2, 0);
  result.type = Type::truth;
  result.truths = std::max(result.truths, 1U);
  result.put(Code::in, end_flags(node));
  return result;
}

} // namespace jixiao::rulepack
