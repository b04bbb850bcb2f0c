#include "engine/rulepack/why_not.hpp"

#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/names.hpp"
#include "engine/rulepack/program.hpp"
#include "grammar/expression.hpp"
#include "grammar/text.hpp"

namespace jixiao::rulepack {
namespace {

using grammar::ExpressionNode;
using grammar::Operator;

/// The parts between the outermost `and`, in reading order.
std::vector<ExpressionNode const*> parts_of(grammar::ExpressionTree const& tree) {
  std::vector<ExpressionNode const*> parts;
  std::vector<std::uint32_t> open{static_cast<std::uint32_t>(tree.nodes.size() - 1)};
  while (!open.empty()) {
    ExpressionNode const& node = tree.nodes[open.back()];
    open.pop_back();
    if (node.kind == ExpressionNode::Kind::operation && node.operation == Operator::logical_and) {
      open.insert(open.end(), node.children.rbegin(), node.children.rend());
    } else {
      parts.push_back(&node);
    }
  }
  return parts;
}

/// The word that the row has, for "direction = negative".
std::string word_in(ExpressionNode const& node, grammar::ExpressionTree const& tree,
                    model::Facts const& facts) {
  bool const compares = node.kind == ExpressionNode::Kind::operation
                        && (node.operation == Operator::equal || node.operation == Operator::not_equal);
  Name const name = compares ? find_name(tree.nodes[node.children[0]].text) : Name{};
  if (name.kind != Name::Kind::word) {
    return {};
  }
  auto const field = static_cast<model::WordField>(name.field);
  return std::string(model::words_of(field)[facts.word(field)]);
}

/// The comparison behind `met` and `at_limit`, whose numbers they do not show: "7 >= 10".
std::string comparison_behind(ExpressionNode const& node, model::Facts const& facts) {
  Name const name = find_name(node.text);
  bool const asks = node.kind == ExpressionNode::Kind::name && name.kind == Name::Kind::truth;
  bool const met = asks && name.field == static_cast<std::uint8_t>(model::TruthField::met);
  bool const at_limit = asks && name.field == static_cast<std::uint8_t>(model::TruthField::at_limit);
  auto const& actual = facts.number(model::NumberField::actual);
  auto const& target = facts.number(model::NumberField::target);
  bool const points = actual && actual->is_point() && target && target->is_point();
  // In the order of RelationWord; "about" says no comparison.
  static constexpr std::string_view signs[] = {"", ">=", "<=", "=", ">", "<", "!=", ""};
  std::string_view const sign = at_limit ? "=" : signs[facts.word(model::WordField::relation)];
  if (!(met || at_limit) || !points || sign.empty()) {
    return {};
  }
  return actual->low.value->plain_text() + " " + std::string(sign) + " " + target->low.value->plain_text();
}

FailedRule failed(Rule const& rule, std::span<Input const> inputs, model::Facts const& facts) {
  FailedRule result{rule.id, rule.when_text, {}, {}};
  grammar::ExpressionResult const parsed = grammar::parse_expression(rule.when_text);
  if (!parsed.tree) {
    return result;
  }
  for (ExpressionNode const* part : parts_of(*parsed.tree)) {
    std::string text = rule.when_text.substr(part->span.begin, part->span.size());
    auto const compiled = compile(text, Want::truth, {}, inputs);
    if (!compiled.value || evaluate_truth(**compiled.value, facts) != model::Truth::no) {
      continue;
    }
    std::string numbers = with_numbers(**compiled.value, facts);
    result.numbers = numbers == text ? comparison_behind(*part, facts) : std::move(numbers);
    result.word = word_in(*part, *parsed.tree, facts);
    result.condition = std::move(text);
    break;
  }
  return result;
}

} // namespace

std::vector<FailedRule> why_not(std::vector<Rule> const& rules, std::span<Input const> inputs,
                                model::Facts const& facts, number::Rational const& earned) {
  std::vector<FailedRule> all;
  for (Rule const& rule : rules) {
    if (evaluate_truth(*rule.when, facts) != model::Truth::no) {
      break;
    }
    if (*share_of_rule(rule, facts).high.value > earned) {
      all.push_back(failed(rule, inputs, facts));
    }
  }
  return all;
}

} // namespace jixiao::rulepack
