#include "engine/scoring/queue.hpp"

#include "engine/scoring/execution.hpp"
#include "engine/scoring/project_facts.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using model::LedgerColumn;
using model::Question;
using model::ScoredIndicator;
using model::Status;
using model::Verdict;

int urgency(LedgerColumn column) {
  return column == LedgerColumn::unanswered ? 2 : column == LedgerColumn::claimed ? 1 : 0;
}

/// The open part that says least.
std::size_t open_part(ScoredIndicator const& row) {
  std::size_t chosen = row.verdicts.size();
  for (std::size_t i = 0; i < row.verdicts.size(); ++i) {
    bool const open = row.verdicts[i].status == Status::open;
    if (open
        && (chosen == row.verdicts.size()
            || urgency(row.verdicts[i].column) > urgency(row.verdicts[chosen].column))) {
      chosen = i;
    }
  }
  return chosen;
}

rulepack::EvidenceClass const* class_of(std::string_view id, rulepack::RulePack const& pack) {
  for (rulepack::EvidenceClass const& each : pack.evidence) {
    if (each.id == id) {
      return &each;
    }
  }
  return nullptr;
}

/// A question of scoring or of an evidence class: {0} is the indicator's name.
Question own(std::string_view id, ScoredIndicator const& row) {
  return {std::string(id), {row.indicator.name}};
}

/// What the reading asks comes first, it knows the words of the row; then what the evidence class asks.
Question question_of(ScoredIndicator const& row, rulepack::RulePack const& pack) {
  if (row.weight_origin == model::WeightOrigin::none) {
    return own(question_weight, row);
  }
  std::size_t const part = open_part(row);
  if (row.evidence == evidence_judgement || part == row.verdicts.size()) {
    return own(question_point, row);
  }
  Verdict const& verdict = row.verdicts[part];
  if (verdict.evidence == evidence_department_claim || verdict.evidence == evidence_department_item) {
    return own(question_evidence, row);
  }
  if (part < row.indicator.comparisons.size() && !row.indicator.comparisons[part].question.id.empty()) {
    return row.indicator.comparisons[part].question;
  }
  rulepack::EvidenceClass const* const evidence = class_of(verdict.evidence, pack);
  if (evidence != nullptr && evidence->status == Status::assumed) {
    return own(question_confirm, row);
  }
  if (evidence != nullptr && !evidence->question.empty()) {
    return own(evidence->question, row);
  }
  bool const compared = part < row.indicator.comparisons.size()
                        && row.indicator.comparisons[part].facts.number(model::NumberField::target)
                        && row.indicator.comparisons[part].facts.number(model::NumberField::actual);
  return own(compared ? question_judge : question_settle, row); // nothing is missing but a rule
}

/// The execution counts and its amounts say nothing: the budget is missing or not understood, the executed
/// amount is missing beside a known budget, or one of the two cannot be right.
std::string_view asked_of_execution(model::ProjectEvaluation const& evaluation,
                                    rulepack::RulePack const& pack) {
  model::Budget const& amounts = evaluation.project.budget;
  std::optional<Rational> const& budget = denominator(amounts, pack);
  if (!evaluation.execution.added || evaluation.project.department_form || (budget && budget->is_zero())) {
    return {};
  }
  if (!budget) {
    return question_budget;
  }
  bool const wrong =
      budget->sign() < 0 || (evaluation.execution.rate && pack.limits.is_absurd(*evaluation.execution.rate));
  return wrong ? question_amounts : amounts.executed ? std::string_view() : question_executed;
}

} // namespace

void fill_queue(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack) {
  if (std::string_view const asked = asked_of_execution(evaluation, pack); !asked.empty()) {
    Interval const& score = evaluation.execution.score;
    evaluation.queue.push_back({0, high(score) - low(score), {std::string(asked), {}}});
  }
  for (ScoredIndicator const& row : evaluation.indicators) {
    bool const outside = row.weight_origin == model::WeightOrigin::none
                         && (row.status == Status::open || row.status == Status::unreadable);
    if (!outside && row.status != Status::open) {
      continue;
    }
    Rational points = outside ? Rational(0) : high(row.score) - low(row.score);
    if (outside || !points.is_zero()) {
      evaluation.queue.push_back({row.indicator.row, std::move(points), question_of(row, pack)});
    }
  }
  if (evaluation.queue.size() < 2) {
    return; // sorting would ask for storage
  }
  std::stable_sort(evaluation.queue.begin(), evaluation.queue.end(),
                   [](model::QueueItem const& left, model::QueueItem const& right) {
                     return left.points != right.points ? left.points > right.points : left.row < right.row;
                   });
}

} // namespace jixiao::scoring
