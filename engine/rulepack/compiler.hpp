#pragma once
// Checks an expression tree and writes its code, node by node from the leaves up. Private to this folder.
#include "engine/rulepack/fragment.hpp"
#include "engine/rulepack/names.hpp"
#include "grammar/expression.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jixiao::rulepack {

class Compiler {
public:
  Compiler(Program& program, grammar::ExpressionTree const& tree, diagnostic::Place where,
           std::span<Input const> inputs);

  /// Writes the code of the whole tree into the program. False when something was refused.
  bool run(Want want);
  [[nodiscard]] diagnostic::Diagnostics& findings() { return findings_; }

private:
  using Node = grammar::ExpressionNode;

  // compiler.cpp
  Fragment compile(Node const& node);
  Fragment number(Node const& node);
  Fragment name(Node const& node);
  Fragment arithmetic(Node const& node, Code code);
  Fragment negation(Node const& node);
  Fragment formula(Node const& node, Name name);
  Fragment field(Node const& node, std::uint8_t field, FormulaUnits units, Mention::Formula formula);
  void mention(Node const& node, Mention mention);
  void finish(Fragment&& root, Want want);

  // compile_truths.cpp
  Fragment comparison(Node const& node, Code code);
  Fragment word_comparison(Node const& node, Fragment const& field, bool is);
  Fragment logic(Node const& node, Code skip, Code join);
  Fragment inversion(Node const& node);
  Fragment in_range(Node const& node);

  // compile_choices.cpp
  Fragment choice(Node const& node);
  Fragment bands(Node const& node);
  Fragment choose(Fragment&& condition, Fragment&& first, Fragment&& second, Branch branch);
  Fragment interval(Node const& node);
  Fragment call(Node const& node);
  Fragment rounding(Node const& node);
  bool bands_in_order(Node const& node);

  // compile_interpolation.cpp
  Fragment interpolation(Node const& node);
  bool points_in_order(Node const& node, bool& of_scale);
  bool results_in_order(Node const& node, std::vector<number::Rational>& results);

  // Operands. Each moves the fragment of a child out; what does not fit is reported and gives a broken one.
  Fragment take(Node const& node, std::size_t child);
  Fragment take_truth(Node const& node, std::size_t child);
  Fragment take_number(Node const& node, std::size_t child);
  Fragment take_plain_number(Node const& node, std::size_t child); ///< no interval
  Fragment demand_truth(Fragment&& fragment, Node const& node);
  Fragment demand_number(Fragment&& fragment, Node const& node);
  /// Whether the dimensions of two operands fit; reports it when not.
  bool agree(Fragment const& left, Node const& left_node, Fragment const& right, Node const& right_node);
  /// Whether a low end lies below a high end as far as both are known; reports it when not.
  bool ends_in_order(Node const& low, Node const& high, bool may_be_equal);

  /// Writes the code of a number that was known while compiling.
  void settle(Fragment& fragment);
  /// False (and reported once) when `fragment` has grown beyond what the stacks hold.
  bool within_limits(Fragment const& fragment);
  [[nodiscard]] Node const& child(Node const& node, std::size_t index) const {
    return tree_.nodes[node.children[index]];
  }
  [[nodiscard]] std::optional<number::Rational> const& value_of(Node const& node) const {
    return values_[static_cast<std::size_t>(&node - tree_.nodes.data())];
  }
  [[nodiscard]] std::string text_of(Node const& node) const;
  void report(diagnostic::Code const& code, Node const& node, std::vector<std::string> arguments = {});

  Program& program_;
  grammar::ExpressionTree const& tree_;
  diagnostic::Place where_;
  std::span<Input const> inputs_;
  std::vector<Fragment> fragments_;                     ///< of each node, until its parent takes it
  std::vector<std::optional<number::Rational>> values_; ///< of each node that is known while compiling
  std::vector<Node const*> parents_;
  std::vector<std::uint32_t> users_; ///< how many nodes a node is a child of: more than one inside bands
  diagnostic::Diagnostics findings_;
};

/// `where` moved to the bytes `span` of `text`, counted in characters.
[[nodiscard]] diagnostic::Place place_in(diagnostic::Place where, std::string_view text,
                                         grammar::ByteSpan span);

} // namespace jixiao::rulepack
