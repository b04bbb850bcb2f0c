#pragma once
// The nearest actual that earns enough, among the numbers that a table would write.
#include "engine/model/indicator.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace jixiao::rulepack {

struct NearestActual {
  enum class Kind : std::uint8_t {
    unknown, ///< cannot be said exactly
    none,    ///< no number does it
    found
  } kind = Kind::unknown;
  number::Rational actual; ///< in the unit of the comparison
};

/// Whether a share does what is looked for. Asked many times; what it answers must only change once from
/// share 0 to share 1.
using Enough = std::function<bool(number::Rational const&)>;

/// The nearest whole multiple of `step` with enough. `more`: more of the points do what less do not; looks
/// where better_actuals looks. Else less of them do; looks on both sides. Numbers do not change their sign.
[[nodiscard]] NearestActual nearest_actual(RulePack const& pack, model::Comparison const& comparison,
                                           number::Rational const& step, bool more, Enough const& enough);
/// What the row earns with that actual.
[[nodiscard]] number::Interval share_with_actual(RulePack const& pack, model::Comparison const& comparison,
                                                 number::Rational const& actual);

} // namespace jixiao::rulepack
