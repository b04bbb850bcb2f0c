#include "engine/scoring/row_findings.hpp"

#include "engine/scoring/execution.hpp"
#include "engine/scoring/findings.hpp"
#include "engine/scoring/place.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using model::Comparison;
using model::ScoredIndicator;

std::string attainment_text(model::Facts const& facts) {
  std::optional<Interval> const attainment = model::attainment_of(facts);
  return attainment && attainment->is_point() ? percent_text(low(*attainment)) : std::string{};
}

/// A bare number with the unit of its row: 100 in a column of ten thousands is not 100.
std::string with_unit(std::string const& text, std::string const& unit) {
  bool const bare = !text.empty() && text.back() >= '0' && text.back() <= '9';
  return bare ? text + unit : text;
}

/// The number is perhaps not the one that the row asks for: nothing is to be remarked about its size.
bool is_in_doubt(model::Facts const& facts) {
  return facts.truth(model::TruthField::unreached) == model::Truth::yes
         || facts.truth(model::TruthField::doubtful) == model::Truth::yes
         || facts.truth(model::TruthField::suspect) == model::Truth::yes;
}

diagnostic::Diagnostic finding_of(ScoredIndicator const& row, Comparison const& comparison,
                                  rulepack::Rule const& rule, model::Project const& project) {
  model::Indicator const& indicator = row.indicator;
  diagnostic::Place const place = place_of(indicator, project, model::Column::actual);
  std::string const& name = comparison.label.empty() ? indicator.name : comparison.label;
  if (rule.asks_reason && !indicator.deviation_reason.empty()) {
    return diagnostic::make(findings::deviation_explained, place,
                            {name, attainment_text(comparison.facts), indicator.deviation_reason});
  }
  return {rule.finding,
          rule.severity,
          place,
          {name, with_unit(indicator.target_text, indicator.measure_text),
           with_unit(indicator.actual_text, indicator.measure_text), attainment_text(comparison.facts),
           rulepack::limit_shown(rule)}};
}

/// The same sentence to a reader, whichever part of the row or check gave it: with another limit it is
/// another one.
bool says_the_same(diagnostic::Diagnostic const& left, diagnostic::Diagnostic const& right) {
  auto const limit = [](diagnostic::Diagnostic const& each) {
    return each.arguments.size() > 4 ? each.arguments[4] : std::string();
  };
  return left.code == right.code && limit(left) == limit(right);
}

/// Once for a row whose parts have no names; of two checks that say the same the more severe is kept.
void issue(ScoredIndicator& row, Comparison const& comparison, rulepack::Rule const& rule,
           model::Project const& project) {
  diagnostic::Diagnostic finding = finding_of(row, comparison, rule, project);
  for (diagnostic::Diagnostic& known : row.findings) {
    if (comparison.label.empty() && says_the_same(known, finding)) {
      known.severity = std::max(known.severity, finding.severity);
      return;
    }
  }
  row.findings.push_back(std::move(finding));
}

void issue_of_rule(ScoredIndicator& row, std::size_t part, rulepack::Judge const& judge,
                   model::Project const& project) {
  std::string_view const id = row.verdicts[part].rule;
  if (id.empty()) {
    return;
  }
  rulepack::Rule const* const rule = judge.rule(id);
  if (rule != nullptr && !rule->finding.empty()) {
    issue(row, row.indicator.comparisons[part], *rule, project);
  }
}

} // namespace

void find_in_row(ScoredIndicator& row, model::Project const& project, RowContext const& context) {
  bool const by_pack = row.evidence != evidence_execution_row && !context.department_form;
  for (std::size_t part = 0; by_pack && part < row.indicator.comparisons.size(); ++part) {
    Comparison const& comparison = row.indicator.comparisons[part];
    if (comparison.not_due) {
      continue; // said where the deadline was read
    }
    if (row.evidence != evidence_judgement) { // what a rule would have given, a person has given
      issue_of_rule(row, part, context.judge, project);
    }
    if (!context.pack.checks.empty() && !is_in_doubt(comparison.facts)) {
      for (rulepack::Rule const* check : context.judge.failed_checks(comparison.facts)) {
        issue(row, comparison, *check, project);
      }
    }
  }
  if (repeats_execution(row.indicator, project.budget)) {
    row.findings.push_back(diagnostic::make(findings::cost_repeats_execution,
                                            place_of(row.indicator, project, model::Column::actual),
                                            {row.indicator.name}));
  }
}

} // namespace jixiao::scoring
