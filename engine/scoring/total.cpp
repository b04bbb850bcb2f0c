#include "engine/scoring/total.hpp"

#include "engine/number/decimal_sum.hpp"
#include "engine/scoring/apportion.hpp"
#include "engine/scoring/execution.hpp"
#include "engine/scoring/tally.hpp"

#include <array>
#include <cassert>

namespace jixiao::scoring {
namespace {

using model::ScoredIndicator;
using rulepack::RoundAt;

Tally exact_tally(ScoredIndicator const& row, Split const& split) {
  Tally tally;
  tally.value = row.exact;
  if (split.settled) {
    tally.accepted = low(row.exact);
  } else {
    tally.claimed = split.claimed * row.weight;
    tally.unanswered = split.unanswered * row.weight;
    tally.accepted = split.accepted * row.weight;
  }
  return tally;
}

bool is_answered(model::Execution const& execution, rulepack::RulePack const& pack) {
  return execution.rate && !pack.limits.is_absurd(*execution.rate);
}

/// The execution score: with a rate it is answered, without one nobody has said anything.
Tally execution_tally(model::Execution const& execution, rulepack::RulePack const& pack) {
  Tally tally;
  tally.value = execution.score;
  bool const answered = is_answered(execution, pack);
  tally.accepted = answered ? high(execution.score) : low(execution.score);
  if (!answered) {
    tally.unanswered = high(execution.score) - low(execution.score);
  } else {
    tally.claimed = high(execution.score) - low(execution.score);
  }
  return tally;
}

void take_points(ScoredIndicator& row) {
  row.exact = scaled(row.share, row.weight);
}

/// True when the row is part of the total.
bool has_points(ScoredIndicator const& row) {
  return row.weight_origin != model::WeightOrigin::none && counts(row);
}

/// A row outside the total has none of what stood there from the row before.
void take_no_points(ScoredIndicator& row) {
  row.exact.set_point(Rational(0));
  row.score.set_point(Rational(0));
  row.accepted = 0;
}

/// A row that is one number and answered.
void settle(ScoredIndicator& row, Rounder const& round) {
  Rational const& share = low(row.share);
  if (share == Rational(1)) { // full marks are the weight, and rounding leaves them
    row.exact.set_point(row.weight);
    row.accepted = row.weight;
  } else {
    row.exact.set_point(share * row.weight);
    row.accepted = round.capped(low(row.exact), row.weight);
  }
  row.score.set_point(row.accepted);
}

/// Every row rounds for itself and the total adds up what it sees.
Tally round_each(model::ProjectEvaluation& evaluation, std::vector<Split> const& splits,
                 rulepack::RulePack const& pack, Rounder const& round) {
  Tally sum;
  number::DecimalSum settled; // of the rows that are one number: nearly all, added once, not at both ends
  for (std::size_t i = 0; i < evaluation.indicators.size(); ++i) {
    ScoredIndicator& row = evaluation.indicators[i];
    if (!has_points(row)) {
      take_no_points(row);
      continue;
    }
    if (splits[i].settled) {
      settle(row, round);
      settled.add(row.accepted);
    } else {
      take_points(row);
      row.score = round.capped(row.exact, row.weight);
      Tally const exact = exact_tally(row, splits[i]);
      Tally const rounded =
          rounded_tally(row.score, row.exact, splits[i].answered * row.weight, exact.claimed,
                        exact.unanswered, exact.accepted, splits[i].accepted_open, round);
      row.accepted = rounded.accepted;
      sum.add(rounded);
    }
  }
  if (model::Execution& execution = evaluation.execution; execution.added) {
    execution.score = round(execution.score);
    if (is_answered(execution, pack) && execution.score.is_point()) {
      settled.add(low(execution.score));
    } else {
      sum.add(execution_tally(execution, pack));
    }
  }
  sum.add_settled(settled.total());
  return sum;
}

/// Rows that round together: their exact points are added, the sum is rounded once, and the rows show parts
/// that add up to it.
struct Group {
  std::vector<std::size_t> rows;
  std::vector<Interval> parts; ///< of the rows; then of the execution score when it belongs here
  Tally exact;
  Rational answered, weight;
  bool execution = false, accepted_open = false;
};

std::size_t group_of(ScoredIndicator const& row, RoundAt at) {
  return at == RoundAt::level ? static_cast<std::size_t>(row.indicator.level1_id) : 0;
}

using Groups = std::array<Group, 8>;

Groups group_rows(model::ProjectEvaluation& evaluation, std::vector<Split> const& splits,
                  rulepack::RulePack const& pack, RoundAt at) {
  Groups groups;
  for (std::size_t i = 0; i < evaluation.indicators.size(); ++i) {
    ScoredIndicator& row = evaluation.indicators[i];
    if (!has_points(row)) {
      take_no_points(row);
      continue;
    }
    take_points(row);
    Group& group = groups[group_of(row, at)];
    group.rows.push_back(i);
    group.parts.push_back(row.exact);
    group.exact.add(exact_tally(row, splits[i]));
    group.weight += row.weight;
    group.accepted_open = group.accepted_open || splits[i].accepted_open;
  }
  if (evaluation.execution.added) {
    Group& group = groups[at == RoundAt::level ? static_cast<std::size_t>(model::Level1::execution) : 0];
    group.parts.push_back(evaluation.execution.score);
    group.exact.add(execution_tally(evaluation.execution, pack));
    group.weight += evaluation.execution.max;
    group.execution = true;
  }
  return groups;
}

Rational accepted_of(ScoredIndicator const& row, Split const& split, Rounder const& round) {
  if (split.settled) {
    return low(row.score);
  }
  Tally const exact = exact_tally(row, split);
  return rounded_tally(row.score, row.exact, 0, exact.claimed, exact.unanswered, exact.accepted,
                       split.accepted_open, round)
      .accepted;
}

Tally round_group(model::ProjectEvaluation& evaluation, std::vector<Split> const& splits, Group const& group,
                  Rounder const& round) {
  Interval const whole = round.capped(group.exact.value, group.weight);
  std::vector<Interval> const shown = apportion(group.parts, whole, round);
  for (std::size_t i = 0; i < group.rows.size(); ++i) {
    ScoredIndicator& row = evaluation.indicators[group.rows[i]];
    row.score = shown[i];
    row.accepted = accepted_of(row, splits[group.rows[i]], round);
  }
  if (group.execution) {
    evaluation.execution.score = shown.back();
  }
  Tally const& exact = group.exact;
  Rational const answered = high(exact.value) - exact.claimed - exact.unanswered;
  return rounded_tally(whole, exact.value, answered, exact.claimed, exact.unanswered, exact.accepted,
                       group.accepted_open, round);
}

/// The total on the scale of 100, from `counted`: what the rows add up to before the total itself rounds.
void rebase(model::Total& total, Tally const& rounded, Tally const& counted, Rounder const& round) {
  total.is_rebased = total.max != Rational(100);
  if (!total.is_rebased) {
    total.rebased = total.value;
    total.accepted = round(rounded.accepted);
    return;
  }
  Rational const factor = Rational(100) / total.max;
  total.rebased = round(scaled(counted.value, factor));
  total.accepted = high(number::clamp(Interval::point(round(counted.accepted * factor)), low(total.rebased),
                                      high(total.rebased)));
  bool const unreachable = !total.rebased.high.closed && total.accepted == high(total.rebased);
  if (unreachable && total.accepted - round.unit() >= low(total.rebased)) {
    total.accepted -= round.unit();
  }
}

} // namespace

void exact_points(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack) {
  Rounder const round(pack.rounding);
  evaluation.execution.score = round(scaled(evaluation.execution.share, evaluation.execution.max));
  for (ScoredIndicator& row : evaluation.indicators) {
    if (!has_points(row)) {
      take_no_points(row);
      continue;
    }
    take_points(row);
    row.score = round.capped(row.exact, row.weight);
    row.accepted = low(row.score); // nobody has claimed anything
  }
}

void total_up(model::ProjectEvaluation& evaluation, std::vector<Split> const& splits, WeightSums const& sums,
              rulepack::RulePack const& pack) {
  assert(sums.max.sign() > 0);
  Rounder const round(pack.rounding);
  model::Total& total = evaluation.total;
  model::Execution& execution = evaluation.execution;
  execution.score = scaled(execution.share, execution.max);
  RoundAt const at = sums.distributed ? RoundAt::total : pack.rounding.at;
  Tally tally;
  total.max = sums.max;
  if (execution.added) {
    total.max += execution.max;
  } else {
    execution.score = round(execution.score);
  }
  Tally exact;
  if (at == RoundAt::indicator) {
    tally = round_each(evaluation, splits, pack, round);
  } else {
    for (Group const& group : group_rows(evaluation, splits, pack, at)) {
      if (!group.parts.empty()) {
        tally.add(round_group(evaluation, splits, group, round));
        exact.add(group.exact);
      }
    }
  }
  // Where rows round, the total is what they add up to; elsewhere it has rounded nothing yet.
  Tally const& counted = at == RoundAt::indicator ? tally : exact;
  total.exact = counted.value;
  total.value = round(tally.value);
  evaluation.ledger = tally.ledger(total.max);
  rebase(total, tally, counted, round);
}

} // namespace jixiao::scoring
