// A share is a part of the points. A figure that cannot be one (10, 79, 1.5) would be clamped in silence, and
// so would a formula of points (100 * attainment).
#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/instruction.hpp"
#include "grammar/expression.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace jixiao::rulepack {
namespace {

using grammar::ExpressionNode;
using grammar::ExpressionTree;
using grammar::Operator;
using number::Rational;

/// Nodes whose value is a result of the node: the node itself when it is a formula.
std::vector<std::uint32_t> results_of(ExpressionNode const& node) {
  std::vector<std::uint32_t> results;
  auto const& children = node.children;
  switch (node.operation) {
  case Operator::choose: return {children[1], children[2]};
  case Operator::interval: return children;
  case Operator::bands:
  case Operator::interpolate:
    for (std::size_t i = 2; i < children.size(); i += 2) {
      results.push_back(children[i]);
    }
    results.push_back(children.back());
    return results;
  default: return {};
  }
}

bool asks_a_field(ExpressionTree const& tree, std::uint32_t at) {
  ExpressionNode const& node = tree.nodes[at];
  bool asks = node.kind == ExpressionNode::Kind::name;
  for (std::uint32_t const child : node.children) {
    asks = asks || asks_a_field(tree, child);
  }
  return asks;
}

/// A number that each field has in an ordinary row of which `attained` part was done.
model::Facts ordinary_row(Rational const& target, Rational const& attained) {
  using model::NumberField;
  model::Facts facts;
  Rational const budget(1'000'000);
  facts.set(NumberField::target, target);
  facts.set(NumberField::actual, target * attained);
  facts.set(NumberField::weight, 10);
  facts.set(NumberField::pass_threshold, Rational::fraction(6, 10));
  facts.set(NumberField::execution_rate, attained);
  facts.set(NumberField::budget, budget);
  facts.set(NumberField::initial_budget, budget);
  facts.set(NumberField::adjusted_budget, budget);
  facts.set(NumberField::executed, budget * attained);
  facts.set(NumberField::elapsed, Rational::fraction(1, 2));
  return facts;
}

/// The least that the formula gives in ordinary rows, short of their targets and beyond; no value when it
/// asks for what they do not have.
std::optional<Rational> least_of(Program const& formula) {
  std::optional<Rational> least;
  for (Rational const& target : {Rational::fraction(9, 10), Rational(100)}) {
    for (std::int64_t const percent : {20, 50, 80, 95, 105, 120, 150, 200}) {
      auto const value =
          evaluate_number(formula, ordinary_row(target, Rational::fraction(percent, 100))).value;
      if (!value.low.value) {
        return std::nullopt;
      }
      least = least ? std::min(*least, *value.low.value) : *value.low.value;
    }
  }
  return least;
}

void look_at_formula(std::string const& formula, grammar::ByteSpan span, Program const& share,
                     std::string const& id, diagnostic::Diagnostics& found) {
  auto const compiled = compile(formula, Want::number, {});
  auto const least = compiled.value ? least_of(**compiled.value) : std::nullopt;
  if (least && *least > Rational(1)) {
    found.push_back(diagnostic::make(findings::rules_share_of_points, place_in(share.where, share.text, span),
                                     {id, formula, least->plain_text()}));
  }
}

void look(ExpressionTree const& tree, std::uint32_t at, Program const& share, std::string const& id,
          diagnostic::Diagnostics& found) {
  ExpressionNode const& node = tree.nodes[at];
  std::vector<std::uint32_t> const results =
      node.kind == ExpressionNode::Kind::operation ? results_of(node) : std::vector<std::uint32_t>{};
  for (std::uint32_t const result : results) {
    look(tree, result, share, id, found);
  }
  if (!results.empty()) {
    return;
  }
  std::string figure = share.text.substr(node.span.begin, node.span.size());
  if (asks_a_field(tree, at)) {
    look_at_formula(figure, node.span, share, id, found);
    return;
  }
  auto const compiled = compile(figure, Want::number, {});
  if (compiled.value && (*compiled.value)->fixed
      && !number::is_subset((*compiled.value)->fixed->value, number::Interval::closed(0, 1))) {
    found.push_back(diagnostic::make(findings::rules_share_range,
                                     place_in(share.where, share.text, node.span), {id, std::move(figure)}));
  }
}

} // namespace

diagnostic::Diagnostics check_share_range(std::string const& id, Program const& share) {
  diagnostic::Diagnostics found;
  auto const parsed = grammar::parse_expression(share.text);
  if (parsed.tree) {
    look(*parsed.tree, static_cast<std::uint32_t>(parsed.tree->nodes.size() - 1), share, id, found);
  }
  return found;
}

} // namespace jixiao::rulepack
