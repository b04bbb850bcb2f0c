#include "engine/scoring/weighted_mean.hpp"

#include "engine/scoring/grade.hpp"
#include "engine/scoring/tally.hpp"

#include <cassert>

namespace jixiao::scoring {

PublishedProject publish(model::ProjectEvaluation const& evaluation, Rounder const& round) {
  PublishedProject project;
  project.total = evaluation.total.rebased;
  project.with_evidence = total_with_evidence(evaluation, round);
  model::Ledger const& ledger = evaluation.ledger;
  if (!evaluation.total.is_rebased) {
    project.claimed = ledger.claimed;
    project.unanswered = ledger.unanswered;
  } else if (!ledger.claimed.is_zero() || !ledger.unanswered.is_zero()) {
    Rational const factor = Rational(100) / evaluation.total.max;
    Tally const tally = rounded_tally(project.total, project.total, ledger.answered * factor,
                                      ledger.claimed * factor, ledger.unanswered * factor, 0, false, round);
    project.claimed = tally.claimed;
    project.unanswered = tally.unanswered;
  }
  return project;
}

void WeightedMean::add(PublishedProject const& project, Rational const& weight) {
  weight_ += weight;
  Rational const lower = low(project.total) * weight;
  bool const is_point = project.total.is_point();
  low_ += lower;
  high_ += is_point ? lower : high(project.total) * weight;
  with_evidence_ += is_point ? lower : project.with_evidence * weight;
  low_closed_ = low_closed_ && project.total.low.closed;
  high_closed_ = high_closed_ && project.total.high.closed;
  if (!project.claimed.is_zero()) {
    claimed_ += project.claimed * weight;
  }
  if (!project.unanswered.is_zero()) {
    unanswered_ += project.unanswered * weight;
  }
}

Interval WeightedMean::total() const {
  assert(!weight_.is_zero());
  Interval mean = Interval::closed(low_ / weight_, high_ / weight_);
  mean.low.closed = low_closed_ || mean.is_point();
  mean.high.closed = high_closed_ || mean.is_point();
  return mean;
}

Rational WeightedMean::with_evidence() const {
  assert(!weight_.is_zero());
  return with_evidence_ / weight_;
}

model::Ledger WeightedMean::ledger(Interval const& rounded_total, Rounder const& round) const {
  assert(!weight_.is_zero());
  Interval const exact = total();
  Rational const claimed = claimed_ / weight_;
  Rational const unanswered = unanswered_ / weight_;
  Rational const answered = high(exact) - claimed - unanswered;
  return rounded_tally(rounded_total, exact, answered, claimed, unanswered, 0, false, round).ledger(100);
}

} // namespace jixiao::scoring
