#pragma once
#include "engine/number/rounding.hpp"

#include <compare>

namespace jixiao::number {

/// Whether a quotient that was cut towards zero and left a remainder moves one unit away from zero.
/// `half` compares the remainder with half a unit. Not for Rounding::never.
[[nodiscard]] bool moves_away(Rounding mode, bool negative, bool odd, std::strong_ordering half);

} // namespace jixiao::number
