#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/headline.hpp"
#include "engine/report/sinks.hpp"
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
    findings(all_findings(project), project.project.place.source);
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
    findings(findings_of_run);
  }

private:
  void write(std::string_view text) const { context_.write(text); }
  std::string label(std::string_view id, std::vector<std::string> const& arguments = {}) const {
    return context_.messages.text(id, context_.options.language, arguments);
  }

  void rows(model::ProjectEvaluation const& project) const {
    static constexpr std::string_view columns[] = {"table_row",    "csv_level1", "table_name",
                                                   "table_target", "table_actual", "table_weight",
                                                   "table_score",  "table_status"};
    std::string header = "\n|", border = "|";
    for (std::string_view column : columns) {
      header += " " + label(column) + " |";
      border += " --- |";
    }
    write(header + "\n" + border + "\n");
    for (model::ScoredIndicator const& scored : project.indicators) {
      model::Indicator const& indicator = scored.indicator;
      bool const has_points = scored.weight_origin != model::WeightOrigin::none;
      std::string line = "| " + std::to_string(indicator.row) + " | " + escaped(indicator.level1) + " | ";
      line += escaped(indicator.name.empty() ? label("table_unnamed", {indicator.level2}) : indicator.name)
              + " | ";
      line += escaped(target_text(indicator)) + " | ";
      line +=
          escaped(indicator.actual_text) + " | " + (has_points ? points(scored.weight, *pack_) : "-") + " | ";
      line += escaped(has_points && project.scored ? points(scored.score, *pack_) : "-") + " | ";
      write(line + escaped(status_text(scored, context_.messages, context_.options.language)) + " |\n");
    }
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
          + escaped(label("queue_title", {std::to_string(project.queue.size()), points(sum, *pack_)}))
          + "\n\n");
    for (model::QueueItem const& item : project.queue) {
      write("1. "
            + escaped(label("queue_item", {points(item.points, *pack_), std::to_string(item.row),
                                           label(item.question.id, shortened(item.question.arguments))}))
            + "\n");
    }
  }

  void findings(diagnostic::Diagnostics const& list, diagnostic::SourceId home = 0) const {
    if (list.empty()) {
      return;
    }
    FindingCounts const counts = count(list);
    write("\n### "
          + escaped(label("findings_title", {std::to_string(counts.errors), std::to_string(counts.warnings),
                                             std::to_string(counts.infos)}))
          + "\n\n");
    std::size_t listed = 0;
    for (diagnostic::Diagnostic const& each : list) {
      if (listed++ == context_.options.findings_listed) {
        write("- " + escaped(label("findings_capped", {std::to_string(list.size() - listed + 1)})) + "\n");
        break;
      }
      write(
          "- "
          + escaped(finding_text(each, context_.sources, context_.messages, context_.options.language, home))
          + "\n");
    }
  }

  SinkContext context_;
  rulepack::RulePack const* pack_ = nullptr;
};

} // namespace

std::unique_ptr<Sink> make_markdown_sink(SinkContext const& context) {
  return std::make_unique<MarkdownSink>(context);
}

} // namespace jixiao::report
