#include "engine/report/finding_list.hpp"
#include "engine/report/findings_text.hpp"
#include "engine/report/format.hpp"
#include "engine/report/headline.hpp"
#include "engine/report/question_text.hpp"
#include "engine/report/row_text.hpp"
#include "engine/report/sinks.hpp"
#include "engine/report/target_tables.hpp"
#include "engine/report/width.hpp"

#include <algorithm>
#include <array>

namespace jixiao::report {
namespace {

using vocabulary::Language;

/// One column of the indicator table.
struct TableColumn {
  std::string_view label; ///< message id
  std::size_t width;
  Align align;
};

/// The columns for a page: what numbers and words need is given, name, target and actual share the rest.
std::array<TableColumn, 7> columns_for(std::size_t page, Language language) {
  std::size_t const status = language == Language::zh ? 12 : 17;
  std::size_t const rest = page - (3 + 6 + 13 + status + 6);
  std::size_t const cell = rest * 5 / 18;
  return {{{"table_row", 3, Align::right},
           {"table_name", rest - 2 * cell, Align::left},
           {"table_target", cell, Align::left},
           {"table_actual", cell, Align::left},
           {"table_weight", 6, Align::right},
           {"table_score", 13, Align::right},
           {"table_status", status, Align::left}}};
}

/// The page an official reads: per project its head, rows, ledger, grade, the queue, the findings.
class TableSink final : public Sink {
public:
  explicit TableSink(SinkContext const& context)
      : context_(context), page_width_(std::max<std::size_t>(context.options.page_width, 80)),
        columns_(columns_for(page_width_, context.options.language)) {}

  void begin(rulepack::RulePack const& pack) override {
    pack_ = &pack;
    block("", "  ", label("table_title", {pack.id, pack.title, pack.document, context_.options.engine}));
  }

  void project(model::ProjectEvaluation const& project) override {
    if (context_.options.detail == Detail::departments) {
      unlisted_.add(count(all_findings(project)));
      return;
    }
    head(project);
    if (context_.options.detail == Detail::indicators) {
      rows(project);
    }
    for (std::string const& text : headline(project, *pack_, context_.messages, context_.options.language)) {
      block("  ", "      ", text);
    }
    queue(project);
    diagnostic::Diagnostics list = all_findings(project);
    target_tables_.take(list);
    findings(list, project.project.place.source);
  }

  void end(std::vector<model::DepartmentEvaluation> const& departments,
           diagnostic::Diagnostics const& findings_of_run, Receipt const&) override {
    if (!departments.empty()) {
      line("");
      line(rule('='));
      line(label("table_departments", {std::to_string(departments.size())}));
      for (model::DepartmentEvaluation const& department : departments) {
        for (std::string const& text :
             department_headline(department, *pack_, context_.messages, context_.options.language)) {
          block("  ", "      ", text);
        }
        findings(department.findings);
      }
    }
    if (unlisted_.errors + unlisted_.warnings > 0) {
      line("");
      block("  ", "  ",
            label("departments_findings",
                  {counts_text(unlisted_, context_.messages, context_.options.language)}));
    }
    targets_only();
    diagnostic::Diagnostics sorted = findings_of_run;
    sort_by_severity(sorted);
    findings(sorted);
  }

private:
  std::string label(std::string_view id, std::vector<std::string> const& arguments = {}) const {
    return context_.messages.text(id, context_.options.language, arguments);
  }
  void line(std::string_view text) const { context_.write(std::string(without_blanks_behind(text)) + "\n"); }
  /// `text` over as many lines as it takes, the first behind `first`, the others behind `then`.
  void block(std::string_view first, std::string_view then, std::string_view text) const {
    std::string_view indent = first;
    for (std::string const& part : wrap(text, page_width_ - std::max(first.size(), then.size()))) {
      line(std::string(indent) + part);
      indent = then;
    }
  }
  [[nodiscard]] std::string rule(char stroke) const { return std::string(page_width_, stroke); }

  void targets_only() const {
    std::vector<std::string> const files =
        target_tables_.lines(context_.sources, context_.messages, context_.options.language);
    if (files.empty()) {
      return;
    }
    line("");
    for (std::string const& text : files) {
      block("  ", "    ", text);
    }
    block("  ", "    ", label("target_table_advice"));
  }

  void head(model::ProjectEvaluation const& project) const {
    line("");
    line(rule('='));
    for (std::string const& text :
         project_head(project, context_.sources, *pack_, context_.messages, context_.options.language)) {
      block("", "", text);
    }
  }

  void rows(model::ProjectEvaluation const& project) const {
    line(rule('-'));
    std::string header;
    for (TableColumn const& column : columns_) {
      header += fit(label(column.label), column.width, column.align) + " ";
    }
    line(header);
    line(rule('-'));
    std::string level1;
    for (model::ScoredIndicator const& scored : project.indicators) {
      if (scored.indicator.level1 != level1) {
        level1 = scored.indicator.level1;
        line("    " + label("table_level1", {printable(level1)}));
      }
      row(scored, project.scored);
      for (std::string const& note :
           row_notes(scored, *pack_, context_.messages, context_.options.language)) {
        block("    - ", "      ", note);
      }
    }
    line(rule('-'));
  }

  /// A table of targets alone has weights but no scores, and nothing is owed yet.
  void row(model::ScoredIndicator const& scored, bool has_scores) const {
    model::Indicator const& indicator = scored.indicator;
    std::vector<std::vector<std::string>> cells;
    std::string const texts[] = {std::to_string(indicator.row),
                                 row_name(indicator, context_.messages, context_.options.language),
                                 target_text(indicator),
                                 indicator.actual_text,
                                 weight_cell(scored, *pack_),
                                 score_cell(scored, has_scores, *pack_),
                                 has_scores || scored.status != model::Status::open
                                     ? status_text(scored, context_.messages, context_.options.language)
                                     : ""};
    std::size_t height = 1;
    for (std::size_t i = 0; i < std::size(texts); ++i) {
      cells.push_back(wrap(texts[i], columns_[i].width));
      height = std::max(height, cells.back().size());
    }
    height = std::min<std::size_t>(height, max_lines);
    for (std::size_t part = 0; part < height; ++part) {
      std::string text;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string piece = part < cells[i].size() ? cells[i][part] : "";
        if (part + 1 == max_lines && cells[i].size() > max_lines) {
          piece = cut(piece + cells[i][part + 1], columns_[i].width);
        }
        text += fit(piece, columns_[i].width, columns_[i].align) + " ";
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
    line("  " + label(queue_title(project), {std::to_string(project.queue.size()), points(sum, *pack_)}));
    line("    " + label("queue_where"));
    for (model::QueueItem const& item : project.queue) {
      std::string const question =
          question_text(project, item, *pack_, context_.messages, context_.options.language);
      block("    ", queue_indent,
            label(queue_line(item), {fit(stake_cell(item, *pack_), 6, Align::right), std::to_string(item.row),
                                     printable(question), std::to_string(source_row(project, item))}));
    }
  }

  void findings(diagnostic::Diagnostics const& list, diagnostic::SourceId home = 0) const {
    if (list.empty()) {
      return;
    }
    line("");
    line("  "
         + label("findings_title", {counts_text(count(list), context_.messages, context_.options.language)}));
    for (std::string const& text :
         finding_lines(list, context_.sources, context_.messages,
                       {context_.options.language, context_.options.findings_listed, home})) {
      block("    ", "      ", text);
    }
  }

  static constexpr std::size_t max_lines = 4;
  static constexpr std::string_view queue_indent = "              ";
  SinkContext context_;
  std::size_t page_width_;
  std::array<TableColumn, 7> columns_;
  TargetTables target_tables_;
  FindingCounts unlisted_; ///< of projects that only count in their department
  rulepack::RulePack const* pack_ = nullptr;
};

} // namespace

std::unique_ptr<Sink> make_table_sink(SinkContext const& context) {
  return std::make_unique<TableSink>(context);
}

} // namespace jixiao::report
