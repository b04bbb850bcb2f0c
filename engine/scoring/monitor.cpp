#include "engine/scoring/monitor.hpp"

#include "engine/rulepack/evaluate.hpp"
#include "engine/scoring/row.hpp"

namespace jixiao::scoring {
namespace {

using model::NumberField;

constexpr std::int64_t months = 12;

/// The worse of two lights; a row without a light has no say.
std::string_view worse(std::string_view left, std::string_view right,
                       rulepack::Monitoring const& monitoring) {
  for (rulepack::Light const& light : monitoring.lights) {
    if (light.id == left) {
      return left;
    }
    if (light.id == right) {
      return right;
    }
  }
  return {};
}

std::string_view light_of_row(model::ScoredIndicator const& row, number::Interval const& elapsed,
                              rulepack::Monitoring const& monitoring) {
  std::string_view light;
  for (model::Comparison const& comparison : row.indicator.comparisons) {
    if (comparison.not_due) {
      continue;
    }
    model::Facts facts = comparison.facts;
    facts.number(NumberField::elapsed) = elapsed;
    light = worse(light, rulepack::light_of(monitoring.indicators, facts), monitoring);
  }
  return light;
}

} // namespace

void monitor(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack, std::uint32_t month) {
  rulepack::Monitoring const& monitoring = pack.monitoring;
  number::Interval const elapsed =
      number::Interval::point(number::Rational::fraction(static_cast<std::int64_t>(month), months));
  evaluation.month = month;
  for (model::ScoredIndicator& row : evaluation.indicators) {
    bool const monitored = counts(row) && !row.indicator.execution_row && !evaluation.project.department_form;
    row.light = monitored ? light_of_row(row, elapsed, monitoring) : std::string_view();
    evaluation.light = worse(evaluation.light, row.light, monitoring);
  }
  if (evaluation.execution.rate) {
    model::Facts facts = evaluation.facts;
    facts.number(NumberField::elapsed) = elapsed;
    evaluation.execution.light = rulepack::light_of(monitoring.execution, facts);
    evaluation.light = worse(evaluation.light, evaluation.execution.light, monitoring);
  }
}

} // namespace jixiao::scoring
