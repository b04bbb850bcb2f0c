#pragma once
// How far the actual of a row would have to go to earn more: exact, or said to be unknown.
#include "engine/model/indicator.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstdint>

namespace jixiao::rulepack {

struct BetterActual {
  enum class Kind : std::uint8_t {
    unknown,   ///< cannot be said exactly
    none,      ///< no better actual gives it; `limited`: nothing up to the target, the target included
    every_bit, ///< every step towards the target gives more than now
    reach,     ///< `actual` is the nearest number that gives it
    beyond     ///< every number behind `actual`, but not `actual` itself, gives it
  } kind = Kind::unknown;
  number::Rational actual; ///< in the unit of the comparison
  number::Interval share;  ///< what is earned there
  bool limited = false;    ///< only looked for as far as the target
};

struct BetterActuals {
  BetterActual more; ///< more than now
  BetterActual full; ///< all points
};

/// For one number against one number or against a range that it misses (towards the nearer end of it),
/// everything else of the row as it is. Looks towards the target and, where more or less is better, beyond
/// it; of an actual that has gone beyond, also back to the target. Whatever lies between the actual and the
/// answer is evaluated as a set, so that nothing nearer can have been passed over; where that does not
/// decide, the answer is unknown. `share`: what the row earns now.
[[nodiscard]] BetterActuals better_actuals(RulePack const& pack, model::Comparison const& comparison,
                                           number::Interval const& share);

} // namespace jixiao::rulepack
