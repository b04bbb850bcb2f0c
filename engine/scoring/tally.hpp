#pragma once
#include "engine/scoring/points.hpp"
#include "engine/scoring/split.hpp"

namespace jixiao::scoring {

/// Points on the way into a total. What is certain is added once; what is not (a width, a claim, a missing
/// answer) is added where it occurs, so that a clean row costs one addition.
struct Tally {
  Interval value = Interval::point(0); ///< lower end and upper end
  Rational claimed, unanswered;        ///< answered is what is left of the upper end
  Rational accepted;                   ///< when every claim is accepted

  /// Points of rows that are one number each and answered.
  void add_settled(Rational const& points);
  void add(Tally const& other);

  /// The columns of the points up to the upper end; `max` minus that end is lost.
  [[nodiscard]] model::Ledger ledger(Rational const& max) const;
};

/// The columns of one interval of exact points, rounded so that they add up to the rounded upper end: the
/// running sums are rounded, not the columns.
[[nodiscard]] Tally rounded_tally(Interval const& rounded, Interval const& exact, Rational const& answered,
                                  Rational const& claimed, Rational const& unanswered,
                                  Rational const& accepted, bool accepted_open, Rounder const& round);

} // namespace jixiao::scoring
