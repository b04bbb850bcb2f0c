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
  /// The case is one for certain: not one of cells that are too coarse to tell, nor of words that repeat the
  /// target's, whose kinds the walk does not know.
  bool surely_holds = false, surely_fails = false;
};

/// One of the conditions that stand before a list: the first that holds says whether a case comes to it.
struct Gate {
  ProgramPtr when;
  bool lets_pass = true;
};

/// Of the condition of each rule, in the order of the operands of its program. No value for a list that is
/// too large to go through. A case that certainly does not pass the gates is no case for certain.
[[nodiscard]] std::optional<std::vector<std::vector<OperandReach>>>
operands_of(std::vector<Rule> const& rules, bool of_execution, std::vector<Gate> const& gates = {});

} // namespace jixiao::rulepack
