#include "engine/report/csv_line.hpp"
#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/headline.hpp"
#include "engine/report/question_text.hpp"
#include "engine/report/row_text.hpp"
#include "engine/report/sinks.hpp"

#include <cstdint>
#include <initializer_list>
#include <unordered_map>

namespace jixiao::report {
namespace {

std::string joined(std::vector<std::string_view> const& ids) {
  std::string text;
  for (std::string_view id : ids) {
    text += text.empty() ? "" : ";";
    text += id;
  }
  return text;
}

using Line = CsvLine;

class CsvSink final : public Sink {
public:
  explicit CsvSink(SinkContext const& context) : context_(context) {}

  void begin(rulepack::RulePack const& pack) override {
    pack_ = &pack;
    switch (context_.options.detail) {
    case Detail::indicators:
      return header(
          {"csv_unit_code",   "csv_unit",        "csv_project_code", "csv_project",    "csv_row",
           "csv_level1",      "csv_level2",      "csv_name",         "csv_target",     "csv_actual",
           "csv_weight",      "csv_score_low",   "csv_score_high",   "csv_status",     "csv_ledger",
           "csv_evidence",    "csv_rules",       "csv_claimed",      "csv_difference", "csv_findings",
           "csv_source_row",  "csv_score_set",   "csv_judgement",    "csv_status_id",  "csv_ledger_id",
           "csv_evidence_id", "csv_findings_id", "csv_light",        "csv_light_id"});
    case Detail::projects:
      return header({"csv_unit_code",
                     "csv_unit",
                     "csv_project_code",
                     "csv_project",
                     "csv_execution_rate",
                     "csv_execution_score",
                     "csv_total_low",
                     "csv_total_high",
                     "csv_accepted",
                     "csv_answered",
                     "csv_claimed_points",
                     "csv_unanswered",
                     "csv_lost",
                     "csv_grades",
                     "csv_claimed_total",
                     "csv_findings_count",
                     "csv_total_set",
                     "csv_grades_id",
                     "csv_file",
                     "csv_execution_owed",
                     "csv_light",
                     "csv_light_id",
                     "csv_execution_light",
                     "csv_execution_light_id",
                     "csv_claimed_graded",
                     "csv_claimed_grade",
                     "csv_claimed_difference"});
    case Detail::departments: break; // written with the departments
    }
  }

  void project(model::ProjectEvaluation const& project) override {
    switch (context_.options.detail) {
    case Detail::indicators:
      for (model::ScoredIndicator const& indicator : project.indicators) {
        indicator_line(project, indicator);
      }
      break;
    case Detail::projects: project_line(project); break;
    case Detail::departments: break;
    }
  }

  void end(std::vector<model::DepartmentEvaluation> const& departments, diagnostic::Diagnostics const&,
           Receipt const&) override {
    if (context_.options.detail != Detail::departments) {
      return;
    }
    header({"csv_unit_code", "csv_unit", "csv_projects", "csv_scored_projects", "csv_budget", "csv_total_low",
            "csv_total_high", "csv_answered", "csv_claimed_points", "csv_unanswered", "csv_lost",
            "csv_grades", "csv_total_set", "csv_grades_id"});
    for (model::DepartmentEvaluation const& department : departments) {
      department_line(department);
    }
  }

private:
  void header(std::initializer_list<char const*> ids) {
    for (char const* id : ids) {
      line_.add(context_.messages.text(id, context_.options.language));
    }
    line_.finish(context_.write);
  }

  /// What people read: words in Chinese; in English the ids are words already.
  std::string_view word(std::string_view prefix, std::string_view id) {
    if (context_.options.language == vocabulary::Language::en || id.empty()) {
      return id;
    }
    std::string& text = words_[std::string(prefix) + std::string(id)];
    if (text.empty()) {
      text = context_.messages.text(std::string(prefix) + std::string(id), context_.options.language);
    }
    return text;
  }

  std::string grades_cell(std::vector<std::string_view> const& grades) const {
    return context_.options.language == vocabulary::Language::en
               ? joined(grades)
               : grades_text(grades, *pack_, context_.messages, context_.options.language);
  }

  /// The sentences themselves in Chinese, their codes in English.
  std::string findings_cell(model::ScoredIndicator const& scored,
                            std::vector<std::string_view> const& codes) const {
    if (context_.options.language == vocabulary::Language::en) {
      return joined(codes);
    }
    std::string text;
    for (auto const* list : {&scored.indicator.findings, &scored.findings}) {
      for (diagnostic::Diagnostic const& each : *list) {
        text += context_.messages.text(each.code, context_.options.language,
                                       shown(each.arguments, context_.messages, context_.options.language));
      }
    }
    return text;
  }

  /// Blank without monitoring; the id is blank, too, where the light cannot be told.
  void light_fields(std::string_view light, bool monitored) {
    if (monitored) {
      line_.add(light_text(light, *pack_, context_.messages, context_.options.language));
    } else {
      line_.add_blank();
    }
    line_.add(light);
  }

  void indicator_line(model::ProjectEvaluation const& evaluation, model::ScoredIndicator const& scored) {
    model::Project const& project = evaluation.project;
    model::Indicator const& indicator = scored.indicator;
    std::vector<std::string_view> rules, findings;
    for (model::Verdict const& verdict : scored.verdicts) {
      if (!verdict.rule.empty()) {
        rules.push_back(verdict.rule);
      }
    }
    for (auto const* list : {&indicator.findings, &scored.findings}) {
      for (diagnostic::Diagnostic const& each : *list) {
        findings.push_back(each.code);
      }
    }
    bool const has_points = scored.weight_origin != model::WeightOrigin::none;
    line_.add(project.unit_code).add(project.unit).add(project.code).add(project.name);
    line_.add(std::to_string(indicator.row)).add(indicator.level1).add(indicator.level2).add(indicator.name);
    line_.add(target_text(indicator)).add(indicator.actual_text);
    line_.add(has_points ? points(scored.weight, *pack_) : "");
    bool const counts = row_counts(scored);
    line_.add(counts && scored.score.low.value ? points(*scored.score.low.value, *pack_) : "");
    line_.add(counts && scored.score.high.value ? points(*scored.score.high.value, *pack_) : "");
    line_.add(word("status_", model::name(scored.status)))
        .add(word("ledger_", model::name(scored.column)))
        .add(word("evidence_", scored.evidence))
        .add(joined(rules));
    line_.add(indicator.claimed ? indicator.claimed->plain_text() : "");
    bool const agrees = !scored.difference && indicator.claimed && counts && scored.score.is_point();
    line_.add_number(scored.difference ? scored.difference->plain_text() : agrees ? "0" : "");
    line_.add(findings_cell(scored, findings)).add(std::to_string(indicator.place.row));
    line_.add(row_counts(scored) ? points_set(scored.score, *pack_) : "");
    line_.add(judgement_text(scored, context_.messages, context_.options.language));
    line_.add(model::name(scored.status)).add(model::name(scored.column)).add(scored.evidence);
    line_.add(joined(findings));
    light_fields(scored.light, evaluation.month != 0 && scored.status != model::Status::excluded);
    line_.finish(context_.write);
  }

  void project_line(model::ProjectEvaluation const& project) {
    model::Execution const& execution = project.execution;
    line_.add(project.project.unit_code)
        .add(project.project.unit)
        .add(project.project.code)
        .add(project.project.name);
    if (execution.rate) {
      line_.add_percent(*execution.rate, 2);
    } else {
      line_.add_blank();
    }
    if (execution.applicable && execution.score.is_point()) {
      points_field(*execution.score.low.value);
    } else {
      line_.add(execution.applicable ? points(execution.score, *pack_) : std::string());
    }
    total_fields(project.scored ? &project.total.rebased : nullptr);
    if (project.scored) {
      points_field(project.total.accepted);
    } else {
      line_.add_blank();
    }
    ledger_fields(project.scored ? &project.ledger : nullptr);
    line_.add(grades_cell(project.grades));
    plain_field(project.claimed.total);
    std::size_t count = project.findings.size() + project.project.findings.size();
    for (model::ScoredIndicator const& each : project.indicators) {
      count += each.findings.size() + each.indicator.findings.size();
    }
    line_.add_number(std::to_string(count));
    if (project.scored && project.total.rebased.is_point()) {
      points_field(*project.total.rebased.low.value);
    } else {
      line_.add(project.scored ? points_set(project.total.rebased, *pack_) : std::string());
    }
    line_.add(project.grades.size() == 1 ? project.grades.front() : joined(project.grades));
    line_.add(place_text({project.project.place.source, 0, 0, 0, 0}, context_.sources));
    line_.add_number(execution_owed(project, *pack_));
    light_fields(project.light, project.month != 0);
    light_fields(execution.light, project.month != 0 && execution.rate.has_value());
    graded_claim_fields(project);
    line_.finish(context_.write);
  }

  /// The unit's own total as its grade sees it, which is what compares with ours.
  void graded_claim_fields(model::ProjectEvaluation const& project) {
    std::optional<number::Rational> const claimed = graded_claim(project);
    bool const one = project.scored && project.total.rebased.is_point();
    if (!claimed) {
      line_.add_blank().add_blank().add_blank();
      return;
    }
    line_.add_number(claimed->plain_text());
    line_.add(grade_name(*pack_, project.claimed.grade, context_.options.language));
    line_.add_number(one ? (*claimed - *project.total.rebased.low.value).plain_text() : std::string());
  }

  void department_line(model::DepartmentEvaluation const& department) {
    line_.add(department.code).add(department.name).add(std::to_string(department.projects));
    line_.add(std::to_string(department.scored_projects))
        .add(department.budget.is_zero() ? std::string() : ten_thousands(department.budget));
    total_fields(department.total ? &*department.total : nullptr);
    ledger_fields(department.total ? &department.ledger : nullptr);
    line_.add(grades_cell(department.grades));
    line_.add(department.total ? points_set(*department.total, *pack_) : "").add(joined(department.grades));
    line_.finish(context_.write);
  }

  void points_field(number::Rational const& points) { line_.add_number(points, pack_->rounding.places); }

  void plain_field(std::optional<number::Rational> const& value) {
    if (value) {
      line_.add_number(value->plain_text());
    } else {
      line_.add_blank();
    }
  }

  void total_fields(number::Interval const* total) {
    for (auto const end : {&number::Interval::low, &number::Interval::high}) {
      if (total != nullptr && (total->*end).value) {
        points_field(*(total->*end).value);
      } else {
        line_.add_blank();
      }
    }
  }

  void ledger_fields(model::Ledger const* ledger) {
    for (auto const column : {&model::Ledger::answered, &model::Ledger::claimed, &model::Ledger::unanswered,
                              &model::Ledger::lost}) {
      if (ledger != nullptr) {
        points_field(ledger->*column);
      } else {
        line_.add_blank();
      }
    }
  }

  SinkContext context_;
  rulepack::RulePack const* pack_ = nullptr;
  Line line_;
  std::unordered_map<std::string, std::string> words_; ///< by message id
};

} // namespace

std::unique_ptr<Sink> make_csv_sink(SinkContext const& context) {
  return std::make_unique<CsvSink>(context);
}

} // namespace jixiao::report
