#include "engine/ingest/documents/xlsx_document.hpp"

#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/span_map.hpp"
#include "engine/ingest/documents/xml_part.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/ingest/merged_cells.hpp"
#include "engine/ingest/sheet_rows.hpp"
#include "engine/ingest/workbook_parts.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace jixiao::ingest::documents {

namespace {

using Failure = Archive::Failure;
namespace notices = ingest::findings;

/// The rows of one sheet into the part that has begun.
class SheetReader {
public:
  SheetReader(SheetRows& rows, DocumentBuilder& builder)
      : rows_(rows), builder_(builder), ranges_(rows.take_merged()) {
    std::sort(ranges_.begin(), ranges_.end(), [](MergedRange const& left, MergedRange const& right) {
      return std::tie(left.first_row, left.first_column) < std::tie(right.first_row, right.first_column);
    });
  }

  void read() {
    SheetRow row;
    while (!builder_.full() && rows_.next(row)) {
      add_blank_rows(row.number);
      add(row);
    }
    add_blank_rows(0xFFFFFFFF);
    note_counts();
  }

private:
  /// Merged cells that begin in rows which the file leaves out.
  void add_blank_rows(std::uint32_t before) {
    while (next_ < ranges_.size() && ranges_[next_].first_row < before && !builder_.full()) {
      SheetRow blank;
      blank.number = ranges_[next_].first_row;
      add(blank);
    }
  }

  void add(SheetRow& row) {
    for (CellNote& each : row.notes) {
      builder_.note(each.code, std::move(each.arguments), row.number, each.column);
    }
    model::DocumentLine line{row.number, {}};
    begin_ranges(row, line);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      add_cell(row.cells[i], static_cast<std::uint32_t>(i), line);
    }
    std::sort(line.cells.begin(), line.cells.end(),
              [](auto const& left, auto const& right) { return left.column < right.column; });
    builder_.add(std::move(line));
  }

  /// The first cells of the merged ranges that begin in this row.
  void begin_ranges(SheetRow const& row, model::DocumentLine& line) {
    for (; next_ < ranges_.size() && ranges_[next_].first_row <= row.number; ++next_) {
      MergedRange const& range = ranges_[next_];
      SpanMap::Span const span{range.first_row, range.first_column - 1, range.last_row,
                               range.last_column - 1};
      if (range.first_row == row.number && spans_.occupy(span)) {
        std::size_t const at = span.column;
        std::string text(at < row.cells.size() ? row.cells[at] : std::string_view());
        line.cells.push_back(
            {std::move(text), span.column, span.last_column - span.column + 1, span.last_row - span.row + 1});
      }
    }
  }

  void add_cell(std::string_view text, std::uint32_t column, model::DocumentLine& line) {
    if (grammar::trim(text).empty()) {
      return;
    }
    SpanMap::Span const* const span = spans_.over(line.number, column);
    if (span == nullptr) {
      line.cells.push_back({std::string(text), column, 1, 1});
    } else if (span->row != line.number || span->column != column) {
      covered_.add(text);
    } // else it is the first of a merged cell, which has been added
  }

  void note_counts() {
    if (rows_.hidden_rows() != 0) {
      builder_.note(notices::hidden_rows, {std::to_string(rows_.hidden_rows())});
    }
    if (rows_.has_hidden_columns()) {
      builder_.note(notices::hidden_columns, rows_.hidden_columns());
    }
    if (rows_.cut_off() && !builder_.full()) {
      builder_.note(findings::document_cells_cut_off, {std::to_string(builder_.limits().cells)});
    }
    if (covered_.count() != 0) {
      builder_.note(findings::covered_cells_skipped, {std::to_string(covered_.count()), covered_.text()});
    }
    if (spans_.overlaps() != 0) {
      builder_.note(findings::cells_overlap, {std::to_string(spans_.overlaps())});
    }
  }

  SheetRows& rows_;
  DocumentBuilder& builder_;
  std::vector<MergedRange> ranges_;
  std::size_t next_ = 0;
  SpanMap spans_;
  Listing covered_;
};

class WorkbookReader {
public:
  WorkbookReader(WorkbookPackage& package, DocumentBuilder& builder)
      : package_(package), builder_(builder), cells_left_(builder.limits().cells) {}

  void read() {
    std::string const part = find_workbook_part(package_);
    Archive::Member member = package_.read(part);
    if (member.failure != Failure::none) {
      note_failure(member.failure, part, builder_);
      return;
    }
    if (!read_contents(member.bytes, package_.relationships(part), contents_)) {
      builder_.note_file(findings::document_damaged, {part});
      return;
    }
    shared_.from_1904 = contents_.from_1904;
    if (contents_.external_links != 0) {
      builder_.note_file(notices::external_links, {std::to_string(contents_.external_links)});
    }
    read_shared(contents_.shared_texts_part,
                [this](std::string& bytes) { return shared_.texts.read(bytes); });
    read_shared(contents_.styles_part,
                [this](std::string& bytes) { return read_styles(bytes, shared_.styles); });
    read_sheets();
  }

private:
  template <class Read>
  void read_shared(std::string const& part, Read read) {
    if (part.empty()) {
      return;
    }
    Archive::Member member = package_.read(part);
    if (member.failure != Failure::none) {
      note_failure(member.failure, part, builder_);
    } else if (!read(member.bytes)) {
      builder_.note_file(findings::document_damaged, {part});
    }
  }

  void read_sheets() {
    std::size_t const most = builder_.limits().sheets;
    if (contents_.sheets.size() > most) {
      builder_.note_file(notices::too_many_sheets,
                         {std::to_string(contents_.sheets.size()), std::to_string(most)});
      contents_.sheets.resize(most);
    }
    for (SheetEntry const& sheet : contents_.sheets) {
      if (sheet.hidden) {
        builder_.note_file(notices::sheet_hidden, {sheet.name});
      } else if (!sheet.cells) {
        builder_.note_file(notices::sheet_not_cells, {sheet.name});
      } else {
        read_sheet(sheet);
      }
    }
  }

  void read_sheet(SheetEntry const& sheet) {
    builder_.begin_sheet(sheet.name);
    Archive::Member member = package_.read(sheet.part);
    if (member.failure != Failure::none) {
      note_failure(member.failure, sheet.part, builder_);
      return;
    }
    SheetRows rows(std::move(member.bytes), shared_, builder_.limits(), cells_left_);
    if (!rows.is_whole()) {
      builder_.note_file(findings::document_damaged, {sheet.part});
      return;
    }
    SheetReader(rows, builder_).read();
  }

  WorkbookPackage& package_;
  DocumentBuilder& builder_;
  std::uint64_t cells_left_;
  WorkbookContents contents_;
  SharedParts shared_;
};

} // namespace

void read_xlsx(WorkbookPackage& package, DocumentBuilder& builder) {
  WorkbookReader(package, builder).read();
}

} // namespace jixiao::ingest::documents
