#pragma once
// How far a total is from the grades beside its own. Private to this folder.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstdint>
#include <optional>

namespace jixiao::report {

struct GradeStep {
  rulepack::Grade const* grade = nullptr;
  number::Rational points; ///< between the total and `at`
  number::Rational at;     ///< the nearest total, as a report can show it, that has this grade
};

struct GradeDistance {
  enum class State : std::uint8_t {
    none,      ///< no total, no grade
    open,      ///< the total is an interval
    capped,    ///< by the pack: more points change nothing
    unrounded, ///< the grade changes below `own->from`; there is no step between two totals
    settled    ///< `up` and `down`
  } state = State::none;
  rulepack::Grade const* own = nullptr;
  std::optional<GradeStep> up, down;    ///< none beyond the best and the worst grade
  std::optional<number::Rational> most; ///< to which the pack caps this project, short of the better grade
};

[[nodiscard]] GradeDistance grade_distance(model::ProjectEvaluation const& project,
                                           rulepack::RulePack const& pack);

} // namespace jixiao::report
