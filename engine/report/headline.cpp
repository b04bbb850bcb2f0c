#include "engine/report/headline.hpp"

#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/width.hpp"

#include <algorithm>

namespace jixiao::report {
namespace {

using vocabulary::Language;
using vocabulary::Messages;

std::string money_or_dash(std::optional<number::Rational> const& yuan) {
  return yuan ? ten_thousands(*yuan) : "-";
}

std::string_view budget_line(model::ProjectEvaluation const& evaluation) {
  model::Execution const& execution = evaluation.execution;
  if (!execution.applicable) {
    return "budget_not_applicable";
  }
  bool const in_row =
      std::any_of(evaluation.indicators.begin(), evaluation.indicators.end(),
                  [](model::ScoredIndicator const& row) { return row.indicator.execution_row; });
  return execution.added ? "budget_added" : in_row ? "budget_in_row" : "budget_not_added";
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
  if (grades.size() == 1) {
    return grade_name(pack, grades.front(), language);
  }
  std::string text;
  for (std::string_view const id : grades) {
    text += text.empty() ? "" : messages.text("list_separator", language);
    text += grade_name(pack, id, language);
  }
  return text;
}

std::vector<std::string> project_head(model::ProjectEvaluation const& evaluation,
                                      diagnostic::SourceTable const& sources, rulepack::RulePack const& pack,
                                      Messages const& messages, Language language) {
  model::Project const& project = evaluation.project;
  std::vector<std::string> lines;
  std::string const unit = project.unit.empty() ? project.unit_code : project.unit;
  std::string const name =
      project.name.empty() ? messages.text("project_without_name", language) : project.name;
  std::vector<std::string> const names{printable(unit), printable(name)};
  std::string title =
      messages.text(unit.empty() ? "project_title" : "project_title_with_unit", language, names);
  lines.push_back(project.year.empty()
                      ? std::move(title)
                      : messages.text("project_title_of_year", language,
                                      std::vector<std::string>{title, printable(project.year)}));
  if (!evaluation.indicators.empty()) {
    diagnostic::Place const last = evaluation.indicators.back().indicator.place;
    std::string const file = place_text({last.source, 0, 0, 0, 0}, sources);
    std::vector<std::string> const source{file, std::to_string(project.place.row), std::to_string(last.row)};
    lines.push_back(messages.text(project.place.row == last.row ? "project_source_row" : "project_source",
                                  language, source));
  }
  model::Execution const& execution = evaluation.execution;
  std::vector<std::string> const money{money_or_dash(project.budget.initial),
                                       money_or_dash(project.budget.adjusted),
                                       money_or_dash(project.budget.executed),
                                       execution.rate ? percent(*execution.rate) : "-",
                                       execution.applicable ? points(execution.score, pack) : "-",
                                       points(execution.max, pack)};
  bool const printed = project.budget.initial || project.budget.adjusted || project.budget.executed;
  if (!evaluation.scored) {
    if (printed) {
      lines.push_back(messages.text("budget_only", language, money));
    }
  } else if (!printed && !execution.applicable) {
    lines.push_back(messages.text("budget_none", language));
  } else {
    lines.push_back(messages.text(budget_line(evaluation), language, money));
  }
  return lines;
}

std::optional<number::Rational> graded_claim(model::ProjectEvaluation const& project) {
  if (!project.claimed.total || project.claimed.grade.empty()) {
    return std::nullopt;
  }
  number::Rational total = *project.claimed.total;
  if (project.execution.added && !project.execution.claimed && project.execution.score.low.value) {
    total += *project.execution.score.low.value;
  }
  return total;
}

std::string claimed_text(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
                         Messages const& messages, Language language) {
  model::ClaimedTotal const& claimed = project.claimed;
  std::optional<number::Rational> const graded = graded_claim(project);
  std::vector<std::string> arguments{points(*claimed.total, pack), grade_name(pack, claimed.grade, language),
                                     std::to_string(claimed.rows)};
  if (project.execution.added && project.execution.claimed) {
    arguments.push_back(points(*project.execution.claimed, pack));
    return messages.text(graded ? "claimed_line_of_both_with_grade" : "claimed_line_of_both", language,
                         arguments);
  }
  if (!graded) {
    return messages.text("claimed_line", language, arguments);
  }
  if (!project.execution.added) {
    return messages.text("claimed_line_with_grade", language, arguments);
  }
  arguments.push_back(points(*graded - *claimed.total, pack));
  arguments.push_back(points(*graded, pack));
  return messages.text("claimed_line_with_execution", language, arguments);
}

std::string light_text(std::string_view id, rulepack::RulePack const& pack, Messages const& messages,
                       Language language) {
  for (rulepack::Light const& light : pack.monitoring.lights) {
    if (light.id == id) {
      return language == Language::zh ? light.zh : light.en;
    }
  }
  return messages.text("light_none", language);
}

namespace {

/// The lights of a project: the whole, the execution, and each colour with its rows.
void add_monitoring(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
                    Messages const& messages, Language language, std::vector<std::string>& lines) {
  auto const shown = [&](std::string_view light) { return light_text(light, pack, messages, language); };
  std::vector<std::string> const whole{std::to_string(project.month), shown(project.light),
                                       shown(project.execution.light)};
  lines.push_back(messages.text("monitoring_line", language, whole));
  auto const add = [&](std::string_view light) {
    std::string rows;
    for (model::ScoredIndicator const& row : project.indicators) {
      if (row.light == light && row.status != model::Status::excluded) {
        rows += (rows.empty() ? "" : messages.text("list_separator", language))
                + std::to_string(row.indicator.row);
      }
    }
    if (!rows.empty()) {
      lines.push_back(
          messages.text("monitoring_rows", language, std::vector<std::string>{shown(light), rows}));
    }
  };
  for (rulepack::Light const& light : pack.monitoring.lights) {
    add(light.id);
  }
  add({});
}

} // namespace

std::vector<std::string> headline(model::ProjectEvaluation const& project, rulepack::RulePack const& pack,
                                  Messages const& messages, Language language) {
  std::vector<std::string> lines;
  if (project.scored) {
    lines.push_back(messages.text("ledger_line", language, ledger_arguments(project.ledger, pack)));
    model::Total const& total = project.total;
    std::vector<std::string> const totals{points(total.value, pack), points(total.max, pack),
                                          points(total.rebased, pack), points(total.accepted, pack)};
    lines.push_back(messages.text(total.is_capped    ? "total_capped_line"
                                  : total.is_rebased ? "total_rebased_line"
                                                     : "total_line",
                                  language, totals));
    if (!project.grades.empty()) {
      lines.push_back(verdict_text(project, pack, messages, language));
    }
    if (total.incomplete) {
      lines.push_back(messages.text("total_incomplete", language));
    }
  } else {
    lines.push_back(messages.text("not_scored_line", language));
  }
  if (project.claimed.total) {
    lines.push_back(claimed_text(project, pack, messages, language));
  }
  if (project.month != 0) {
    add_monitoring(project, pack, messages, language, lines);
  }
  return lines;
}

std::vector<std::string> department_headline(model::DepartmentEvaluation const& department,
                                             rulepack::RulePack const& pack, Messages const& messages,
                                             Language language) {
  std::vector<std::string> lines;
  std::string const alone = printable(department.name.empty() ? department.code : department.name);
  std::string const name = department.has_namesake && !department.code.empty()
                               ? messages.text("department_with_code", language,
                                               std::vector<std::string>{alone, printable(department.code)})
                               : alone;
  std::vector<std::string> const head{name.empty() ? messages.text("department_unnamed", language) : name,
                                      std::to_string(department.projects),
                                      std::to_string(department.scored_projects),
                                      department.budget.is_zero() ? "-" : ten_thousands(department.budget)};
  lines.push_back(messages.text("department_title", language, head));
  if (department.total) {
    static constexpr std::string_view weightings[] = {"weighting_by_budget", "weighting_equally",
                                                      "weighting_given"};
    std::string const grades = department.grades.empty()
                                   ? messages.text("no_grade", language)
                                   : grades_text(department.grades, pack, messages, language);
    std::vector<std::string> const total{
        points(*department.total, pack),
        department.unproven ? messages.text("department_unproven", language, std::vector<std::string>{grades})
                            : grades,
        messages.text(weightings[static_cast<std::size_t>(department.weighting)], language),
        percent(department.covered)};
    bool const lacking = department.without_weight > 0;
    std::vector<std::string> const partly{total[0], total[1], total[2], total[3],
                                          std::to_string(department.without_weight)};
    lines.push_back("  "
                    + messages.text(lacking ? "department_total_without" : "department_total", language,
                                    lacking ? partly : total));
    lines.push_back("  " + messages.text("ledger_line", language, ledger_arguments(department.ledger, pack)));
  } else {
    lines.push_back("  " + messages.text("department_not_scored", language));
  }
  return lines;
}

} // namespace jixiao::report
