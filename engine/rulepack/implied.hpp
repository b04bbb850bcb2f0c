#pragma once
// What follows from the form of two conditions alone, where cells are too coarse to tell: percentage points
// above 10 are above 5. Private to this folder.
#include "engine/number/rational.hpp"
#include "grammar/expression.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::rulepack {

class ConditionForm {
public:
  explicit ConditionForm(std::string_view condition);

  /// Wherever this condition holds, `wide` holds for certain: each operand of the `and` of `wide` stands in
  /// that of this one, or one stands here that holds the same formula against a stricter figure. False says
  /// nothing.
  [[nodiscard]] bool implies(ConditionForm const& wide) const;

private:
  /// An operand of the outermost `and`: its text with single blanks, and when it holds a formula against a
  /// figure the two of them.
  struct Operand {
    std::string text, formula;
    grammar::Operator comparison = grammar::Operator::equal;
    std::optional<number::Rational> figure;
  };
  void add(grammar::ExpressionTree const& tree, std::uint32_t at, std::string_view text);
  static bool follows(Operand const& wide, Operand const& narrow);

  std::vector<Operand> operands_;
};

} // namespace jixiao::rulepack
