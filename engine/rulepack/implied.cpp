#include "engine/rulepack/implied.hpp"

#include "engine/number/decimal.hpp"

#include <algorithm>

namespace jixiao::rulepack {
namespace {

using grammar::ExpressionNode;
using grammar::ExpressionTree;
using grammar::Operator;
using number::Rational;

std::string with_single_blanks(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '\t') {
      result += text[i];
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

std::optional<Rational> figure_of(ExpressionNode const& node) {
  auto const decimal =
      node.kind == ExpressionNode::Kind::number ? number::Decimal::parse(node.text) : std::nullopt;
  return decimal ? std::optional(node.percent ? decimal->rational() / Rational(100) : decimal->rational())
                 : std::nullopt;
}

bool is_above(Operator each) {
  return each == Operator::greater || each == Operator::greater_equal;
}
bool is_strict(Operator each) {
  return each == Operator::greater || each == Operator::less;
}
bool is_bound(Operator each) {
  return is_above(each) || each == Operator::less || each == Operator::less_equal;
}

} // namespace

ConditionForm::ConditionForm(std::string_view condition) {
  auto const parsed = grammar::parse_expression(condition);
  if (parsed.tree) {
    add(*parsed.tree, static_cast<std::uint32_t>(parsed.tree->nodes.size() - 1), condition);
  }
}

void ConditionForm::add(ExpressionTree const& tree, std::uint32_t at, std::string_view text) {
  ExpressionNode const& node = tree.nodes[at];
  bool const operation = node.kind == ExpressionNode::Kind::operation;
  if (operation && node.operation == Operator::logical_and) {
    for (std::uint32_t const child : node.children) {
      add(tree, child, text);
    }
    return;
  }
  auto const written = [&](ExpressionNode const& part) {
    return with_single_blanks(text.substr(part.span.begin, part.span.size()));
  };
  Operand& operand = operands_.emplace_back();
  operand.text = written(node);
  if (operation && is_bound(node.operation)) {
    operand.formula = written(tree.nodes[node.children[0]]);
    operand.comparison = node.operation;
    operand.figure = figure_of(tree.nodes[node.children[1]]);
  }
}

bool ConditionForm::follows(Operand const& wide, Operand const& narrow) {
  if (wide.text == narrow.text) {
    return true;
  }
  if (!wide.figure || !narrow.figure || wide.formula != narrow.formula
      || is_above(wide.comparison) != is_above(narrow.comparison)) {
    return false;
  }
  if (*wide.figure == *narrow.figure) {
    return is_strict(narrow.comparison) || !is_strict(wide.comparison);
  }
  return is_above(wide.comparison) == (*wide.figure < *narrow.figure);
}

bool ConditionForm::implies(ConditionForm const& wide) const {
  return !wide.operands_.empty()
         && std::all_of(wide.operands_.begin(), wide.operands_.end(), [&](Operand const& each) {
              return std::any_of(operands_.begin(), operands_.end(),
                                 [&](Operand const& other) { return follows(each, other); });
            });
}

} // namespace jixiao::rulepack
