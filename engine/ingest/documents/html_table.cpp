#include "engine/ingest/documents/html_table.hpp"

#include <algorithm>

namespace jixiao::ingest::documents {

namespace {
constexpr std::uint32_t most_rows = 65534; // as browsers have it; also for "all that follow"
}

void HtmlTable::begin_row() {
  end_cell();
  lines_.push_back({static_cast<std::uint32_t>(lines_.size() + 1), {}});
  row_open_ = true;
  column_ = 0;
}

std::size_t HtmlTable::begin_cell(std::uint32_t columns, std::uint32_t rows) {
  end_cell();
  if (!row_open_) {
    begin_row();
  }
  std::uint32_t const row = lines_.back().number;
  std::size_t places = 1;
  while (SpanMap::Span const* const above = spans_.over(row, column_)) {
    column_ = above->last_column + 1;
    ++places;
  }
  columns = std::clamp(columns, 1u, most_columns_);
  rows = rows == 0 ? most_rows : std::min(rows, most_rows);
  std::uint32_t const next = column_ + columns;
  if (columns > 1 || rows > 1) {
    // A cell from above that stands in the way leaves this one its own place alone.
    if (!spans_.occupy({row, column_, row + rows - 1, next - 1})) {
      columns = rows = 1;
    }
  }
  lines_.back().cells.push_back({{}, column_, columns, rows});
  column_ += columns;
  cell_open_ = true;
  ++cells_;
  return places;
}

void HtmlTable::end_cell() {
  if (cell_open_) {
    lines_.back().cells.back().text = cell_.take();
    cell_open_ = false;
  }
}

void HtmlTable::note_inside(model::Inside inside) {
  if (cell_open_) {
    lines_.back().cells.back().inside = inside;
  }
}

void HtmlTable::end_group() {
  end_cell();
  row_open_ = false;
  auto const end = static_cast<std::uint32_t>(lines_.size());
  for (; group_ < lines_.size(); ++group_) {
    model::DocumentLine& line = lines_[group_];
    for (model::DocumentCell& cell : line.cells) {
      cell.rows = std::min(cell.rows, end - line.number + 1);
    }
  }
  spans_.end_above(end + 1);
  if (in_foot_) {
    foot_end_ = lines_.size();
    in_foot_ = false;
  }
}

void HtmlTable::begin_foot() {
  if (foot_end_ == 0) {
    foot_begin_ = lines_.size();
    in_foot_ = true;
  }
}

void HtmlTable::finish() {
  end_group();
  // The foot is shown below all rows, wherever the page has it.
  auto const at = [this](std::size_t line) { return lines_.begin() + static_cast<std::ptrdiff_t>(line); };
  std::rotate(at(foot_begin_), at(std::max(foot_begin_, foot_end_)), lines_.end());
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    lines_[i].number = static_cast<std::uint32_t>(i + 1);
  }
}

} // namespace jixiao::ingest::documents
