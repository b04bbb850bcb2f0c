#include "engine/ingest/merged_cells.hpp"

#include "engine/ingest/cell_text.hpp"

#include <algorithm>

namespace jixiao::ingest {

bool parse_range(std::string_view text, MergedRange& range) {
  std::size_t const colon = text.find(':');
  if (colon == std::string_view::npos) {
    return false;
  }
  CellReference const first = parse_reference(text.substr(0, colon));
  CellReference const last = parse_reference(text.substr(colon + 1));
  range = {first.row, first.column, last.row, last.column};
  bool const ordered = first.row <= last.row && first.column <= last.column;
  return ordered && first.row != 0 && first.column != 0
         && (first.row != last.row || first.column != last.column);
}

MergedCells::MergedCells(std::vector<MergedRange> ranges) : ranges_(std::move(ranges)) {
  std::sort(ranges_.begin(), ranges_.end(), [](MergedRange const& left, MergedRange const& right) {
    return left.first_row < right.first_row;
  });
}

void MergedCells::begin_ranges(SheetRow const& row) {
  for (; next_ < ranges_.size() && ranges_[next_].first_row <= row.number; ++next_) {
    MergedRange const& range = ranges_[next_];
    std::size_t const first = range.first_column - 1;
    std::size_t const end = std::min<std::size_t>(range.last_column, most_columns);
    if (first >= end) {
      continue;
    }
    active_.resize(std::max(active_.size(), end));
    for (std::size_t i = first; i < end; ++i) {
      active_[i] = {range.last_row, range.first_row, static_cast<std::uint32_t>(first), {}};
    }
    // A row that the file leaves out is blank, and so is what begins in it.
    if (range.first_row == row.number && first < row.cells.size()) {
      active_[first].text = row.cells[first];
    }
  }
}

void MergedCells::cover(SheetRow& row) {
  begin_ranges(row);
  row.covers.assign(row.cells.size(), Cover::none);
  for (std::size_t i = 0; i < active_.size(); ++i) {
    Active const& active = active_[i];
    bool const beside = active.first_column != i;
    if (active.last_row < row.number || (!beside && active.first_row == row.number)) {
      continue;
    }
    if (row.cells.size() <= i) {
      row.cells.resize(i + 1);
      row.covers.resize(i + 1, Cover::none);
    }
    row.cells[i] = active_[active.first_column].text;
    row.covers[i] = beside ? Cover::from_left : Cover::from_above;
  }
}

} // namespace jixiao::ingest
