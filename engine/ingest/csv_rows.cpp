#include "engine/ingest/csv_rows.hpp"

#include "engine/ingest/csv_splitter.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::ingest {

namespace {

/// What spreadsheet programs write in place of a result when they save a sheet as text.
bool is_error_value(std::string_view text) {
  constexpr std::array<std::string_view, 9> errors{"#REF!", "#N/A",   "#VALUE!", "#DIV/0!", "#NAME?",
                                                   "#NUM!", "#NULL!", "#SPILL!", "#CALC!"};
  bool const too_narrow = text.size() >= 3 && text.find_first_not_of('#') == std::string_view::npos;
  return too_narrow || std::find(errors.begin(), errors.end(), text) != errors.end();
}

class CsvRows final : public RowSource {
public:
  CsvRows(std::unique_ptr<ByteSource> bytes, char delimiter, diagnostic::SourceId source,
          IngestLimits const& limits)
      : text_(std::move(bytes)), splitter_(text_, delimiter, limits), limits_(limits), source_(source) {}

  bool next_sheet() override { return !std::exchange(begun_, true); }
  diagnostic::SourceId source() const override { return source_; }
  bool rows_have_all_cells() const override { return true; }
  bool suspicious() const override { return text_.has_nul() || text_.replaced() != 0; }
  bool readable() const override { return text_.readable(); }

  bool next_row(SheetRow& row) override {
    if (!splitter_.next(row.cells, issues_)) {
      finish();
      return false;
    }
    row.number = ++row_;
    row.line = issues_.empty() ? splitter_.line() : std::string_view();
    row.as_above = splitter_.as_above();
    if (!row.notes.empty()) {
      row.notes.clear();
    }
    for (CsvIssue const& issue : issues_) {
      note(issue, row.notes);
    }
    if (splitter_.may_hold_hash() && splitter_.line().find('#') != std::string_view::npos) {
      refuse_errors(row);
    }
    return true;
  }

  diagnostic::Diagnostics take_findings() override { return std::exchange(findings_, {}); }

private:
  /// They are no text of the cell, as in the workbook itself.
  void refuse_errors(SheetRow& row) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string_view const text = grammar::trim(row.cells[i]);
      if (is_error_value(text)) {
        row.notes.push_back({static_cast<std::uint32_t>(i + 1), findings::error_value, {shortened(text)}});
        row.cells[i] = unreadable_cell;
        row.line = {}; // of which this cell is no part
      }
    }
  }
  void note(CsvIssue const& issue, std::vector<CellNote>& notes) const {
    std::string const size = std::to_string(issue.size);
    switch (issue.fault) {
    case CsvFault::quote_not_closed: notes.push_back({issue.field, findings::quote_not_closed, {}}); return;
    case CsvFault::text_after_quote: notes.push_back({issue.field, findings::text_after_quote, {}}); return;
    case CsvFault::row_too_long: notes.push_back({0, findings::row_too_long, {size}}); return;
    case CsvFault::too_many_fields:
      notes.push_back({issue.field, findings::too_many_columns, {size, std::to_string(limits_.columns)}});
      return;
    case CsvFault::field_too_long:
      notes.push_back(
          {issue.field, findings::table_cell_too_long, {size, std::to_string(limits_.cell_bytes)}});
      return;
    }
  }

  void finish() {
    if (std::exchange(finished_, true)) {
      return;
    }
    diagnostic::Place const place{source_, 0, 0, 0, 0};
    if (!text_.readable()) {
      findings_.push_back(diagnostic::make(findings::encoding_unknown, place));
    } else if (text_.encoding() != Encoding::utf8) {
      findings_.push_back(
          diagnostic::make(findings::encoding_detected, place, {std::string(name(text_.encoding()))}));
    }
    if (text_.replaced() != 0) {
      findings_.push_back(
          diagnostic::make(findings::text_replaced, place, {std::to_string(text_.replaced())}));
    }
  }

  TextReader text_;
  CsvSplitter splitter_;
  IngestLimits limits_;
  diagnostic::SourceId source_;
  std::uint32_t row_ = 0;
  bool begun_ = false;
  bool finished_ = false;
  std::vector<CsvIssue> issues_;
  diagnostic::Diagnostics findings_;
};

} // namespace

std::unique_ptr<RowSource> csv_rows(std::unique_ptr<ByteSource> bytes, char delimiter,
                                    diagnostic::SourceId source, IngestLimits const& limits) {
  return std::make_unique<CsvRows>(std::move(bytes), delimiter, source, limits);
}

} // namespace jixiao::ingest
