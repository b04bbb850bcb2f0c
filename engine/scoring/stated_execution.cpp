#include "engine/scoring/stated_execution.hpp"

#include "engine/scoring/execution.hpp"
#include "engine/scoring/findings.hpp"
#include "engine/scoring/place.hpp"
#include "engine/scoring/project_facts.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using model::Column;

void note(model::ProjectEvaluation& evaluation, diagnostic::Code const& code, diagnostic::Place const& place,
          std::vector<std::string> arguments) {
  evaluation.findings.push_back(diagnostic::make(code, place, std::move(arguments)));
}

void say_left_out(model::ProjectEvaluation& evaluation, WeightSums const& sums) {
  switch (sums.left_out) {
  case LeftOut::no: return;
  case LeftOut::no_room:
    return note(evaluation, findings::execution_left_out, place_of(evaluation.project, Column::weight),
                {points_text(sums.printed), points_text(sums.execution),
                 points_text(Rational(100) - sums.execution)});
  case LeftOut::stated_zero:
    return note(evaluation, findings::execution_without_points,
                evaluation.project.above->execution_points.place, {});
  case LeftOut::form_total:
    return note(evaluation, findings::execution_outside_sum, evaluation.project.above->execution_points.place,
                {points_text(sums.printed), points_text(sums.execution)});
  }
}

void check_points(model::ProjectEvaluation& evaluation, WeightSums const& sums,
                  rulepack::RulePack const& pack) {
  std::optional<Rational> const& points = evaluation.project.stated->points;
  if (points && sums.execution_added && *points != pack.weights.execution) {
    note(evaluation, findings::execution_points_differ, evaluation.project.above->execution_points.place,
         {points_text(*points), points_text(pack.weights.execution), points_text(sums.execution)});
  }
}

void check_rate(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack) {
  model::Project const& project = evaluation.project;
  std::vector<Interval> const& rates = project.stated->rates;
  std::optional<Rational> const& rate = evaluation.execution.rate;
  bool const agrees = std::any_of(rates.begin(), rates.end(), [&rate](Interval const& printed) {
    return rate && printed.contains(*rate);
  });
  if (rates.empty() || !rate || agrees) {
    return;
  }
  note(evaluation, findings::execution_rate_differs, project.above->execution_rate.place,
       {project.above->execution_rate.text, percent_text(*rate), ten_thousands_text(*project.budget.executed),
        ten_thousands_text(*denominator(project.budget, pack))});
}

void check_claimed(model::ProjectEvaluation& evaluation) {
  model::Execution const& execution = evaluation.execution;
  if (!execution.applicable || !execution.claimed || execution.score.contains(*execution.claimed)) {
    return;
  }
  diagnostic::Place const& place = evaluation.project.above->execution_claimed.place;
  Rational const& claimed = *execution.claimed;
  if (execution.score.is_point()) {
    Rational const& score = low(execution.score);
    note(evaluation, findings::execution_claimed_differs, place,
         {points_text(claimed), points_text(score), points_text(claimed - score)});
  } else {
    note(evaluation, findings::execution_claimed_outside, place,
         {points_text(claimed), points_text(low(execution.score)), points_text(high(execution.score))});
  }
}

} // namespace

void check_stated(model::ProjectEvaluation& evaluation, WeightSums const& sums,
                  rulepack::RulePack const& pack) {
  if (evaluation.execution.rate) {
    say_left_out(evaluation, sums);
  }
  if (evaluation.project.stated) {
    check_points(evaluation, sums, pack);
    check_rate(evaluation, pack);
    check_claimed(evaluation);
  }
}

} // namespace jixiao::scoring
