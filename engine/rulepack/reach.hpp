#pragma once
// Which rules of a list can be the first that matches, and in which case: for authors who ask why nothing
// reaches a rule.
#include "engine/rulepack/rule_pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jixiao::rulepack {

struct Reach {
  bool reachable = false;
  std::string example;             ///< a case in which it is reached, as the language writes it
  std::vector<std::string> hidden; ///< ids of the rules before it that hold wherever it does
};

/// One for each rule. A list that is too large to go through is taken for reachable, without examples.
[[nodiscard]] std::vector<Reach> reach_of(std::vector<Rule> const& rules, bool of_execution);

/// Which way an operand of `and` or `or` can go where its rule is reached: a case for each, as the language
/// writes it; empty when there is none.
struct OperandReach {
  std::string holds, fails;
};

/// Of the condition of each rule, in the order of the operands of its program. No value for a list that is
/// too large to go through.
[[nodiscard]] std::optional<std::vector<std::vector<OperandReach>>>
operands_of(std::vector<Rule> const& rules, bool of_execution);

} // namespace jixiao::rulepack
