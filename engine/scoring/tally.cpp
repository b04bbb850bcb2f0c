#include "engine/scoring/tally.hpp"

namespace jixiao::scoring {
namespace {

Rational smaller(Rational left, Rational const& right) {
  return right < left ? right : left;
}

Rational accepted_points(Interval const& rounded, Interval const& exact, Rational const& accepted, bool open,
                         Rounder const& round) {
  if (!open && accepted == high(exact)) {
    return high(rounded);
  }
  if (accepted == low(exact)) {
    return low(rounded);
  }
  Rational points = smaller(round(accepted), high(rounded));
  if (open) {
    points -= round.unit(); // the end itself is a score that nobody can be given
  }
  return points < low(rounded) ? low(rounded) : points;
}

} // namespace

void Tally::add_settled(Rational const& points) {
  *value.low.value += points;
  *value.high.value += points;
  accepted += points;
}

void Tally::add(Tally const& other) {
  scoring::add(value, other.value);
  claimed += other.claimed;
  unanswered += other.unanswered;
  accepted += other.accepted;
}

model::Ledger Tally::ledger(Rational const& max) const {
  model::Ledger ledger;
  ledger.answered = high(value) - claimed - unanswered;
  ledger.claimed = claimed;
  ledger.unanswered = unanswered;
  ledger.lost = max - high(value);
  return ledger;
}

Tally rounded_tally(Interval const& rounded, Interval const& exact, Rational const& answered,
                    Rational const& claimed, Rational const& unanswered, Rational const& accepted,
                    bool accepted_open, Rounder const& round) {
  Tally tally;
  tally.value = rounded;
  Rational const& top = high(rounded);
  Rational const up_to_claimed = unanswered.is_zero() ? top : smaller(round(answered + claimed), top);
  Rational const up_to_answered = claimed.is_zero() ? up_to_claimed : smaller(round(answered), up_to_claimed);
  tally.claimed = up_to_claimed - up_to_answered;
  tally.unanswered = top - up_to_claimed;
  tally.accepted = accepted_points(rounded, exact, accepted, accepted_open, round);
  return tally;
}

} // namespace jixiao::scoring
