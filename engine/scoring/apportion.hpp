#pragma once
#include "engine/scoring/points.hpp"

#include <vector>

namespace jixiao::scoring {

/// Rounds each of `parts` so that they add up to their rounded sum `whole` (largest remainder: everybody gets
/// the part rounded down, and what is left goes, one unit each, to the largest remainders, the earlier part
/// on a tie). No part goes below its `floors` entry (empty: none).
[[nodiscard]] std::vector<Rational> apportion(std::vector<Rational> const& parts,
                                              std::vector<Rational> const& floors, Rational const& whole,
                                              Rounder const& round);

/// Rounds intervals so that their lower ends add up to `whole`'s lower end and their upper ends to its upper
/// end. A part that is one number stays one number.
[[nodiscard]] std::vector<Interval> apportion(std::vector<Interval> const& parts, Interval const& whole,
                                              Rounder const& round);

} // namespace jixiao::scoring
