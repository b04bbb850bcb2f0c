#include "engine/scoring/execution.hpp"

#include "engine/rulepack/evaluate.hpp"
#include "engine/scoring/findings.hpp"
#include "engine/scoring/place.hpp"
#include "engine/scoring/points.hpp"
#include "engine/scoring/project_facts.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using model::NumberField;

bool is_money(model::Facts const& facts) {
  return facts.word(model::WordField::dimension) == static_cast<std::uint8_t>(model::Dimension::money);
}

bool is_point_at(std::optional<Interval> const& number, std::optional<Rational> const& value) {
  return number && value && number->is_point() && *number->low.value == *value;
}

/// The row says a reason: a dash or "none" is none.
bool says_reason(model::Indicator const& row) {
  return std::any_of(row.comparisons.begin(), row.comparisons.end(), [](model::Comparison const& each) {
    return each.facts.truth(model::TruthField::reason_given) == model::Truth::yes;
  });
}

/// One reason stands beside all of several rows, and none of them has anything to explain.
bool gives_one_reason(model::ProjectEvaluation const& evaluation) {
  std::vector<model::ScoredIndicator> const& rows = evaluation.indicators;
  bool const given = rows.size() > 1 && says_reason(rows.front().indicator);
  return given && std::all_of(rows.begin(), rows.end(), [&](model::ScoredIndicator const& row) {
           bool const full = row.share.is_point() && low(row.share) == Rational(1);
           bool const explained =
               std::any_of(row.findings.begin(), row.findings.end(),
                           [](auto const& found) { return found.code == findings::deviation_explained.id; });
           return full && !explained
                  && row.indicator.deviation_reason == rows.front().indicator.deviation_reason;
         });
}

/// The reason that the row of the execution rate gives, a row of the same two amounts, the form beside them,
/// or the table as a whole; any other reason is about its row.
std::string_view reason_for(model::ProjectEvaluation const& evaluation) {
  model::Project const& project = evaluation.project;
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    if (says_reason(row.indicator)
        && (row.indicator.execution_row || repeats_execution(row.indicator, project.budget))) {
      return row.indicator.deviation_reason;
    }
  }
  if (project.stated && !project.stated->reason.empty()) {
    return project.stated->reason;
  }
  return gives_one_reason(evaluation)
             ? std::string_view(evaluation.indicators.front().indicator.deviation_reason)
             : std::string_view();
}

void check_rate(model::ProjectEvaluation& evaluation, Rational const& budget,
                rulepack::RulePack const& pack) {
  model::Project const& project = evaluation.project;
  Rational const& rate = *evaluation.execution.rate;
  if (pack.limits.is_absurd(rate)) {
    evaluation.findings.push_back(
        diagnostic::make(findings::execution_absurd, place_of(project, model::Column::executed),
                         {percent_text(rate), ten_thousands_text(*project.budget.executed),
                          ten_thousands_text(budget), points_text(evaluation.execution.max)}));
    return;
  }
  bool const over = rate > Rational(1);
  if (!over && !(rate < pack.limits.low_execution)) {
    return;
  }
  std::string_view const reason = over ? std::string_view() : reason_for(evaluation);
  auto const& code = over             ? findings::over_budget
                     : reason.empty() ? findings::low_execution
                                      : findings::low_execution_explained;
  std::vector<std::string> arguments;
  arguments.reserve(reason.empty() ? 4 : 5);
  arguments.push_back(percent_text(rate));
  arguments.push_back(ten_thousands_text(*project.budget.executed));
  arguments.push_back(ten_thousands_text(budget));
  arguments.push_back((pack.limits.low_execution * Rational(100)).plain_text() + "%");
  if (!reason.empty()) {
    arguments.emplace_back(reason);
  }
  evaluation.findings.push_back(
      diagnostic::make(code, place_of(project, model::Column::executed), std::move(arguments)));
}

/// What the rule of the pack itself says.
void check_rule(model::Project const& project, model::Execution const& execution,
                rulepack::RulePack const& pack, diagnostic::Diagnostics& findings) {
  for (rulepack::Rule const& rule : pack.execution) {
    if (rule.id == execution.rule && !rule.finding.empty()) {
      findings.push_back({rule.finding,
                          rule.severity,
                          place_of(project, model::Column::executed),
                          {project.name, percent_text(*execution.rate)}});
    }
  }
}

} // namespace

model::Execution judge_execution(model::Budget const& budget, rulepack::RulePack const& pack,
                                 model::Facts& facts) {
  model::Execution execution;
  facts.far.reset();
  add_project_facts(budget, execution, pack, facts);
  execution.max = pack.weights.execution;
  execution.share = execution.score = Interval::point(0);
  std::optional<Rational> const& divisor = denominator(budget, pack);
  bool const none_stated = divisor && divisor->is_zero();
  if (none_stated || (!divisor && !budget.asked)) {
    return execution;
  }
  execution.applicable = true;
  if (!budget.executed || !divisor || divisor->sign() < 0) {
    execution.share = Interval::closed(0, 1);
    return execution;
  }
  execution.rate = *budget.executed / *divisor;
  if (pack.limits.is_absurd(*execution.rate)) {
    execution.share = Interval::closed(0, 1);
    return execution;
  }
  facts.number(NumberField::execution_rate) = Interval::point(*execution.rate);
  rulepack::RuleShare share = rulepack::share_of_execution(pack, facts);
  execution.share = std::move(share.share);
  execution.rule = share.rule;
  return execution;
}

void check_execution(model::ProjectEvaluation& evaluation, bool has_room, rulepack::RulePack const& pack) {
  model::Project const& project = evaluation.project;
  model::Execution const& execution = evaluation.execution;
  std::optional<Rational> const& budget = denominator(project.budget, pack);
  bool const adjusted = !project.budget.adjusted_text.empty() || project.budget.initial_text.empty();
  auto const note = [&](diagnostic::Code const& code, model::Column column, std::string argument) {
    evaluation.findings.push_back(diagnostic::make(code, place_of(project, column), {std::move(argument)}));
  };
  model::Column const of_budget = adjusted ? model::Column::adjusted_budget : model::Column::initial_budget;
  if (!budget) {
    if (has_room) {
      note(execution.applicable ? findings::budget_not_known : findings::budget_missing, of_budget,
           points_text(execution.max));
    }
  } else if (budget->sign() < 0) {
    evaluation.findings.push_back(
        diagnostic::make(findings::budget_negative, place_of(project, of_budget),
                         {ten_thousands_text(*budget), points_text(execution.max)}));
  } else if (budget->is_zero()) {
    note(findings::budget_not_positive, of_budget, ten_thousands_text(*budget));
    if (project.budget.executed && project.budget.executed->sign() > 0) {
      note(findings::executed_without_budget, model::Column::executed,
           ten_thousands_text(*project.budget.executed));
    }
  } else if (!execution.rate) {
    if (has_room) {
      note(findings::executed_missing, model::Column::executed, points_text(execution.max));
    }
  } else {
    check_rate(evaluation, *budget, pack);
    check_rule(project, execution, pack, evaluation.findings);
  }
  if (project.budget.executed && project.budget.executed->sign() < 0) {
    note(findings::executed_negative, model::Column::executed, ten_thousands_text(*project.budget.executed));
  }
}

bool repeats_execution(model::Indicator const& indicator, model::Budget const& budget) {
  for (model::Comparison const& comparison : indicator.comparisons) {
    if (is_money(comparison.facts)) {
      std::optional<Interval> const& target = comparison.facts.number(NumberField::target);
      std::optional<Interval> const& actual = comparison.facts.number(NumberField::actual);
      if ((is_point_at(target, budget.adjusted) || is_point_at(target, budget.initial))
          && is_point_at(actual, budget.executed)) {
        return true;
      }
    }
  }
  return false;
}

} // namespace jixiao::scoring
