#include "engine/report/headline.hpp"

#include "engine/report/format.hpp"
#include "engine/report/width.hpp"

namespace jixiao::report {
namespace {

using vocabulary::Language;
using vocabulary::Messages;

std::string money_or_dash(std::optional<number::Rational> const& yuan) {
  return yuan ? ten_thousands(*yuan) : "-";
}

std::vector<std::string> ledger_arguments(model::Ledger const& ledger, rulepack::RulePack const& pack) {
  return {points(ledger.answered, pack), points(ledger.claimed, pack), points(ledger.unanswered, pack),
          points(ledger.lost, pack)};
}

std::string verdict_text(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
                         Messages const& messages, Language language) {
  std::string const grades = grades_text(project.grades, pack, messages, language);
  if (project.unproven) {
    return messages.text("verdict_unproven", language, std::vector<std::string>{grades});
  }
  return messages.text(project.grades.size() == 1 ? "verdict_one" : "verdict_several", language,
                       std::vector<std::string>{grades});
}

} // namespace

std::string grades_text(std::vector<std::string_view> const& grades, rulepack::RulePack const& pack,
                        Messages const& messages, Language language) {
  std::string text;
  for (std::string_view const id : grades) {
    text += text.empty() ? "" : messages.text("list_separator", language);
    text += grade_name(pack, id, language);
  }
  return text;
}

std::string status_text(model::ScoredIndicator const& scored, Messages const& messages, Language language) {
  std::string const status = messages.text("status_" + std::string(model::name(scored.status)), language);
  if (scored.column == model::LedgerColumn::none) {
    return status;
  }
  std::string const column = messages.text("ledger_" + std::string(model::name(scored.column)), language);
  return messages.text("status_and_ledger", language, std::vector<std::string>{status, column});
}

std::vector<std::string> project_head(model::ProjectEvaluation const& evaluation,
                                      diagnostic::SourceTable const& sources, rulepack::RulePack const& pack,
                                      Messages const& messages, Language language) {
  model::Project const& project = evaluation.project;
  std::vector<std::string> lines;
  std::string const unit = project.unit.empty() ? project.unit_code : project.unit;
  std::vector<std::string> const names{printable(unit), printable(project.name), printable(project.code),
                                       printable(project.year)};
  lines.push_back(messages.text(unit.empty() ? "project_title" : "project_title_with_unit", language, names));
  if (!evaluation.indicators.empty()) {
    diagnostic::Place const last = evaluation.indicators.back().indicator.place;
    std::string const file = place_text({last.source, 0, 0, 0, 0}, sources);
    std::vector<std::string> const source{file, std::to_string(project.place.row), std::to_string(last.row)};
    lines.push_back(messages.text("project_source", language, source));
  }
  model::Execution const& execution = evaluation.execution;
  std::vector<std::string> const money{money_or_dash(project.budget.initial),
                                       money_or_dash(project.budget.adjusted),
                                       money_or_dash(project.budget.executed),
                                       execution.rate ? percent(*execution.rate) : "-",
                                       execution.applicable ? points(execution.score, pack) : "-",
                                       points(execution.max, pack)};
  if (evaluation.scored) {
    lines.push_back(messages.text(execution.applicable
                                      ? (execution.added ? "budget_added" : "budget_not_added")
                                      : "budget_not_applicable",
                                  language, money));
  } else if (project.budget.initial || project.budget.adjusted) {
    lines.push_back(messages.text("budget_only", language, money));
  }
  return lines;
}

std::vector<std::string> headline(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
                                  Messages const& messages, Language language) {
  std::vector<std::string> lines;
  if (project.scored) {
    lines.push_back(messages.text("ledger_line", language, ledger_arguments(project.ledger, pack)));
    model::Total const& total = project.total;
    std::vector<std::string> const totals{points(total.value, pack), points(total.max, pack),
                                          points(total.rebased, pack), points(total.accepted, pack)};
    lines.push_back(messages.text(total.is_rebased ? "total_rebased_line" : "total_line", language, totals));
    lines.push_back(verdict_text(project, pack, messages, language));
    if (total.incomplete) {
      lines.push_back(messages.text("total_incomplete", language));
    }
  } else {
    lines.push_back(messages.text("not_scored_line", language));
  }
  if (project.claimed.total) {
    std::vector<std::string> const claimed{points(*project.claimed.total, pack),
                                           grade_name(pack, project.claimed.grade, language),
                                           std::to_string(project.claimed.rows)};
    lines.push_back(messages.text(project.claimed.grade.empty() ? "claimed_line" : "claimed_line_with_grade",
                                  language, claimed));
  }
  return lines;
}

std::vector<std::string> department_headline(model::DepartmentEvaluation const& department,
                                             rulepack::RulePack const& pack, Messages const& messages,
                                             Language language) {
  std::vector<std::string> lines;
  std::string name = printable(department.name.empty() ? department.code : department.name);
  std::vector<std::string> const head{name, std::to_string(department.projects),
                                      std::to_string(department.scored_projects),
                                      ten_thousands(department.budget)};
  lines.push_back(messages.text("department_title", language, head));
  if (department.total) {
    static constexpr std::string_view weightings[] = {"weighting_by_budget", "weighting_equally",
                                                      "weighting_given"};
    std::string const grades = grades_text(department.grades, pack, messages, language);
    std::vector<std::string> const total{
        points(*department.total, pack),
        department.unproven ? messages.text("department_unproven", language, std::vector<std::string>{grades})
                            : grades,
        messages.text(weightings[static_cast<std::size_t>(department.weighting)], language),
        percent(department.covered)};
    lines.push_back("  " + messages.text("department_total", language, total));
    lines.push_back("  " + messages.text("ledger_line", language, ledger_arguments(department.ledger, pack)));
  } else {
    lines.push_back("  " + messages.text("department_not_scored", language));
  }
  return lines;
}

} // namespace jixiao::report
