#include "engine/ingest/documents/pdf_cut_rows.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <utility>

namespace jixiao::ingest::documents::pdf {

namespace {

std::string text_of(model::DocumentLine const& line) {
  std::string text;
  for (model::DocumentCell const& cell : line.cells) {
    text += cell.text + " ";
  }
  return text;
}

/// A page number, or what stands on the page before as well.
bool is_running(model::DocumentLine const& line, std::vector<Block> const& other_page) {
  std::string const text = text_of(line);
  constexpr std::size_t longest_number = 40; // bytes, with the words around it
  if (text.size() <= longest_number && text.find_first_of("0123456789") != std::string::npos) {
    return true;
  }
  return std::any_of(other_page.begin(), other_page.end(), [&text](Block const& block) {
    return block.kind == Block::Kind::text
           && std::any_of(block.lines.begin(), block.lines.end(),
                          [&text](model::DocumentLine const& each) { return text_of(each) == text; });
  });
}

bool all_running(std::vector<Block> const& page, std::size_t first, std::size_t end,
                 std::vector<Block> const& other_page) {
  constexpr std::size_t most_lines = 3;
  std::size_t lines = 0;
  for (std::size_t i = first; i < end; ++i) {
    lines += page[i].lines.size();
    for (model::DocumentLine const& line : page[i].lines) {
      if (lines > most_lines || !is_running(line, other_page)) {
        return false;
      }
    }
  }
  return true;
}

bool is_table(Block const& block) {
  return block.kind != Block::Kind::text;
}

bool near(Length left, Length right) {
  constexpr Length tolerance = 3000;
  return -tolerance <= left - right && left - right <= tolerance;
}

/// The same table by its borders: the outer ones of a ruled table, all of another.
bool same_columns(Block const& above, Block const& below) {
  if (above.kind != below.kind || above.columns.empty() || below.columns.empty()) {
    return false;
  }
  if (above.kind == Block::Kind::ruled) {
    return near(above.columns.front(), below.columns.front())
           && near(above.columns.back(), below.columns.back());
  }
  return std::equal(above.columns.begin(), above.columns.end(), below.columns.begin(), below.columns.end(),
                    near);
}

/// Borders of both tables, those that are near to each other once.
std::vector<Length> all_columns(std::vector<Length> columns, std::vector<Length> const& others) {
  for (Length const each : others) {
    bool const known =
        std::any_of(columns.begin(), columns.end(), [each](Length at) { return near(at, each); });
    if (!known) {
      columns.insert(std::upper_bound(columns.begin(), columns.end(), each), each);
    }
  }
  return columns;
}

std::uint32_t index_of(std::vector<Length> const& columns, Length at) {
  auto const nearest = std::min_element(columns.begin(), columns.end(), [at](Length left, Length right) {
    return std::abs(left - at) < std::abs(right - at);
  });
  return static_cast<std::uint32_t>(nearest - columns.begin());
}

void place_in(std::vector<Length> const& columns, Block& block) {
  if (block.kind == Block::Kind::ruled) {
    for (EndRooms* const rooms : {&block.top, &block.end}) {
      for (EndRoom& each : *rooms) {
        each.column = index_of(columns, block.columns[each.column]);
      }
    }
    for (model::DocumentLine& line : block.lines) {
      for (model::DocumentCell& cell : line.cells) {
        std::uint32_t const end = index_of(columns, block.columns[cell.column + cell.columns]);
        cell.column = index_of(columns, block.columns[cell.column]);
        cell.columns = end > cell.column ? end - cell.column : 1;
      }
    }
  }
  block.columns = columns;
}

/// Cells of the lines from `first` on that reach down to the end of the table.
std::vector<CellPlace> bottom_cells(Block const& table, std::size_t first) {
  std::vector<CellPlace> result;
  for (std::size_t i = first; i < table.lines.size(); ++i) {
    model::DocumentLine const& line = table.lines[i];
    for (std::size_t j = 0; j < line.cells.size(); ++j) {
      if (line.number + line.cells[j].rows - 1 == table.rows) {
        result.push_back({i, j});
      }
    }
  }
  return result;
}

/// A merged cell without text that begins a page, below one with text that ends the page before, is the rest
/// of it: a page break leaves the text on one side. Gives what goes on beyond this page too.
std::vector<CellPlace> join_merged(Block& table, std::vector<CellPlace> const& bottom, Block& next) {
  std::vector<CellPlace> going_on;
  std::vector<model::DocumentCell>& cells = next.lines.front().cells;
  for (auto const& [line, index] : bottom) {
    model::DocumentCell& above = table.lines[line].cells[index];
    auto const rest = std::find_if(cells.begin(), cells.end(), [&above](model::DocumentCell const& each) {
      return each.text.empty() && each.rows > 1 && each.column == above.column
             && each.columns == above.columns;
    });
    if (above.text.empty() || rest == cells.end()) {
      continue;
    }
    above.rows += rest->rows;
    if (rest->rows == next.rows) {
      going_on.push_back({line, index});
    }
    cells.erase(rest);
    ++table.merged_over_pages;
  }
  return going_on;
}

/// False when the tables have so many borders apart that they can hardly be one.
bool append(Block& table, Block& next) {
  constexpr std::size_t most_columns = 256;
  std::vector<Length> const columns = all_columns(table.columns, next.columns);
  if (columns.size() > most_columns) {
    return false;
  }
  if (columns != table.columns) {
    place_in(columns, table);
  }
  place_in(columns, next);
  std::vector<CellPlace> bottom = table.bottom.empty() ? bottom_cells(table, 0) : std::move(table.bottom);
  CutRow const cut = join_cut_row(table, next);
  if (next.rows == 0) { // nothing but the rest of the row above
    table.bottom = std::move(bottom);
    table.last_page = next.last_page;
    return true;
  }
  if (!next.lines.empty() && next.lines.front().number == 1) {
    bottom = join_merged(table, bottom, next);
  }
  std::size_t const first = table.lines.size();
  if (cut == CutRow::doubtful) {
    table.cut_rows.push_back(next.lines.front().number + table.rows);
  }
  for (model::DocumentLine& line : next.lines) {
    line.number += table.rows;
    table.lines.push_back(std::move(line));
  }
  table.rows += next.rows;
  table.last_page = next.last_page;
  table.end = std::move(next.end);
  table.bottom = bottom_cells(table, first);
  table.bottom.insert(table.bottom.end(), bottom.begin(), bottom.end());
  return true;
}

} // namespace

std::vector<Block> joined(std::vector<std::vector<Block>> pages) {
  std::vector<Block> result;
  std::size_t last_table = 0; // of the page before, in `result`
  bool goes_on = false;       // it may: nothing but running lines follows it there
  std::vector<Block> before;  // the page before as it was
  for (std::vector<Block>& page : pages) {
    std::vector<Block> const as_was = page;
    auto const table =
        static_cast<std::size_t>(std::find_if(page.begin(), page.end(), is_table) - page.begin());
    bool const follows = goes_on && table < page.size() && same_columns(result[last_table], page[table])
                         && all_running(page, 0, table, before);
    std::size_t last = page.size(); // of this page, in `page`
    for (std::size_t i = 0; i < page.size(); ++i) {
      last = is_table(page[i]) ? i : last;
    }
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (follows && i == table && append(result[last_table], page[i])) {
        continue;
      }
      if (!result.empty() && !is_table(result.back()) && !is_table(page[i])
          && result.back().last_page == page[i].first_page) {
        // What a table stood between, which went to the page before.
        std::move(page[i].lines.begin(), page[i].lines.end(), std::back_inserter(result.back().lines));
        continue;
      }
      result.push_back(std::move(page[i]));
      if (i == last) {
        last_table = result.size() - 1;
      }
    }
    goes_on = last < as_was.size() && all_running(as_was, last + 1, as_was.size(), before);
    before = as_was;
  }
  return result;
}

} // namespace jixiao::ingest::documents::pdf
