// Per cent written as points: a ratio of 95 % is 0.95, and a condition that asks for 95 holds nearly never or
// nearly always.
#include "engine/rulepack/compiler.hpp"
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/instruction.hpp"
#include "grammar/expression.hpp"

#include <algorithm>
#include <optional>

namespace jixiao::rulepack {
namespace {

using grammar::ExpressionNode;
using grammar::ExpressionTree;
using grammar::Operator;
using number::Rational;
using Kind = ExpressionNode::Kind;

/// 500 %: nothing that a notice asks of a ratio lies there.
constexpr std::int64_t far_above_all = 5;

class Slips {
public:
  Slips(ExpressionTree const& tree, std::span<Input const> inputs) : tree_(tree), inputs_(inputs) {}

  /// Nodes of the figures that stand for per cent, in reading order.
  [[nodiscard]] std::vector<ExpressionNode const*> run() const {
    std::vector<ExpressionNode const*> slips;
    for (ExpressionNode const& node : tree_.nodes) {
      if (node.kind != Kind::operation) {
        continue;
      }
      if (compares(node.operation)) {
        add(node.children[0], node.children[1], slips);
        add(node.children[1], node.children[0], slips);
      } else if (node.operation == Operator::in) {
        add(node.children[0], node.children[1], slips);
        add(node.children[0], node.children[2], slips);
      } else if (node.operation == Operator::interpolate) {
        for (std::size_t i = 1; i + 1 < node.children.size(); i += 2) {
          add(node.children[0], node.children[i], slips);
        }
      }
    }
    std::sort(slips.begin(), slips.end(), [](ExpressionNode const* left, ExpressionNode const* right) {
      return left->span.begin < right->span.begin;
    });
    slips.erase(std::unique(slips.begin(), slips.end()), slips.end());
    return slips;
  }

private:
  static bool compares(Operator operation) {
    return operation >= Operator::equal && operation <= Operator::greater_equal;
  }

  [[nodiscard]] ExpressionNode const& node(std::uint32_t at) const { return tree_.nodes[at]; }

  void add(std::uint32_t ratio, std::uint32_t figure, std::vector<ExpressionNode const*>& slips) const {
    auto const value = figure_of(figure);
    if (value && number::abs(*value) > highest_of(ratio) && is_ratio(ratio)) {
      slips.push_back(&node(figure));
    }
  }

  [[nodiscard]] std::optional<Rational> figure_of(std::uint32_t at) const {
    ExpressionNode const& found = node(at);
    if (found.kind == Kind::operation && found.operation == Operator::negate) {
      return figure_of(found.children[0]);
    }
    return found.kind == Kind::number && !found.percent ? Rational::parse(found.text) : std::nullopt;
  }

  /// Parts of a whole end at 1; others may go beyond it.
  [[nodiscard]] Rational highest_of(std::uint32_t at) const {
    std::string const& text = node(at).text;
    bool const is_part = text == "elapsed" || text == "pass_threshold";
    return is_part ? Rational(1) : Rational(far_above_all) - Rational::fraction(1, 1000);
  }

  [[nodiscard]] bool is_ratio_name(std::string const& name) const {
    static constexpr std::string_view ratios[] = {"attainment", "execution_rate", "deviation_rate", "elapsed",
                                                  "pass_threshold"};
    return std::find(std::begin(ratios), std::end(ratios), name) != std::end(ratios)
           || std::any_of(inputs_.begin(), inputs_.end(), [&](Input const& input) {
                return input.id == name && input.kind == Input::Kind::ratio;
              });
  }

  [[nodiscard]] bool is_ratio(std::uint32_t at) const {
    ExpressionNode const& found = node(at);
    if (found.kind != Kind::operation) {
      return found.kind == Kind::name && is_ratio_name(found.text);
    }
    auto const& children = found.children;
    switch (found.operation) {
    case Operator::negate: return is_ratio(children[0]);
    case Operator::add:
    case Operator::subtract:
      return (is_ratio(children[0]) && fits(children[1])) || (is_ratio(children[1]) && fits(children[0]));
    case Operator::call: return is_ratio(children[0]);
    case Operator::divide: return is_quotient(node(children[0]).text, node(children[1]).text);
    default: return false;
    }
  }

  /// Beside a ratio: another one, or a figure.
  [[nodiscard]] bool fits(std::uint32_t at) const { return figure_of(at).has_value() || is_ratio(at); }

  static bool is_quotient(std::string_view above, std::string_view below) {
    return (above == "actual" && below == "target")
           || (above == "executed"
               && (below == "budget" || below == "initial_budget" || below == "adjusted_budget"));
  }

  ExpressionTree const& tree_;
  std::span<Input const> inputs_;
};

} // namespace

diagnostic::Diagnostics check_percent_slips(std::string const& id, Program const& program,
                                            std::span<Input const> inputs) {
  auto const parsed = grammar::parse_expression(program.text);
  if (!parsed.tree) {
    return {};
  }
  std::vector<ExpressionNode const*> const slips = Slips(*parsed.tree, inputs).run();
  if (slips.empty()) {
    return {};
  }
  std::string figures;
  for (ExpressionNode const* const slip : slips) {
    figures += (figures.empty() ? "" : ", ") + program.text.substr(slip->span.begin, slip->span.size());
  }
  ExpressionNode const& first = *slips.front();
  std::string const figure = program.text.substr(first.span.begin, first.span.size());
  auto const value = Rational::parse(figure);
  std::string part = value ? (*value / Rational(100)).plain_text() : figure;
  return {diagnostic::make(findings::rules_percent_slip, place_in(program.where, program.text, first.span),
                           {id, std::move(figures), figure, std::move(part)})};
}

} // namespace jixiao::rulepack
