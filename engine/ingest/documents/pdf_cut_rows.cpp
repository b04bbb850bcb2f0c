#include "engine/ingest/documents/pdf_cut_rows.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace jixiao::ingest::documents::pdf {

namespace {

/// True when `line` has text below some of the texts of `above` and nothing beside: fewer than half as many.
bool looks_cut(model::DocumentLine const& above, model::DocumentLine const& line) {
  std::size_t above_count = 0, count = 0;
  for (model::DocumentCell const& cell : above.cells) {
    above_count += cell.text.empty() ? 0 : 1;
  }
  for (model::DocumentCell const& cell : line.cells) {
    if (cell.text.empty()) {
      continue;
    }
    ++count;
    bool const below = std::any_of(above.cells.begin(), above.cells.end(), [&cell](auto const& each) {
      return each.column == cell.column && !each.text.empty();
    });
    if (!below) {
      return false;
    }
  }
  return count != 0 && count * 2 < above_count;
}

bool ends_like_level(std::string_view text) {
  return text.ends_with("\xE6\x8C\x87\xE6\xA0\x87");
}

/// What begins a cell and never goes on with one: a number, a label, a level below a level.
bool begins_cell(std::string_view above, std::string_view text) {
  bool const number = text.find_first_not_of("0123456789.,%") == std::string_view::npos;
  bool const label = text.ends_with(':') || text.ends_with("\xEF\xBC\x9A");
  return number || label || (ends_like_level(above) && ends_like_level(text));
}

EndRoom const* room_at(EndRooms const& rooms, std::uint32_t column) {
  auto const found = std::find_if(rooms.begin(), rooms.end(),
                                  [column](EndRoom const& each) { return each.column == column; });
  return found == rooms.end() ? nullptr : &*found;
}

/// True when the last line of the cell above is full: its text was broken there for want of room.
bool goes_on(Block const& table, Block const& next, model::DocumentCell const& above,
             model::DocumentCell const& cell) {
  EndRoom const* const end = room_at(table.end, cell.column);
  EndRoom const* const top = room_at(next.top, cell.column);
  return end != nullptr && top != nullptr && above.columns == cell.columns && cell.rows == 1
         && end->room.behind_last <= top->room.for_first && !begins_cell(above.text, cell.text);
}

model::DocumentCell* cell_at(model::DocumentLine& line, std::uint32_t column) {
  auto const found =
      std::find_if(line.cells.begin(), line.cells.end(),
                   [column](model::DocumentCell const& each) { return each.column == column; });
  return found == line.cells.end() ? nullptr : &*found;
}

/// Takes the first row out of a table. Blank cells that reach further down begin in the row below.
void remove_first_row(Block& table) {
  model::DocumentLine const line = std::move(table.lines.front());
  table.lines.erase(table.lines.begin());
  --table.rows;
  for (model::DocumentLine& each : table.lines) {
    --each.number;
  }
  if (table.rows != 0 && (table.lines.empty() || table.lines.front().number != 1)) {
    table.lines.insert(table.lines.begin(), {1, {}});
  }
  for (model::DocumentCell cell : line.cells) {
    if (cell.rows > 1) {
      --cell.rows;
      table.lines.front().cells.push_back(std::move(cell));
    }
  }
  if (!table.lines.empty()) {
    std::vector<model::DocumentCell>& cells = table.lines.front().cells;
    std::sort(cells.begin(), cells.end(),
              [](auto const& left, auto const& right) { return left.column < right.column; });
  }
}

} // namespace

CutRow join_cut_row(Block& table, Block& next) {
  if (table.lines.empty() || next.lines.empty() || !looks_cut(table.lines.back(), next.lines.front())) {
    return CutRow::none;
  }
  model::DocumentLine& above = table.lines.back();
  std::vector<std::pair<model::DocumentCell*, model::DocumentCell*>> pairs;
  for (model::DocumentCell& cell : next.lines.front().cells) {
    model::DocumentCell* const upper = cell_at(above, cell.column);
    if (cell.text.empty()) {
      continue;
    }
    if (upper == nullptr || above.number != table.rows || next.lines.front().number != 1
        || !goes_on(table, next, *upper, cell)) {
      return CutRow::doubtful;
    }
    pairs.emplace_back(upper, &cell);
  }
  RowOverPages row{above.number, {}};
  for (auto const& [upper, cell] : pairs) {
    row.texts += (row.texts.empty() ? "" : " | ") + cell->text;
    upper->text = with_next_line(std::move(upper->text), cell->text);
    auto const end =
        std::find_if(table.end.begin(), table.end.end(),
                     [column = upper->column](EndRoom const& each) { return each.column == column; });
    end->room.behind_last = room_at(next.top, cell->column)->room.behind_last;
  }
  table.joined_rows.push_back(std::move(row));
  remove_first_row(next);
  return CutRow::joined;
}

} // namespace jixiao::ingest::documents::pdf
