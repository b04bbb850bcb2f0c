#include "engine/ingest/documents/docx_table.hpp"

#include "engine/ingest/detail/xml.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

namespace jixiao::ingest::documents::docx {

namespace {

using detail::attribute;
using detail::child;
using detail::is;

/// A value between 0 and `most`; `otherwise` where there is none.
std::uint32_t number_of(pugi::xml_node property, std::uint32_t otherwise, std::uint32_t most) {
  std::string_view const text = attribute(property, "val");
  std::uint32_t value = 0;
  auto const result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec == std::errc::result_out_of_range) {
    return most;
  }
  return result.ec == std::errc() ? std::min(value, most) : otherwise;
}

/// "restart" begins a merged cell; "continue", or nothing, goes on with it.
bool continues(pugi::xml_node merge) {
  return merge && attribute(merge, "val") != "restart";
}

class TableReader {
public:
  TableReader(std::uint32_t most_columns, Counts& counts) : most_columns_(most_columns), counts_(counts) {}

  Table read(pugi::xml_node table) {
    visit_children(table, counts_, [this](pugi::xml_node each) {
      if (is(each, "tr")) {
        read_row(each);
      }
    });
    return std::move(table_);
  }

private:
  /// The cell that those below may go on with: indices of its line and of itself.
  struct Origin {
    std::size_t line = 0, cell = 0;
  };

  void read_row(pugi::xml_node row) {
    ++number_;
    pugi::xml_node const properties = child(row, "trPr");
    if (child(properties, "del")) {
      ++counts_.deletions;
      return;
    }
    counts_.hidden += is_on(child(properties, "hidden")) ? 1 : 0;
    table_.lines.push_back({number_, {}});
    column_ = number_of(child(properties, "gridBefore"), 0, most_columns_);
    std::map<std::uint32_t, Origin> above;
    above.swap(open_);
    visit_children(row, counts_, [this, &above](pugi::xml_node each) {
      if (is(each, "tc")) {
        read_cell(each, above);
      }
    });
  }

  void read_cell(pugi::xml_node node, std::map<std::uint32_t, Origin> const& above) {
    pugi::xml_node const properties = child(node, "tcPr");
    if (child(properties, "cellDel")) {
      ++counts_.deletions;
      return;
    }
    std::uint32_t const columns = std::max(1u, number_of(child(properties, "gridSpan"), 1, most_columns_));
    pugi::xml_node const down = child(properties, "vMerge");
    std::size_t const tables = table_.nested.size(), pictures = counts_.embedded;
    model::DocumentCell cell{text_of(node), column_, columns, 1};
    cell.inside = table_.nested.size() != tables ? model::Inside::table
                  : counts_.embedded != pictures ? model::Inside::picture
                                                 : model::Inside::nothing;
    auto const origin = above.find(column_);
    column_ = std::min(most_columns_, column_ + columns);
    std::vector<model::DocumentCell>& cells = table_.lines.back().cells;
    if (continues(child(properties, "hMerge")) && !cells.empty()) {
      cells.back().columns += columns;
      skip(cell.text);
    } else if (continues(down) && origin != above.end() && width_of(origin->second) == columns) {
      model::DocumentCell& first = table_.lines[origin->second.line].cells[origin->second.cell];
      first.rows = number_ - table_.lines[origin->second.line].number + 1;
      open_.insert(*origin);
      skip(cell.text);
    } else {
      if (down) {
        open_[cell.column] = {table_.lines.size() - 1, cells.size()};
      }
      cells.push_back(std::move(cell));
    }
  }

  std::uint32_t width_of(Origin const& origin) const {
    return table_.lines[origin.line].cells[origin.cell].columns;
  }

  /// Word does not show what is under a merged cell.
  void skip(std::string const& text) {
    if (!grammar::trim(text).empty()) {
      table_.covered.add(text);
    }
  }

  std::string text_of(pugi::xml_node cell) {
    std::string text;
    bool first = true;
    append_blocks(cell, text, first);
    return text;
  }

  void append_blocks(pugi::xml_node parent, std::string& text, bool& first) {
    visit_children(parent, counts_, [&](pugi::xml_node each) {
      if (is(each, "tbl")) {
        table_.nested.push_back(each);
      } else if (is(each, "p")) {
        text += first ? "" : "\n";
        first = false;
        Paragraph const paragraph = read_paragraph(each, counts_);
        text += paragraph.text;
        for (pugi::xml_node const box : paragraph.boxes) {
          append_blocks(box, text, first);
        }
      } else if (is(each, "altChunk")) {
        ++counts_.embedded;
      }
    });
  }

  std::uint32_t most_columns_;
  Counts& counts_;
  Table table_;
  std::uint32_t number_ = 0;             ///< of the row
  std::uint32_t column_ = 0;             ///< of the next cell
  std::map<std::uint32_t, Origin> open_; ///< by column: cells of this row that may go on in the next
};

} // namespace

Table read_table(pugi::xml_node table, std::uint32_t most_columns, Counts& counts) {
  return TableReader(most_columns, counts).read(table);
}

} // namespace jixiao::ingest::documents::docx
