#pragma once
// Why a row did not earn more: the rules that would have given more, and what of their conditions fails.
#include "engine/rulepack/rule_pack.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::rulepack {

struct FailedRule {
  std::string_view id;
  std::string condition; ///< the first part between `and` that does not hold, as written
  std::string numbers;   ///< the same with its numbers; empty when it has none
  std::string word;      ///< what the row has instead, when a word was asked; empty otherwise
};

/// Rules that stand before the first one that holds or may hold, do not hold, and could give more than
/// `earned`.
[[nodiscard]] std::vector<FailedRule> why_not(std::vector<Rule> const& rules, std::span<Input const> inputs,
                                              model::Facts const& facts, number::Rational const& earned);

} // namespace jixiao::rulepack
