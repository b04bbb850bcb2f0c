#pragma once
#include "engine/scoring/points.hpp"

namespace jixiao::scoring {

/// A project as a department sees it: what the project's own report shows, on the scale of 100. Its figures
/// have the pack's few decimals, so that sums over thousands of projects stay small fractions: exact, and
/// what a reader of the reports would add up himself (docs/adr/0006).
struct PublishedProject {
  Interval total;
  Rational claimed, unanswered; ///< answered is what is left of the upper end, lost what is left of 100
  Rational with_evidence;       ///< the total if everything claimed or unanswered earned all that it can
};

[[nodiscard]] PublishedProject publish(model::ProjectEvaluation const& evaluation, Rounder const& round);

/// Mean of projects by weight, without keeping the projects.
class WeightedMean {
public:
  void add(PublishedProject const& project, Rational const& weight);

  [[nodiscard]] Rational const& weight() const { return weight_; }
  /// Asserts that a weight was added.
  [[nodiscard]] Interval total() const;
  [[nodiscard]] Rational with_evidence() const;
  /// On the scale of 100, rounded so that its columns add up to 100 and lost begins at `rounded_total`.
  [[nodiscard]] model::Ledger ledger(Interval const& rounded_total, Rounder const& round) const;

private:
  Rational weight_, low_, high_, claimed_, unanswered_, with_evidence_;
  bool low_closed_ = true, high_closed_ = true;
};

} // namespace jixiao::scoring
