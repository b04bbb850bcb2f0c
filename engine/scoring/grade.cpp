#include "engine/scoring/grade.hpp"

namespace jixiao::scoring {

std::vector<std::string_view> grades_of(Interval const& total, rulepack::RulePack const& pack) {
  std::vector<std::string_view> touched;
  for (std::size_t i = 0; i < pack.grades.size(); ++i) {
    rulepack::Grade const& grade = pack.grades[i];
    Rational const& top = high(total);
    if (i > 0 && !(low(total) < pack.grades[i - 1].from)) {
      break; // it begins in the better grade, and so it does for all that follow
    }
    if (total.high.closed ? !(top < grade.from) : grade.from < top) {
      touched.emplace_back(grade.id);
    }
  }
  return touched;
}

std::string_view grade_of(Rational const& total, rulepack::RulePack const& pack) {
  for (rulepack::Grade const& grade : pack.grades) {
    if (total >= grade.from) {
      return grade.id;
    }
  }
  return {};
}

Rational total_with_evidence(model::ProjectEvaluation const& evaluation, Rounder const& round) {
  if (evaluation.total.rebased.is_point()) {
    return low(evaluation.total.rebased);
  }
  Rational total = low(evaluation.total.exact);
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    bool const counted = row.weight_origin != model::WeightOrigin::none && counts(row);
    // A person's tier is an answer; so is a row that is one number.
    if (counted && !row.share.is_point() && row.evidence != evidence_judgement) {
      total += split_of(row.verdicts).unproven * row.weight;
    }
  }
  model::Execution const& execution = evaluation.execution;
  if (execution.added && !execution.rate) {
    total += high(execution.score) - low(execution.score);
  }
  Rational const with_evidence =
      round(evaluation.total.is_rebased ? total * Rational(100) / evaluation.total.max : total);
  bool const capped = evaluation.total.is_capped && high(evaluation.total.rebased) < with_evidence;
  return capped ? high(evaluation.total.rebased) : with_evidence;
}

bool is_unproven(std::vector<std::string_view> const& grades, Rational const& with_evidence,
                 rulepack::RulePack const& pack) {
  if (grades.size() < 2 || grades.back() != pack.grades.back().id) {
    return false;
  }
  return grade_of(with_evidence, pack) != pack.grades.back().id;
}

} // namespace jixiao::scoring
