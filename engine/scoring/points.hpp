#pragma once
// Points: bounded intervals of them, and the one place where scoring rounds.
#include "engine/number/interval.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cassert>
#include <string>

namespace jixiao::scoring {

using number::Interval;
using number::Rational;

/// The ends of a bounded interval. Shares lie within [0, 1], so everything made of them is bounded.
[[nodiscard]] inline Rational const& low(Interval const& points) {
  assert(points.low.value);
  return *points.low.value;
}
[[nodiscard]] inline Rational const& high(Interval const& points) {
  assert(points.high.value);
  return *points.high.value;
}

/// `share` of `weight` points; a row of 0 points earns exactly 0, whatever its share.
[[nodiscard]] Rational scaled(Rational const& share, Rational const& weight);
[[nodiscard]] Interval scaled(Interval const& share, Rational const& weight);

/// Adds in place: an end of the sum is open when one of its terms is.
void add(Interval& sum, Interval const& term);

/// Rounds points as the pack says.
class Rounder {
public:
  explicit Rounder(rulepack::RoundingPolicy const& policy);

  [[nodiscard]] Rational operator()(Rational const& value) const;
  /// Rounded, but never above `cap`, and full marks are `cap` itself: with weights finer than the places of
  /// the pack a full row would otherwise earn more or less than it is worth.
  [[nodiscard]] Rational capped(Rational const& value, Rational const& cap) const;
  /// Both ends. An open end stays open: it is a score that nobody can be given (docs/adr/0006).
  [[nodiscard]] Interval capped(Interval const& value, Rational const& cap) const;
  [[nodiscard]] Interval operator()(Interval const& value) const;

  /// True when the pack forbids rounding.
  [[nodiscard]] bool keeps_exact() const { return policy_.mode == number::Rounding::never; }

  /// The smallest step between two scores.
  [[nodiscard]] Rational const& unit() const { return unit_; }
  [[nodiscard]] std::int32_t places() const { return policy_.places; }

private:
  rulepack::RoundingPolicy policy_;
  Rational unit_;
};

/// For findings: "16.67" when it has at most `places` decimals or does not end, else all its digits.
[[nodiscard]] std::string points_text(Rational const& points, std::int32_t places = 2);
/// For findings: a share as a percentage with two decimals, "83.05%".
[[nodiscard]] std::string percent_text(Rational const& share);
/// For findings: yuan as ten thousands of yuan, the unit of every official form.
[[nodiscard]] std::string ten_thousands_text(Rational const& yuan);

} // namespace jixiao::scoring
