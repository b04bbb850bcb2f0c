#include "engine/scoring/score.hpp"

#include "engine/scoring/cap.hpp"
#include "engine/scoring/claim.hpp"
#include "engine/scoring/claimed_sum.hpp"
#include "engine/scoring/execution.hpp"
#include "engine/scoring/findings.hpp"
#include "engine/scoring/grade.hpp"
#include "engine/scoring/monitor.hpp"
#include "engine/scoring/place.hpp"
#include "engine/scoring/queue.hpp"
#include "engine/scoring/row.hpp"
#include "engine/scoring/row_findings.hpp"
#include "engine/scoring/stated_execution.hpp"
#include "engine/scoring/total.hpp"
#include "engine/scoring/weights.hpp"

#include <utility>

namespace jixiao::scoring {
namespace {

using model::ScoredIndicator;

/// A budget table asks nothing yet: it has targets, and nobody has reported anything.
bool has_answers(model::ProjectEvaluation const& evaluation) {
  for (ScoredIndicator const& row : evaluation.indicators) {
    bool const answered = row.indicator.actual && row.indicator.actual->kind != model::CellKind::empty;
    bool const claimed = evaluation.project.department_form && row.indicator.claimed;
    // What was reported and cannot be read is no table of targets.
    bool const unreadable =
        !answered && row.indicator.target && row.indicator.target->kind != model::CellKind::empty
        && !row.indicator.comparisons.empty()
        && row.indicator.comparisons.front().facts.truth(model::TruthField::unreadable) == model::Truth::yes;
    if (answered || claimed || unreadable || row.judgement || !row.indicator.inputs.empty()) {
      return true;
    }
  }
  return false;
}

void clear(model::Total& total) {
  for (Interval* const points : {&total.exact, &total.value, &total.rebased}) {
    points->set_point(Rational(0));
  }
  total.max = total.accepted = Rational(0);
  total.is_rebased = total.is_capped = total.incomplete = false;
  total.cap = {};
}

/// What an evaluation may hold from the project before.
void clear(model::ProjectEvaluation& evaluation) {
  evaluation.scored = false;
  evaluation.unproven = false;
  evaluation.ledger = {};
  clear(evaluation.total);
  evaluation.grades.clear();
  evaluation.claimed = {};
  evaluation.queue.clear();
  evaluation.month = 0;
  evaluation.light = {};
  evaluation.findings.clear();
}

void clear(ScoredIndicator& row) {
  row.weight = 0;
  row.weight_origin = model::WeightOrigin::none;
  row.judgement.reset();
  row.difference.reset();
  row.difference_cause.clear();
  row.light = {};
  row.findings.clear();
}

std::vector<Split> judge_rows(model::ProjectEvaluation& evaluation, RowContext const& context) {
  std::vector<Split> splits(evaluation.indicators.size());
  for (std::size_t i = 0; i < splits.size(); ++i) {
    clear(evaluation.indicators[i]);
    judge_row(evaluation.indicators[i], splits[i], context);
  }
  return splits;
}

/// Weights that the table does not print are unknown while rows are judged; a rule may ask for them.
void judge_again(model::ProjectEvaluation& evaluation, std::vector<Split>& splits,
                 RowContext const& context) {
  for (std::size_t i = 0; i < splits.size(); ++i) {
    ScoredIndicator& row = evaluation.indicators[i];
    bool const supplied = row.weight_origin == model::WeightOrigin::distributed
                          || row.weight_origin == model::WeightOrigin::remainder;
    if (supplied && !context.department_form) {
      judge_with_weight(row, splits[i], context);
      bool const assumed = row.weight_origin == model::WeightOrigin::remainder;
      row.status = assumed && row.status == model::Status::scored ? model::Status::assumed : row.status;
    }
  }
}

/// What claims would give is no more than what they claim.
void limit_to_claims(model::ProjectEvaluation const& evaluation, std::vector<Split>& splits) {
  for (std::size_t i = 0; i < splits.size(); ++i) {
    ScoredIndicator const& row = evaluation.indicators[i];
    if (row.indicator.claimed && row.weight.sign() > 0 && !row.judgement) {
      limit_accepted(splits[i], low(row.share), *row.indicator.claimed / row.weight);
    }
  }
}

void find_in_rows(model::ProjectEvaluation& evaluation, RowContext const& context) {
  for (ScoredIndicator& row : evaluation.indicators) {
    if (row.status != model::Status::excluded) {
      find_in_row(row, evaluation.project, context);
    }
  }
}

void note(model::ProjectEvaluation& evaluation, diagnostic::Code const& code,
          std::vector<std::string> arguments) {
  evaluation.findings.push_back(diagnostic::make(code, evaluation.project.place, std::move(arguments)));
}

/// The row that states the execution rate and the budget that shows it.
void compare_execution_row(model::ProjectEvaluation& evaluation) {
  for (ScoredIndicator& row : evaluation.indicators) {
    if (!row.indicator.execution_row || row.indicator.comparisons.empty()) {
      continue;
    }
    if (!evaluation.execution.rate) {
      row.findings.push_back(
          diagnostic::make(findings::execution_row_alone, row.indicator.place, {row.indicator.name}));
      continue;
    }
    std::optional<Interval> const& stated =
        row.indicator.comparisons.front().facts.number(model::NumberField::actual);
    std::string const computed = percent_text(*evaluation.execution.rate);
    if (stated && stated->is_point() && percent_text(low(*stated)) != computed) {
      row.findings.push_back(diagnostic::make(
          findings::execution_row_differs, place_of(row.indicator, evaluation.project, model::Column::actual),
          {percent_text(low(*stated)), computed}));
    }
  }
}

/// Rows that have no part in the total, which would be another one with them.
void note_bonus(model::ProjectEvaluation& evaluation) {
  std::uint64_t rows = 0;
  std::string names;
  for (ScoredIndicator const& row : evaluation.indicators) {
    if (row.evidence == evidence_bonus) {
      ++rows;
      names += (names.empty() ? "" : " | ") + std::to_string(row.indicator.row) + " " + row.indicator.name;
    }
  }
  if (rows != 0) {
    note(evaluation, findings::bonus_not_counted, {std::to_string(rows), names});
  }
}

void give_total(model::ProjectEvaluation& evaluation, std::vector<Split> const& splits,
                WeightSums const& sums, RowContext const& context) {
  total_up(evaluation, splits, sums, context.pack);
  cap_total(evaluation, context.pack);
  std::uint64_t const left_out = sums.rows_outside + evaluation.project.rows_left_out;
  evaluation.total.incomplete = left_out > 0 || (sums.shares && !context.department_form);
  if (!evaluation.total.incomplete) { // what is left out may be worth any grade
    evaluation.grades = grades_of(evaluation.total.rebased, context.pack);
  }
  evaluation.unproven =
      evaluation.grades.size() > 1
      && is_unproven(evaluation.grades, total_with_evidence(evaluation, Rounder(context.pack.rounding)),
                     context.pack);
  fill_queue(evaluation, context.pack);
  if (left_out > 0) {
    note(evaluation, findings::total_incomplete,
         {std::to_string(left_out), points_text(evaluation.total.max)});
  }
  if (evaluation.total.is_rebased) {
    note(evaluation, findings::total_rebased, {points_text(evaluation.total.max)});
  }
}

} // namespace

model::ProjectEvaluation score(model::Project project, rulepack::RulePack const& pack, Assume assume,
                               DecisionFinder const& decide, std::uint32_t month) {
  model::ProjectEvaluation evaluation;
  evaluation.indicators.resize(project.indicators.size());
  for (std::size_t i = 0; i < project.indicators.size(); ++i) {
    evaluation.indicators[i].indicator = std::move(project.indicators[i]);
  }
  project.indicators.clear();
  evaluation.project = std::move(project);
  rulepack::Judge judge(pack);
  score(evaluation, judge, assume, decide, month);
  return evaluation;
}

void score(model::ProjectEvaluation& evaluation, rulepack::Judge& judge, Assume assume,
           DecisionFinder const& decide, std::uint32_t month) {
  rulepack::RulePack const& pack = judge.pack();
  clear(evaluation);
  evaluation.execution = judge_execution(evaluation.project.budget, pack, evaluation.facts);
  if (evaluation.project.stated) {
    evaluation.execution.claimed = evaluation.project.stated->claimed;
  }
  RowContext const context{pack,
                           judge,
                           assume,
                           decide,
                           evaluation.execution,
                           evaluation.project.budget,
                           evaluation.project.department_form};
  std::vector<Split> splits = judge_rows(evaluation, context);
  WeightSums const sums = resolve_weights(evaluation, context);
  evaluation.execution.max = sums.execution;
  judge_again(evaluation, splits, context);
  if (!context.department_form) {
    for (std::size_t i = 0; i < splits.size(); ++i) {
      accept_claim(evaluation.indicators[i], splits[i], context);
    }
    limit_to_claims(evaluation, splits);
  }
  evaluation.execution.added = evaluation.execution.applicable && sums.execution_added && sums.max.sign() > 0;
  find_in_rows(evaluation, context);
  bool const answers = has_answers(evaluation);
  evaluation.scored = answers && sums.max.sign() > 0;
  evaluation.execution.added = evaluation.scored && evaluation.execution.applicable && sums.execution_added;
  if (evaluation.scored) {
    if (!context.department_form) {
      check_execution(evaluation, sums.execution_added, pack);
      compare_execution_row(evaluation);
    }
    give_total(evaluation, splits, sums, context);
    if (!context.department_form) {
      check_stated(evaluation, sums, pack);
    }
    note_bonus(evaluation);
  } else {
    exact_points(evaluation, pack);
    if (answers) {
      note(evaluation, findings::no_weights, {});
    } else {
      note(evaluation, findings::no_actuals, {std::to_string(evaluation.indicators.size())});
    }
  }
  check_claims(evaluation, pack);
  check_claimed_sums(evaluation);
  if (month != 0) {
    monitor(evaluation, pack, month);
  }
}

} // namespace jixiao::scoring
