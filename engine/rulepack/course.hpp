#pragma once
// What is left of a pack where all truths and words are known: conditions over numbers alone, and of those
// only the ones that can still hold. Private to this folder.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/decision.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::rulepack {

/// A rule that may hold, and the verdict that it gives.
struct Choice {
  enum class Share : std::uint8_t {
    fixed,    ///< that of `verdict`
    quotient, ///< the number field `above` by the number field `below`, where both are single numbers
    general   ///< by the program of the rule: nothing here decides
  };
  Decision when; ///< over numbers; unknown where only the machine can say
  Share share = Share::general;
  std::uint8_t above = 0, below = 0;
  model::Verdict verdict;
};

struct Check {
  Rule const* rule;
  Decision when;
};

struct Course {
  std::vector<Choice> choices; ///< the first that holds decides; when none does, `judge` must
  std::vector<Check> checks;
};

/// The course that the truths and words of `facts` take through `pack`.
[[nodiscard]] Course make_course(RulePack const& pack, model::Facts const& facts);

} // namespace jixiao::rulepack
