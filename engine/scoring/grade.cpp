#include "engine/scoring/grade.hpp"

namespace jixiao::scoring {

std::vector<std::string_view> grades_of(Interval const& total, rulepack::RulePack const& pack) {
  std::vector<std::string_view> touched;
  for (std::size_t i = 0; i < pack.grades.size(); ++i) {
    rulepack::Grade const& grade = pack.grades[i];
    Rational const& top = high(total);
    bool const reaches = top > grade.from || (top == grade.from && total.high.closed);
    bool const begins_below = i == 0 || low(total) < pack.grades[i - 1].from;
    if (reaches && begins_below) {
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

bool is_unproven(model::ProjectEvaluation const& evaluation, std::vector<Split> const& splits,
                 rulepack::RulePack const& pack) {
  if (evaluation.grades.size() < 2 || evaluation.grades.back() != pack.grades.back().id) {
    return false;
  }
  Rational with_evidence = low(evaluation.total.exact);
  for (std::size_t i = 0; i < splits.size(); ++i) {
    model::ScoredIndicator const& row = evaluation.indicators[i];
    if (row.weight_origin != model::WeightOrigin::none && counts(row) && !splits[i].settled) {
      with_evidence += splits[i].unproven * row.weight;
    }
  }
  model::Execution const& execution = evaluation.execution;
  if (execution.added && !execution.rate) {
    with_evidence += high(execution.score) - low(execution.score);
  }
  Rounder const round(pack.rounding);
  return grade_of(round(with_evidence * Rational(100) / evaluation.total.max), pack) != pack.grades.back().id;
}

} // namespace jixiao::scoring
