// A share is a part of the points. A figure that cannot be one (10, 79, 1.5) would be clamped in silence.
#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/instruction.hpp"
#include "grammar/expression.hpp"

#include <vector>

namespace jixiao::rulepack {
namespace {

using grammar::ExpressionNode;
using grammar::ExpressionTree;
using grammar::Operator;

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

void look(ExpressionTree const& tree, std::uint32_t at, Program const& share, std::string const& id,
          diagnostic::Diagnostics& found) {
  ExpressionNode const& node = tree.nodes[at];
  std::vector<std::uint32_t> const results =
      node.kind == ExpressionNode::Kind::operation ? results_of(node) : std::vector<std::uint32_t>{};
  for (std::uint32_t const result : results) {
    look(tree, result, share, id, found);
  }
  if (!results.empty() || asks_a_field(tree, at)) {
    return;
  }
  std::string figure = share.text.substr(node.span.begin, node.span.size());
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
