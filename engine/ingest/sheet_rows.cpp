#include "engine/ingest/sheet_rows.hpp"

#include "engine/ingest/cell_text.hpp"
#include "engine/ingest/detail/rich_text.hpp"
#include "engine/ingest/detail/xml.hpp"
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/ingest/merged_cells.hpp"
#include "engine/ingest/row_source.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace jixiao::ingest {

using detail::attribute;
using detail::child;
using detail::is;

namespace {

std::string value_of(pugi::xml_node cell) {
  std::string text;
  detail::append_text(child(cell, "v"), text);
  return text;
}

bool parse_index(std::string_view text, std::size_t& index) {
  auto const result = std::from_chars(text.data(), text.data() + text.size(), index);
  return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

} // namespace

struct SheetRows::Data {
  std::string bytes;
  SharedParts const& shared;
  IngestLimits limits;
  std::uint64_t& cells_left;
  pugi::xml_document document;
  bool whole = false;
  bool cut_off = false;
  pugi::xml_node row;       ///< the next one
  std::uint32_t number = 0; ///< of the row before it
  std::uint64_t hidden = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_ranges; ///< of columns
  std::vector<std::uint32_t> hidden_columns;                          ///< those with text
  MergedCells merged;
  std::vector<std::string> texts; ///< of the row given last, one for each cell

  void open();
  void note_hidden_column(std::uint32_t column);
  void read_cells(pugi::xml_node from, SheetRow& to);
  CellStyle const* style_of(pugi::xml_node cell) const;
  std::string shown_text(pugi::xml_node cell, std::uint32_t column, std::vector<CellNote>& notes) const;
  std::string text_of(pugi::xml_node cell, std::uint32_t column, std::vector<CellNote>& notes,
                      std::string& struck, bool& of_runs) const;
  std::string number_of(pugi::xml_node cell, std::string const& raw, std::uint32_t column,
                        std::vector<CellNote>& notes) const;
  std::string limited(std::string text, std::uint32_t column, std::vector<CellNote>& notes) const;
};

void SheetRows::Data::open() {
  whole = detail::parse(bytes, document);
  pugi::xml_node const sheet = document.document_element();
  whole = whole && is(sheet, "worksheet");
  if (!whole) {
    return;
  }
  for (pugi::xml_node const each : child(sheet, "cols").children()) {
    std::size_t first = 0, last = 0;
    if (detail::is_true(attribute(each, "hidden")) && parse_index(attribute(each, "min"), first)
        && parse_index(attribute(each, "max"), last) && hidden_ranges.size() < limits.columns) {
      hidden_ranges.emplace_back(static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last));
    }
  }
  row = child(sheet, "sheetData").first_child();
  std::vector<MergedRange> ranges;
  for (pugi::xml_node const each : child(sheet, "mergeCells").children()) {
    MergedRange range;
    if (parse_range(attribute(each, "ref"), range)) {
      ranges.push_back(range);
    }
  }
  merged = MergedCells(std::move(ranges));
}

void SheetRows::Data::note_hidden_column(std::uint32_t column) {
  for (auto const& [first, last] : hidden_ranges) {
    if (first <= column && column <= last) {
      auto const at = std::lower_bound(hidden_columns.begin(), hidden_columns.end(), column);
      if (at == hidden_columns.end() || *at != column) {
        hidden_columns.insert(at, column);
      }
      return;
    }
  }
}

/// What runs of the text are struck through goes to `struck`; `of_runs`: its runs have fonts of their own.
std::string SheetRows::Data::text_of(pugi::xml_node cell, std::uint32_t column, std::vector<CellNote>& notes,
                                     std::string& struck, bool& of_runs) const {
  std::string_view const type = attribute(cell, "t");
  if (type == "inlineStr") {
    detail::RichText rich = detail::rich_text(child(cell, "is"));
    struck = std::move(rich.struck);
    of_runs = rich.of_runs;
    return std::move(rich.text);
  }
  std::string text = value_of(cell);
  pugi::xml_node const formula = child(cell, "f");
  // Programs that compute nothing write an empty value; only of text is that a result.
  if (formula && text.empty() && (type != "str" || !child(cell, "v"))) {
    std::string source;
    detail::append_text(formula, source);
    notes.push_back({column, findings::formula_without_value, {shortened("=" + source)}});
    return std::string(unreadable_cell);
  }
  if (type == "s") {
    std::size_t index = 0;
    if (parse_index(text, index) && index < shared.texts.size()) {
      if (std::string const* const left_out = shared.texts.struck_at(index)) {
        struck = *left_out;
        of_runs = true;
      }
      return std::string(shared.texts.at(index));
    }
    notes.push_back({column, findings::shared_text_missing, {shortened(text)}});
    return std::string(unreadable_cell);
  }
  if (type == "e") {
    notes.push_back({column, findings::error_value, {shortened(text)}});
    return std::string(unreadable_cell);
  }
  if (type == "b") {
    return text.empty() ? text : detail::is_true(text) ? "TRUE" : "FALSE";
  }
  if (type == "str" || type == "d") { // of a formula; a date that is ISO text already
    return without_escapes(std::move(text));
  }
  return text.empty() ? text : number_of(cell, text, column, notes);
}

CellStyle const* SheetRows::Data::style_of(pugi::xml_node cell) const {
  std::size_t style = 0;
  bool const styled = parse_index(attribute(cell, "s"), style) && style < shared.styles.size();
  return styled ? &shared.styles[style] : nullptr;
}

/// The text of a cell without what is struck through, of which a note is made.
std::string SheetRows::Data::shown_text(pugi::xml_node cell, std::uint32_t column,
                                        std::vector<CellNote>& notes) const {
  std::string struck;
  bool of_runs = false; // whose own fonts decide
  std::string text = text_of(cell, column, notes, struck, of_runs);
  CellStyle const* const style = style_of(cell);
  if (!of_runs && style != nullptr && style->struck && text != unreadable_cell) {
    struck = std::exchange(text, {});
  }
  if (!grammar::trim(struck).empty()) {
    notes.push_back({column, documents::findings::text_left_out, {"1", shortened(grammar::trim(struck))}});
  }
  return text;
}

std::string SheetRows::Data::number_of(pugi::xml_node cell, std::string const& raw, std::uint32_t column,
                                       std::vector<CellNote>& notes) const {
  CellStyle const* const style = style_of(cell);
  return number_text(raw, style == nullptr ? NumberFormat() : style->format, shared.from_1904, column, notes);
}

std::string SheetRows::Data::limited(std::string text, std::uint32_t column,
                                     std::vector<CellNote>& notes) const {
  if (text.size() > limits.cell_bytes) {
    notes.push_back({column,
                     findings::table_cell_too_long,
                     {std::to_string(text.size()), std::to_string(limits.cell_bytes)}});
    text = unreadable_cell;
  }
  return grammar::is_utf8(text) ? text : grammar::repair_utf8(text);
}

void SheetRows::Data::read_cells(pugi::xml_node from, SheetRow& to) {
  texts.clear();
  std::uint32_t column = 0; // of the cell before
  std::uint64_t too_far = 0;
  for (pugi::xml_node const cell : from.children()) {
    if (!is(cell, "c")) {
      continue;
    }
    cells_left -= cells_left == 0 ? 0 : 1;
    std::uint32_t const stated = parse_reference(attribute(cell, "r")).column;
    column = stated != 0 ? stated : column + 1;
    if (column > limits.columns) {
      ++too_far;
      continue;
    }
    texts.resize(std::max<std::size_t>(texts.size(), column));
    texts[column - 1] = limited(shown_text(cell, column, to.notes), column, to.notes);
    if (!hidden_ranges.empty() && !texts[column - 1].empty()) {
      note_hidden_column(column);
    }
  }
  if (too_far != 0) {
    to.notes.push_back({limits.columns + 1,
                        findings::too_many_columns,
                        {std::to_string(limits.columns + too_far), std::to_string(limits.columns)}});
  }
  to.cells.assign(texts.begin(), texts.end());
}

SheetRows::SheetRows(std::string bytes, SharedParts const& shared, IngestLimits const& limits,
                     std::uint64_t& cells_left)
    : data_(
        new Data{std::move(bytes), shared, limits, cells_left, {}, false, false, {}, 0, 0, {}, {}, {}, {}}) {
  data_->open();
}

SheetRows::~SheetRows() = default;

bool SheetRows::is_whole() const {
  return data_->whole;
}
std::uint64_t SheetRows::hidden_rows() const {
  return data_->hidden;
}
bool SheetRows::has_hidden_columns() const {
  return !data_->hidden_columns.empty();
}
std::vector<std::string> SheetRows::hidden_columns() const {
  std::string numbers;
  for (std::uint32_t const column : data_->hidden_columns) {
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(column);
  }
  return {std::to_string(data_->hidden_columns.size()), shortened(numbers)};
}
std::vector<MergedRange> SheetRows::take_merged() {
  return data_->merged.take();
}
bool SheetRows::cut_off() const {
  return data_->cut_off;
}

bool SheetRows::next(SheetRow& row) {
  Data& data = *data_;
  while (data.row && !is(data.row, "row")) {
    data.row = data.row.next_sibling();
  }
  if (!data.row || data.cells_left == 0) {
    data.cut_off = static_cast<bool>(data.row);
    return false;
  }
  std::uint32_t stated = 0;
  std::string_view const number = attribute(data.row, "r");
  std::from_chars(number.data(), number.data() + number.size(), stated);
  data.number = stated != 0 ? stated : data.number + 1;
  row.number = data.number;
  row.notes.clear();
  data.read_cells(data.row, row);
  bool const has_text = std::any_of(row.cells.begin(), row.cells.end(),
                                    [](std::string_view text) { return !grammar::trim(text).empty(); });
  data.hidden += has_text && detail::is_true(attribute(data.row, "hidden")) ? 1 : 0;
  data.merged.cover(row);
  data.row = data.row.next_sibling();
  return true;
}

} // namespace jixiao::ingest
