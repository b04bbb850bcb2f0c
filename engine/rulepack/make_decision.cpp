#include "engine/rulepack/make_decision.hpp"

#include "engine/number/decimal.hpp"
#include "engine/rulepack/names.hpp"

#include <optional>
#include <utility>

namespace jixiao::rulepack {
namespace {

using grammar::ExpressionNode;
using grammar::Operator;

/// Builds from the end: where a test leads is known before the test is written. Recursion goes into right
/// operands only, which the limit of depth holds: chains of `and` lean to the left.
class Builder {
public:
  explicit Builder(grammar::ExpressionTree const& tree) : tree_(tree) {}

  Decision build() {
    Step const entry = step_of(static_cast<std::uint32_t>(tree_.nodes.size() - 1), step_yes, step_no);
    return {std::move(tests_), std::move(figures_), entry};
  }

private:
  /// The first step of `node` when it goes on to `yes` or `no`.
  Step step_of(std::uint32_t index, Step yes, Step no) {
    ExpressionNode const* node = &tree_.nodes[index];
    // The left operand of and, or and not takes the place of the whole: a loop, for chains lean to the left.
    while (node->kind == ExpressionNode::Kind::operation) {
      switch (node->operation) {
      case Operator::logical_and: yes = step_of(node->children[1], yes, no); break;
      case Operator::logical_or: no = step_of(node->children[1], yes, no); break;
      case Operator::logical_not: std::swap(yes, no); break;
      case Operator::choose: {
        Step const first = step_of(node->children[1], yes, no);
        no = step_of(node->children[2], yes, no);
        yes = first;
        break;
      }
      case Operator::equal: return equality(*node, yes, no);
      case Operator::not_equal: return equality(*node, no, yes);
      case Operator::less: return comparison(*node, order_less, yes, no);
      case Operator::less_equal: return comparison(*node, order_less | order_same, yes, no);
      case Operator::greater: return comparison(*node, order_greater, yes, no);
      case Operator::greater_equal: return comparison(*node, order_greater | order_same, yes, no);
      default: return step_machine;
      }
      node = &tree_.nodes[node->children[0]];
    }
    Name const name = find_name(node->text);
    switch (name.kind) {
    case Name::Kind::yes: return yes;
    case Name::Kind::no: return no;
    case Name::Kind::truth: return put({Test::Kind::truth, name.field, 0, 0, yes, no});
    default: return step_machine;
    }
  }

  Step equality(ExpressionNode const& node, Step yes, Step no) {
    Name const name = find_name(tree_.nodes[node.children[0]].text);
    if (name.kind != Name::Kind::word) {
      return comparison(node, order_same, yes, no);
    }
    auto const word =
        find_word(static_cast<model::WordField>(name.field), tree_.nodes[node.children[1]].text);
    return word ? put({Test::Kind::word, name.field, *word, 0, yes, no}) : step_machine;
  }

  /// A number field on the left and a figure, a number field or a figure times one on the right; anything
  /// else takes the machine.
  Step comparison(ExpressionNode const& node, int orders, Step yes, Step no) {
    ExpressionNode const& left = tree_.nodes[node.children[0]];
    ExpressionNode const& right = tree_.nodes[node.children[1]];
    Name const field = left.kind == ExpressionNode::Kind::name ? find_name(left.text) : Name{};
    if (field.kind != Name::Kind::number) {
      return step_machine;
    }
    Test test{Test::Kind::number, field.field, 0, static_cast<std::uint8_t>(orders), yes, no};
    if (right.kind == ExpressionNode::Kind::number) {
      auto const figure = put_figure(right);
      if (!figure) {
        return step_machine;
      }
      test.kind = figures_[*figure].is_zero() ? Test::Kind::sign : Test::Kind::figure;
      test.other = *figure;
      return put(test);
    }
    if (right.kind == ExpressionNode::Kind::operation && right.operation == Operator::multiply) {
      return times(test, right);
    }
    Name const other = right.kind == ExpressionNode::Kind::name ? find_name(right.text) : Name{};
    test.other = other.field;
    return other.kind == Name::Kind::number ? put(test) : step_machine;
  }

  Step times(Test test, ExpressionNode const& product) {
    ExpressionNode const& factor = tree_.nodes[product.children[0]];
    ExpressionNode const& field = tree_.nodes[product.children[1]];
    Name const other = field.kind == ExpressionNode::Kind::name ? find_name(field.text) : Name{};
    auto const figure =
        factor.kind == ExpressionNode::Kind::number ? put_figure(factor) : std::optional<std::uint8_t>();
    if (other.kind != Name::Kind::number || !figure) {
      return step_machine;
    }
    test.kind = Test::Kind::times;
    test.other = other.field;
    test.factor = *figure;
    return put(test);
  }

  /// Its number among the figures; no value when there is no room for it.
  std::optional<std::uint8_t> put_figure(ExpressionNode const& node) {
    auto const figure = number::Decimal::parse(node.text);
    if (!figure || figures_.size() > 250) {
      return std::nullopt;
    }
    figures_.push_back(node.percent ? figure->rational() / number::Rational(100) : figure->rational());
    return static_cast<std::uint8_t>(figures_.size() - 1);
  }

  Step put(Test test) {
    tests_.push_back(test);
    return static_cast<Step>(tests_.size() - 1);
  }

  grammar::ExpressionTree const& tree_;
  std::vector<Test> tests_;
  std::vector<number::Rational> figures_;
};

} // namespace

Decision make_decision(grammar::ExpressionTree const& tree) {
  return Builder(tree).build();
}

} // namespace jixiao::rulepack
