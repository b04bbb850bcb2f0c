#include "engine/scoring/claim.hpp"

#include "engine/scoring/findings.hpp"
#include "engine/scoring/grade.hpp"
#include "engine/scoring/place.hpp"
#include "engine/scoring/weights.hpp"

namespace jixiao::scoring {
namespace {

using model::ScoredIndicator;

/// Says something about the claimed score of one row, at its cell.
class ClaimNotes {
public:
  ClaimNotes(ScoredIndicator& row, model::Project const& project) : row_(row), project_(project) {}

  void add(diagnostic::Code const& code, std::vector<std::string> more) const {
    more.insert(more.begin(), row_.indicator.name);
    row_.findings.push_back(
        diagnostic::make(code, place_of(row_.indicator, project_, model::Column::claimed), std::move(more)));
  }

private:
  ScoredIndicator& row_;
  model::Project const& project_;
};

/// Distributed weights are fractions; what a form can hold is the rounded one.
bool is_above_weight(ScoredIndicator const& row, Rational const& claimed, Rounder const& round) {
  bool const distributed = row.weight_origin == model::WeightOrigin::distributed;
  return claimed > row.weight && !(distributed && claimed == round(row.weight));
}

void check_against_weight(ScoredIndicator const& row, Rational const& claimed, Rounder const& round,
                          ClaimNotes const& notes) {
  if (claimed.sign() < 0) {
    notes.add(findings::claimed_negative, {points_text(claimed)});
  } else if (is_above_weight(row, claimed, round)) {
    notes.add(findings::claimed_above_weight, {points_text(claimed), points_text(row.weight)});
  } else if (claimed < row.weight && claimed != round(row.weight) && row.indicator.deviation_reason.empty()) {
    notes.add(findings::claimed_without_reason, {points_text(claimed), points_text(row.weight)});
  }
}

void check_against_score(ScoredIndicator& row, Rational const& claimed, Rounder const& round,
                         ClaimNotes const& notes) {
  Interval const rounded = round.capped(row.exact, round(row.weight));
  if (rounded.contains(claimed)) {
    return; // parts of distributed points are shown so that they add up; alone they round like this
  }
  if (row.score.is_point()) {
    Rational difference = claimed - low(row.score);
    if (!difference.is_zero()) {
      row.difference_cause = difference_cause(row, claimed, round);
      notes.add(findings::claimed_differs,
                {points_text(claimed), points_text(low(row.score)), points_text(difference)});
      row.difference = std::move(difference);
    }
  } else if (!row.score.contains(claimed)) {
    notes.add(findings::claimed_outside,
              {points_text(claimed), points_text(low(row.score)), points_text(high(row.score))});
  }
}

/// What the rows that claim a score are worth and what they earned. `compared` are the claims of the rows
/// whose score stands in `score`.
struct Sums {
  Rational claimed, compared, weight;
  Interval score = Interval::point(0);
  std::uint32_t rows = 0, claiming = 0;
};

Sums check_rows(model::ProjectEvaluation& evaluation, Rounder const& round) {
  Sums sums;
  for (ScoredIndicator& row : evaluation.indicators) {
    if (!is_weighed(row)) {
      continue;
    }
    ++sums.rows;
    if (!row.indicator.claimed) {
      continue;
    }
    ++sums.claiming;
    Rational const& claimed = *row.indicator.claimed;
    sums.claimed += claimed;
    if (row.weight_origin == model::WeightOrigin::none) {
      continue;
    }
    sums.weight += row.weight;
    ClaimNotes const notes(row, evaluation.project);
    check_against_weight(row, claimed, round, notes);
    if (evaluation.scored && counts(row)) {
      add(sums.score, row.score);
      sums.compared += claimed;
      check_against_score(row, claimed, round, notes);
    }
  }
  return sums;
}

/// Where the first claim is missing.
diagnostic::Place first_without_claim(model::ProjectEvaluation const& evaluation) {
  for (ScoredIndicator const& row : evaluation.indicators) {
    if (is_weighed(row) && !row.indicator.claimed) {
      return place_of(row.indicator, evaluation.project, model::Column::claimed);
    }
  }
  return place_of(evaluation.project, model::Column::claimed);
}

/// The score that a form claims for the execution is part of its sum where the execution counts.
void add_execution(model::Execution const& execution, Sums& sums) {
  if (execution.added && execution.claimed) {
    sums.claimed += *execution.claimed;
    sums.compared += *execution.claimed;
    sums.weight += execution.max;
    add(sums.score, execution.score);
  }
}

/// The grade of a claimed sum is said only where the sum is that of a whole table of 100 points.
std::string_view claimed_grade(model::ProjectEvaluation const& evaluation, Sums const& sums,
                               rulepack::RulePack const& pack, Rounder const& round) {
  if (sums.claiming != sums.rows) {
    return {};
  }
  if (sums.weight == Rational(100)) {
    return grade_of(round(sums.claimed), pack);
  }
  model::Execution const& execution = evaluation.execution;
  bool const with_execution = execution.added && !execution.claimed && execution.rate
                              && execution.score.is_point() && sums.weight + execution.max == Rational(100);
  return with_execution ? grade_of(round(sums.claimed + low(execution.score)), pack) : std::string_view{};
}

} // namespace

void check_claims(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack) {
  Rounder const round(pack.rounding);
  Sums sums = check_rows(evaluation, round);
  evaluation.claimed.rows = sums.claiming;
  if (sums.claiming == 0) {
    return;
  }
  add_execution(evaluation.execution, sums);
  evaluation.claimed.total = sums.claimed;
  evaluation.claimed.grade = claimed_grade(evaluation, sums, pack, round);
  if (sums.claiming != sums.rows) {
    evaluation.findings.push_back(
        diagnostic::make(findings::claimed_partly, first_without_claim(evaluation),
                         {std::to_string(sums.claiming), std::to_string(sums.rows)}));
  }
  if (evaluation.scored && !sums.score.contains(sums.compared)) {
    evaluation.findings.push_back(diagnostic::make(
        findings::claimed_total_differs, place_of(evaluation.project, model::Column::claimed),
        {points_text(sums.compared),
         sums.score.is_point() ? points_text(low(sums.score))
                               : points_text(low(sums.score)) + "~" + points_text(high(sums.score))}));
  }
}

} // namespace jixiao::scoring
