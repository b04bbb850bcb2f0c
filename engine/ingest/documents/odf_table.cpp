#include "engine/ingest/documents/odf_table.hpp"

#include "engine/ingest/detail/xml.hpp"
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/odf_cell.hpp"
#include "engine/ingest/documents/span_map.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

namespace jixiao::ingest::documents::odf {

namespace {

using detail::attribute;
using detail::local_name;

constexpr std::uint32_t unlimited = std::numeric_limits<std::uint32_t>::max();

/// How often something is repeated, or how much it covers; 1 unless stated.
std::uint32_t count_of(pugi::xml_node node, std::string_view name) {
  std::string_view const text = attribute(node, name);
  std::uint32_t value = 1;
  auto const result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc::result_out_of_range ? unlimited : std::max(1u, value);
}

std::uint32_t sum(std::uint32_t left, std::uint32_t right) {
  return right > unlimited - left ? unlimited : left + right;
}

class TableReader {
public:
  TableReader(Styles const& styles, DocumentBuilder& builder) : styles_(styles), builder_(builder) {}

  void read(pugi::xml_node parent) {
    for (pugi::xml_node const each : parent.children()) {
      std::string_view const name = local_name(each.name());
      if (name == "table-row") {
        read_row(each);
      } else if (name == "table-column") {
        columns_end_ = sum(columns_end_, count_of(each, "number-columns-repeated"));
        std::string_view const visibility = attribute(each, "visibility");
        column_styles_.push_back({columns_end_, attribute(each, "default-cell-style-name"),
                                  visibility == "collapse" || visibility == "filter"});
      } else if (name == "table-rows" || name == "table-header-rows" || name == "table-row-group"
                 || name == "table-columns" || name == "table-header-columns"
                 || name == "table-column-group") {
        read(each);
      }
    }
  }

  TableNotes finish() {
    if (hidden_ != 0) {
      builder_.note(ingest::findings::hidden_rows, {std::to_string(hidden_)});
    }
    if (!hidden_columns_.empty()) {
      std::string numbers;
      for (std::uint32_t const column : hidden_columns_) {
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(column);
      }
      builder_.note(ingest::findings::hidden_columns,
                    {std::to_string(hidden_columns_.size()), shortened(numbers)});
    }
    if (covered_.count() != 0) {
      builder_.note(findings::covered_cells_skipped, {std::to_string(covered_.count()), covered_.text()});
    }
    if (spans_.overlaps() != 0) {
      builder_.note(findings::cells_overlap, {std::to_string(spans_.overlaps())});
    }
    return std::move(notes_);
  }

private:
  struct ColumnStyle {
    std::uint32_t end = 0;
    std::string_view style;
    bool hidden = false;
  };

  void read_row(pugi::xml_node row) {
    std::uint32_t const repeated = count_of(row, "number-rows-repeated");
    if (builder_.full()) {
      return;
    }
    model::DocumentLine line{sum(row_, 1), {}};
    std::vector<CellNote> cell_notes;
    read_cells(row, line, cell_notes);
    for (CellNote& each : cell_notes) {
      builder_.note(each.code, std::move(each.arguments), line.number, each.column);
    }
    std::string_view const visibility = attribute(row, "visibility");
    bool const has_text = std::any_of(line.cells.begin(), line.cells.end(),
                                      [](auto const& cell) { return !grammar::trim(cell.text).empty(); });
    hidden_ += has_text && (visibility == "collapse" || visibility == "filter") ? repeated : 0;
    for (std::uint32_t i = 0; !line.cells.empty() && i < repeated && builder_.add(line); ++i) {
      ++line.number;
    }
    row_ = sum(row_, repeated);
  }

  void read_cells(pugi::xml_node row, model::DocumentLine& line, std::vector<CellNote>& cell_notes) {
    std::string_view const row_style = attribute(row, "default-cell-style-name");
    std::uint32_t column = 0;
    for (pugi::xml_node const cell : row.children()) {
      std::string_view const name = local_name(cell.name());
      if (name != "table-cell" && name != "covered-table-cell") {
        continue;
      }
      Text text = read_cell(cell, format_of(cell, row_style, column), styles_,
                            builder_.limits().cell_bytes + 1, sum(column, 1), cell_notes);
      notes_.comments += text.comments;
      notes_.nested.insert(notes_.nested.end(), text.tables.begin(), text.tables.end());
      std::uint32_t const end = sum(column, count_of(cell, "number-columns-repeated"));
      if (name == "table-cell") {
        model::Inside const inside = !text.tables.empty() ? model::Inside::table
                                     : text.pictures != 0 ? model::Inside::picture
                                                          : model::Inside::nothing;
        add_cells(cell, std::move(text.text), inside, column, end, line);
      } else if (!grammar::trim(text.text).empty()) {
        covered_.add(text.text);
      }
      column = end;
    }
  }

  void add_cells(pugi::xml_node node, std::string text, model::Inside inside, std::uint32_t column,
                 std::uint32_t end, model::DocumentLine& line) {
    if (!grammar::trim(text).empty()) {
      note_hidden_column(column);
    }
    std::uint32_t const columns =
        std::min(count_of(node, "number-columns-spanned"), builder_.limits().columns);
    std::uint32_t const rows = count_of(node, "number-rows-spanned");
    if (columns == 1 && rows == 1) {
      if (!grammar::trim(text).empty() || inside != model::Inside::nothing) {
        // One beyond the limit, so that the line is known to be too long.
        for (end = std::min(end, sum(builder_.limits().columns, 1)); column < end; ++column) {
          line.cells.push_back({text, column, 1, 1, inside});
        }
      }
      return;
    }
    SpanMap::Span const span{line.number, column, sum(line.number, rows - 1), sum(column, columns - 1)};
    bool const free = spans_.occupy(span);
    line.cells.push_back({std::move(text), column, free ? columns : 1, free ? rows : 1, inside});
  }

  NumberFormat const& format_of(pugi::xml_node cell, std::string_view row_style, std::uint32_t column) {
    std::string_view const own = attribute(cell, "style-name");
    if (!own.empty() || attribute(cell, "value-type").empty()) {
      return styles_.format_of(own);
    }
    if (!row_style.empty()) {
      return styles_.format_of(row_style);
    }
    ColumnStyle const* const found = style_of(column);
    return styles_.format_of(found == nullptr ? std::string_view() : found->style);
  }

  ColumnStyle const* style_of(std::uint32_t column) const {
    auto const found =
        std::upper_bound(column_styles_.begin(), column_styles_.end(), column,
                         [](std::uint32_t at, ColumnStyle const& each) { return at < each.end; });
    return found == column_styles_.end() ? nullptr : &*found;
  }

  void note_hidden_column(std::uint32_t column) {
    ColumnStyle const* const style = style_of(column);
    if (style != nullptr && style->hidden) {
      hidden_columns_.insert(column + 1);
    }
  }

  Styles const& styles_;
  DocumentBuilder& builder_;
  std::vector<ColumnStyle> column_styles_;
  std::uint32_t columns_end_ = 0;
  std::uint32_t row_ = 0; ///< number of the last row
  std::uint64_t hidden_ = 0;
  std::set<std::uint32_t> hidden_columns_; ///< with text; 1-based
  Listing covered_;
  SpanMap spans_;
  TableNotes notes_;
};

} // namespace

TableNotes read_table(pugi::xml_node table, Styles const& styles, DocumentBuilder& builder) {
  TableReader reader(styles, builder);
  reader.read(table);
  return reader.finish();
}

} // namespace jixiao::ingest::documents::odf
