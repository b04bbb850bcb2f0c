#include "engine/scoring/claimed_sum.hpp"

#include "engine/scoring/findings.hpp"
#include "engine/scoring/points.hpp"
#include "engine/scoring/weights.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using model::ClaimedSum;
using model::ScoredIndicator;

/// The rows that a printed sum covers.
struct Covered {
  Rational claimed, weight;
  Rational unclaimed; ///< points of the rows that claim nothing
  std::uint32_t claims = 0;
  bool execution_row = false;
};

Covered covered_by(model::ProjectEvaluation const& evaluation, std::uint32_t first, std::uint32_t end) {
  Covered covered;
  end = std::min(end, static_cast<std::uint32_t>(evaluation.indicators.size()));
  for (std::uint32_t i = first; i < end; ++i) {
    ScoredIndicator const& row = evaluation.indicators[i];
    if (!is_weighed(row)) {
      continue;
    }
    covered.weight += row.weight;
    covered.execution_row = covered.execution_row || is_execution(row);
    if (row.indicator.claimed) {
      covered.claimed += *row.indicator.claimed;
      ++covered.claims;
    } else {
      covered.unclaimed += row.weight;
    }
  }
  return covered;
}

/// Forms add the execution score to a sum without having a row for it.
bool may_hold_execution(model::ProjectEvaluation const& evaluation, ClaimedSum const& sum,
                        Covered const& covered) {
  Rational const with_execution = covered.weight + evaluation.execution.max;
  return !sum.part && !covered.execution_row && !evaluation.project.department_form
         && (sum.weight ? *sum.weight == with_execution : !(with_execution > Rational(100)));
}

std::string text_of(Interval const& points) {
  return points.is_point() ? points_text(low(points))
                           : points_text(low(points)) + "~" + points_text(high(points));
}

void note(model::ProjectEvaluation& evaluation, diagnostic::Code const& code, ClaimedSum const& sum,
          std::string other) {
  evaluation.findings.push_back(
      diagnostic::make(code, sum.place, {sum.label, points_text(sum.claimed), std::move(other)}));
}

/// True when the rows can add up to what is printed: what they do not claim may be anything up to its points.
bool rows_agree(ClaimedSum const& sum, Covered const& covered, Rational const& room) {
  Rational const rest = sum.claimed - covered.claimed;
  return rest.sign() >= 0 && !(rest > covered.unclaimed + room);
}

void check_against_total(model::ProjectEvaluation& evaluation, ClaimedSum const& sum) {
  model::Total const& total = evaluation.total;
  if (total.incomplete || total.value.contains(sum.claimed) || total.rebased.contains(sum.claimed)) {
    return;
  }
  note(evaluation, findings::claimed_sum_outside_total, sum, text_of(total.value));
}

void check_sum(model::ProjectEvaluation& evaluation, ClaimedSum const& sum, Covered const& covered) {
  bool const execution = may_hold_execution(evaluation, sum, covered);
  Rational const room = execution ? evaluation.execution.max : Rational(0);
  if (!sum.compared && covered.claims > 0 && !rows_agree(sum, covered, room)) {
    note(evaluation, findings::claimed_sum_differs, sum, points_text(covered.claimed));
  }
  bool const whole = !sum.part && sum.rows == evaluation.indicators.size();
  // The sum of the claims alone has been held against the rows (claimed_total_differs), and so has that with
  // the execution score where the form claims one.
  bool const with_execution = evaluation.execution.added && evaluation.execution.claimed
                              && sum.claimed == covered.claimed + *evaluation.execution.claimed;
  bool const of_rows = covered.unclaimed.is_zero()
                       && (with_execution || (sum.claimed == covered.claimed && !(execution && sum.weight)));
  bool const comparable = execution || !evaluation.execution.added;
  if (evaluation.scored && whole && comparable && !of_rows) {
    check_against_total(evaluation, sum);
  }
}

} // namespace

void check_claimed_sums(model::ProjectEvaluation& evaluation) {
  if (evaluation.project.rows_left_out > 0) {
    return; // what was left out may have claimed anything
  }
  std::uint32_t since = 0; // the rows behind the sum before
  for (ClaimedSum const& sum : evaluation.project.claimed_sums) {
    check_sum(evaluation, sum, covered_by(evaluation, sum.part ? since : 0, sum.rows));
    since = sum.rows;
  }
}

} // namespace jixiao::scoring
