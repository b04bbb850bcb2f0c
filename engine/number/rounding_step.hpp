#pragma once
#include "engine/number/rational_access.hpp"
#include "engine/number/rounding.hpp"
#include "engine/number/wide.hpp"

#include <compare>
#include <optional>

namespace jixiao::number {

/// Whether a quotient that was cut towards zero and left a remainder moves one unit away from zero.
/// `half` compares the remainder with half a unit. Not for Rounding::never.
[[nodiscard]] bool moves_away(Rounding mode, bool negative, bool odd, std::strong_ordering half);

/// |value| * factor / divisor as a whole number, rounded. Operands below 2^63 and 10^19: nothing overflows.
/// No value only for Rounding::never and a remainder.
[[nodiscard]] std::optional<UnsignedWide> rounded_units(Rational const& value, std::int64_t factor,
                                                        std::int64_t divisor, Rounding mode);

/// A value and places that the small form can be rounded with.
[[nodiscard]] inline bool is_small(Rational const& value, std::int32_t places) {
  return RationalAccess::big(value) == nullptr && -small_power_limit <= places && places <= small_power_limit;
}

} // namespace jixiao::number
