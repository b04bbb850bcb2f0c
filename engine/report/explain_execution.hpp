#pragma once
// What both forms of an explanation know of the caps. Private to this folder.
#include "engine/model/evaluation.hpp"
#include "engine/number/interval.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

/// One cap as it was held against the total.
struct TriedCap {
  rulepack::Rule const* rule = nullptr;
  model::Truth holds = model::Truth::no;
  number::Interval most; ///< points of 100, unrounded; 0 where it does not hold
  bool decided = false;  ///< the total stands at it, or its lower end does
};
[[nodiscard]] std::vector<TriedCap> tried_caps(model::ProjectEvaluation const& project,
                                               rulepack::RulePack const& pack);

/// What `rule` of `section` rests on: its own citation, else that of the section; empty when nothing says it.
[[nodiscard]] std::string cite_of(rulepack::Rule const& rule, std::string_view section,
                                  rulepack::RulePack const& pack);

} // namespace jixiao::report
