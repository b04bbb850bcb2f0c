#include "engine/report/finding_list.hpp"
#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/headline.hpp"
#include "engine/report/question_text.hpp"
#include "engine/report/row_text.hpp"
#include "engine/report/sinks.hpp"
#include "engine/report/target_tables.hpp"
#include "engine/report/width.hpp"

namespace jixiao::report {
namespace {

/// Text that stands for itself in Markdown: no markup, no table border, no HTML.
std::string escaped(std::string_view utf8) {
  std::string const clean = printable(utf8);
  std::string result;
  for (char const c : clean) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) {
      result += '\\';
    }
    result += c;
  }
  return result;
}

class MarkdownSink final : public Sink {
public:
  explicit MarkdownSink(SinkContext const& context) : context_(context) {}

  void begin(rulepack::RulePack const& pack) override {
    pack_ = &pack;
    write("# " + escaped(label("table_title", {pack.id, pack.title, pack.document, context_.options.engine}))
          + "\n");
  }

  void project(model::ProjectEvaluation const& project) override {
    if (context_.options.detail == Detail::departments) {
      unlisted_.add(count(all_findings(project)));
      return;
    }
    bool first = true;
    for (std::string const& text :
         project_head(project, context_.sources, *pack_, context_.messages, context_.options.language)) {
      write((first ? "\n## " : "\n") + escaped(text) + "\n");
      first = false;
    }
    if (context_.options.detail == Detail::indicators) {
      rows(project);
    }
    write("\n");
    for (std::string const& text : headline(project, *pack_, context_.messages, context_.options.language)) {
      write("- " + escaped(text) + "\n");
    }
    queue(project);
    diagnostic::Diagnostics list = all_findings(project);
    target_tables_.take(list);
    findings(list, project.project.place.source);
  }

  void end(std::vector<model::DepartmentEvaluation> const& departments,
           diagnostic::Diagnostics const& findings_of_run, Receipt const&) override {
    if (!departments.empty()) {
      write("\n# " + escaped(label("table_departments", {std::to_string(departments.size())})) + "\n");
    }
    for (model::DepartmentEvaluation const& department : departments) {
      bool first = true;
      for (std::string const& text :
           department_headline(department, *pack_, context_.messages, context_.options.language)) {
        std::size_t const start = text.find_first_not_of(' ');
        write((first ? "\n## " : "- ") + escaped(text.substr(start)) + (first ? "\n\n" : "\n"));
        first = false;
      }
      findings(department.findings);
    }
    if (unlisted_.errors + unlisted_.warnings > 0) {
      std::string const counts = counts_text(unlisted_, context_.messages, context_.options.language);
      write("\n" + escaped(label("departments_findings", {counts})) + "\n");
    }
    for (std::string const& text :
         target_tables_.lines(context_.sources, context_.messages, context_.options.language)) {
      write("\n" + escaped(text) + "\n");
    }
    diagnostic::Diagnostics sorted = findings_of_run;
    sort_by_severity(sorted);
    findings(sorted);
  }

private:
  void write(std::string_view text) const { context_.write(text); }
  std::string label(std::string_view id, std::vector<std::string> const& arguments = {}) const {
    return context_.messages.text(id, context_.options.language, arguments);
  }

  void rows(model::ProjectEvaluation const& project) const {
    struct Head {
      std::string_view label, border;
    };
    static constexpr Head columns[] = {
        {"table_row", "---:"},   {"csv_level1", "---"},    {"table_name", "---"},   {"table_target", "---"},
        {"table_actual", "---"}, {"table_weight", "---:"}, {"table_score", "---:"}, {"table_status", "---"}};
    std::string header = "\n|", border = "|";
    for (Head const& column : columns) {
      header += " " + label(column.label) + " |";
      border += " " + std::string(column.border) + " |";
    }
    write(header + "\n" + border + "\n");
    for (model::ScoredIndicator const& scored : project.indicators) {
      row(scored, project.scored);
    }
    std::string notes;
    for (model::ScoredIndicator const& scored : project.indicators) {
      for (std::string const& note :
           row_notes(scored, *pack_, context_.messages, context_.options.language)) {
        notes += "- " + escaped(label("note_of_row", {std::to_string(scored.indicator.row), note})) + "\n";
      }
    }
    if (!notes.empty()) {
      write("\n### " + escaped(label("notes_title")) + "\n\n" + notes);
    }
  }

  /// A table of targets alone has weights but no scores, and nothing is owed yet.
  void row(model::ScoredIndicator const& scored, bool has_scores) const {
    model::Indicator const& indicator = scored.indicator;
    std::string const cells[] = {std::to_string(indicator.row),
                                 indicator.level1,
                                 row_name(indicator, context_.messages, context_.options.language),
                                 target_text(indicator),
                                 indicator.actual_text,
                                 weight_cell(scored, *pack_),
                                 score_cell(scored, has_scores, *pack_),
                                 has_scores || scored.status != model::Status::open
                                     ? status_text(scored, context_.messages, context_.options.language)
                                     : ""};
    std::string line = "|";
    for (std::string const& cell : cells) {
      line += (cell.empty() ? "" : " ") + escaped(cell) + " |";
    }
    write(line + "\n");
  }

  void queue(model::ProjectEvaluation const& project) const {
    if (project.queue.empty()) {
      return;
    }
    number::Rational sum;
    for (model::QueueItem const& item : project.queue) {
      sum += item.points;
    }
    write("\n### "
          + escaped(label(queue_title(project), {std::to_string(project.queue.size()), points(sum, *pack_)}))
          + "\n\n" + escaped(label("queue_where")) + "\n\n");
    for (model::QueueItem const& item : project.queue) {
      write("1. "
            + escaped(label(queue_line(item), {stake_cell(item, *pack_), std::to_string(item.row),
                                               question_text(project, item, *pack_, context_.messages,
                                                             context_.options.language),
                                               std::to_string(source_row(project, item))}))
            + "\n");
    }
  }

  void findings(diagnostic::Diagnostics const& list, diagnostic::SourceId home = 0) const {
    if (list.empty()) {
      return;
    }
    write("\n### "
          + escaped(label("findings_title",
                          {counts_text(count(list), context_.messages, context_.options.language)}))
          + "\n\n");
    for (std::string const& text :
         finding_lines(list, context_.sources, context_.messages,
                       {context_.options.language, context_.options.findings_listed, home})) {
      write("- " + escaped(text) + "\n");
    }
  }

  SinkContext context_;
  TargetTables target_tables_;
  FindingCounts unlisted_; ///< of projects that only count in their department
  rulepack::RulePack const* pack_ = nullptr;
};

} // namespace

std::unique_ptr<Sink> make_markdown_sink(SinkContext const& context) {
  return std::make_unique<MarkdownSink>(context);
}

} // namespace jixiao::report
