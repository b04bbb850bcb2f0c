#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/headline.hpp"
#include "engine/report/sinks.hpp"
#include "engine/report/width.hpp"

#include <algorithm>
#include <map>

namespace jixiao::report {
namespace {

constexpr std::size_t page_width = 112;

/// One column of the indicator table.
struct TableColumn {
  std::string_view label; ///< message id
  std::size_t width;
  Align align;
};
constexpr TableColumn indicator_columns[] = {
    {"table_row", 3, Align::right},    {"table_name", 32, Align::left},   {"table_target", 20, Align::left},
    {"table_actual", 20, Align::left}, {"table_weight", 6, Align::right}, {"table_score", 13, Align::right},
    {"table_status", 12, Align::left},
};

/// The page an official reads: per project its head, rows, ledger, grade, the queue, the findings.
class TableSink final : public Sink {
public:
  explicit TableSink(SinkContext const& context) : context_(context) {}

  void begin(rulepack::RulePack const& pack) override {
    pack_ = &pack;
    line(label("table_title", {pack.id, pack.title, pack.document, context_.options.engine}));
  }

  void project(model::ProjectEvaluation const& project) override {
    if (context_.options.detail == Detail::departments) {
      return;
    }
    head(project);
    if (context_.options.detail == Detail::indicators) {
      rows(project);
    }
    for (std::string const& text : headline(project, *pack_, context_.messages, context_.options.language)) {
      line("  " + text);
    }
    queue(project);
    findings(all_findings(project), project.project.place.source);
  }

  void end(std::vector<model::DepartmentEvaluation> const& departments,
           diagnostic::Diagnostics const& findings_of_run, Receipt const&) override {
    if (!departments.empty()) {
      line("");
      line(rule("="));
      line(label("table_departments", {std::to_string(departments.size())}));
      for (model::DepartmentEvaluation const& department : departments) {
        for (std::string const& text :
             department_headline(department, *pack_, context_.messages, context_.options.language)) {
          line("  " + text);
        }
        findings(department.findings);
      }
    }
    if (!findings_of_run.empty()) {
      diagnostic::Diagnostics sorted = findings_of_run;
      std::stable_sort(sorted.begin(), sorted.end(),
                       [](auto const& left, auto const& right) { return left.severity > right.severity; });
      findings(sorted);
    }
  }

private:
  std::string label(std::string_view id, std::vector<std::string> const& arguments = {}) const {
    return context_.messages.text(id, context_.options.language, arguments);
  }
  void line(std::string_view text) const {
    std::string_view trimmed = text;
    while (!trimmed.empty() && trimmed.back() == ' ') {
      trimmed.remove_suffix(1);
    }
    context_.write(std::string(trimmed) + "\n");
  }
  static std::string rule(std::string_view stroke) {
    std::string text;
    for (std::size_t i = 0; i < page_width; ++i) {
      text += stroke;
    }
    return text;
  }

  void head(model::ProjectEvaluation const& project) const {
    line("");
    line(rule("="));
    for (std::string const& text :
         project_head(project, context_.sources, *pack_, context_.messages, context_.options.language)) {
      for (std::string const& part : wrap(text, page_width)) {
        line(part);
      }
    }
  }

  void rows(model::ProjectEvaluation const& project) const {
    line(rule("-"));
    std::string header;
    for (TableColumn const& column : indicator_columns) {
      header += fit(label(column.label), column.width, column.align) + " ";
    }
    line(header);
    line(rule("-"));
    std::string level1;
    for (model::ScoredIndicator const& scored : project.indicators) {
      if (scored.indicator.level1 != level1) {
        level1 = scored.indicator.level1;
        line("    " + label("table_level1", {printable(level1)}));
      }
      row(scored, project.scored);
    }
    line(rule("-"));
  }

  /// A table of targets alone has weights but no scores, and nothing is owed yet.
  void row(model::ScoredIndicator const& scored, bool has_scores) const {
    model::Indicator const& indicator = scored.indicator;
    bool const has_points = scored.weight_origin != model::WeightOrigin::none;
    std::vector<std::vector<std::string>> cells;
    std::string const name =
        indicator.name.empty() ? label("table_unnamed", {indicator.level2}) : indicator.name;
    std::string const texts[] = {std::to_string(indicator.row),
                                 name,
                                 target_text(indicator),
                                 indicator.actual_text,
                                 has_points ? points(scored.weight, *pack_) : "-",
                                 has_points && has_scores ? points(scored.score, *pack_) : "-",
                                 has_scores || scored.status != model::Status::open
                                     ? status_text(scored, context_.messages, context_.options.language)
                                     : ""};
    std::size_t height = 1;
    for (std::size_t i = 0; i < std::size(texts); ++i) {
      cells.push_back(wrap(texts[i], indicator_columns[i].width));
      height = std::max(height, cells.back().size());
    }
    height = std::min<std::size_t>(height, max_lines);
    for (std::size_t part = 0; part < height; ++part) {
      std::string text;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string piece = part < cells[i].size() ? cells[i][part] : "";
        if (part + 1 == max_lines && cells[i].size() > max_lines) {
          piece = cut(piece + cells[i][part + 1], indicator_columns[i].width);
        }
        text += fit(piece, indicator_columns[i].width, indicator_columns[i].align) + " ";
      }
      line(text);
    }
  }

  void queue(model::ProjectEvaluation const& project) const {
    if (project.queue.empty()) {
      return;
    }
    line("");
    number::Rational sum;
    for (model::QueueItem const& item : project.queue) {
      sum += item.points;
    }
    line("  " + label("queue_title", {std::to_string(project.queue.size()), points(sum, *pack_)}));
    for (model::QueueItem const& item : project.queue) {
      std::string const question = label(item.question.id, shortened(item.question.arguments));
      std::vector<std::string> const lines =
          wrap(label("queue_item", {fit(points(item.points, *pack_), 6, Align::right),
                                    std::to_string(item.row), printable(question)}),
               page_width - queue_indent.size());
      for (std::size_t i = 0; i < lines.size(); ++i) {
        line((i == 0 ? "" : std::string(queue_indent)) + lines[i]);
      }
    }
  }

  void findings(diagnostic::Diagnostics const& list, diagnostic::SourceId home = 0) const {
    if (list.empty()) {
      return;
    }
    FindingCounts const counts = count(list);
    line("");
    line("  "
         + label("findings_title", {std::to_string(counts.errors), std::to_string(counts.warnings),
                                    std::to_string(counts.infos)}));
    std::size_t listed = 0;
    for (diagnostic::Diagnostic const& each : list) {
      if (listed == context_.options.findings_listed) {
        line("    " + label("findings_capped", {std::to_string(list.size() - listed)}));
        break;
      }
      ++listed;
      std::vector<std::string> const lines =
          wrap(finding_text(each, context_.sources, context_.messages, context_.options.language, home),
               page_width - 6);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        line((i == 0 ? "    " : "      ") + lines[i]);
      }
    }
  }

  static constexpr std::size_t max_lines = 4;
  static constexpr std::string_view queue_indent = "              ";
  SinkContext context_;
  rulepack::RulePack const* pack_ = nullptr;
};

} // namespace

std::unique_ptr<Sink> make_table_sink(SinkContext const& context) {
  return std::make_unique<TableSink>(context);
}

} // namespace jixiao::report
