#include "engine/rulepack/interpolate.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

namespace jixiao::rulepack {

using number::End;
using number::Interval;
using number::Rational;

namespace {

/// Whether the best point is the greatest.
bool falls(Points<Rational> const& points, std::size_t count) {
  return *points[count - 1] < *points[0];
}

bool is_worse(Rational const& value, Rational const& point, bool falling) {
  return falling ? value < point : point < value;
}

/// The points as numbers; no value when one is none or they do not go one way.
std::optional<Points<Rational>> single_points(Points<Interval> const& points, std::size_t count) {
  Points<Rational> result{};
  for (std::size_t i = 0; i < count; ++i) {
    if (!points[i]->is_point()) {
      return std::nullopt;
    }
    result[i] = &*points[i]->low.value;
  }
  bool const falling = falls(result, count);
  for (std::size_t i = 1; i < count; ++i) {
    if (!is_worse(*result[i], *result[i - 1], falling)) {
      return std::nullopt;
    }
  }
  return result;
}

/// The part of `value` that lies at `edge` or beyond it, on the better side; no value when nothing does.
std::optional<Interval> at_or_beyond(Interval const& value, Rational const& edge, bool falling) {
  Interval const side = falling ? Interval::at_least(edge) : Interval::at_most(edge);
  if (number::is_disjoint(value, side)) {
    return std::nullopt;
  }
  Interval result = value;
  End& worse = falling ? result.low : result.high;
  if (!worse.value || is_worse(*worse.value, edge, falling)) {
    worse = {edge, true};
  }
  return result;
}

/// The result that an end of the values gives; beyond the first point the results stand still, so that they
/// are reached whether or not the end is.
End result_at(End const& end, Points<Rational> const& points, Results const& results, bool falling) {
  bool const beyond = !end.value || is_worse(*points[0], *end.value, falling);
  if (beyond) {
    return {results.front(), true};
  }
  return {interpolate_inside(*end.value, points, results), end.closed};
}

} // namespace

Rational interpolate_inside(Rational const& value, Points<Rational> const& points, Results const& results) {
  bool const falling = falls(points, results.size());
  if (!is_worse(value, *points[0], falling)) {
    return results.front();
  }
  for (std::size_t i = 1; i < results.size(); ++i) {
    Rational const& worse = *points[i];
    if (!is_worse(value, worse, falling)) {
      return results[i] + (value - worse) / (*points[i - 1] - worse) * (results[i - 1] - results[i]);
    }
  }
  assert(false); // the value lies at or beyond the last point
  return results.back();
}

Rational interpolate_exactly(Rational const& value, Points<Rational> const& points, Results const& results,
                             Rational const& otherwise) {
  bool const falling = falls(points, results.size());
  return is_worse(value, *points[results.size() - 1], falling) ? otherwise
                                                               : interpolate_inside(value, points, results);
}

Interval interpolate_set(Interval const& value, Points<Interval> const& points, Results const& results,
                         Interval const& otherwise) {
  auto const single = single_points(points, results.size());
  if (!single) {
    return number::hull(otherwise, Interval::closed(results.back(), results.front()));
  }
  bool const falling = falls(*single, results.size());
  Rational const& last = *(*single)[results.size() - 1];
  auto const inside = at_or_beyond(value, last, falling);
  if (!inside) {
    return otherwise;
  }
  Interval result{result_at(falling ? inside->low : inside->high, *single, results, falling),
                  result_at(falling ? inside->high : inside->low, *single, results, falling)};
  Interval const side = falling ? Interval::at_least(last) : Interval::at_most(last);
  return number::is_subset(value, side) ? result : number::hull(result, otherwise);
}

} // namespace jixiao::rulepack
