#pragma once
// Piecewise linear interpolation between points that go one way, best first: at or beyond the first point the
// first result (no credit beyond it), between two points in proportion, worse than the last one `otherwise`.
// Private to this folder.
#include "engine/number/interval.hpp"
#include "engine/rulepack/instruction.hpp"

#include <array>
#include <vector>

namespace jixiao::rulepack {

template <class Value>
using Points = std::array<Value const*, most_points>;
using Results = std::vector<number::Rational>;

/// The result at `value`, which lies at or beyond the last point. The points differ from each other.
[[nodiscard]] number::Rational interpolate_inside(number::Rational const& value,
                                                  Points<number::Rational> const& points,
                                                  Results const& results);

[[nodiscard]] number::Rational interpolate_exactly(number::Rational const& value,
                                                   Points<number::Rational> const& points,
                                                   Results const& results, number::Rational const& otherwise);

/// Exact where the points are single numbers that go one way: the result never rises towards the worse end.
/// Else everything from `otherwise` to the best result.
[[nodiscard]] number::Interval interpolate_set(number::Interval const& value,
                                               Points<number::Interval> const& points, Results const& results,
                                               number::Interval const& otherwise);

} // namespace jixiao::rulepack
