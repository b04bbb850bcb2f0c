#include "engine/ingest/carry_down.hpp"

#include "engine/model/short_text.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace jixiao::ingest {

namespace {

using model::Column;
using model::RawRow;

/// Merged columns and what they belong to: a change of one rank ends what the higher ranks carry.
struct Merged {
  Column column;
  std::uint8_t rank;
};

constexpr std::uint8_t free_rank = 0; ///< belongs to whatever stands to its left
constexpr std::uint8_t unit_rank = 1;
constexpr std::uint8_t project_rank = 2;
constexpr std::uint8_t of_project_rank = 3;

constexpr std::array<Merged, 12> merged{{{Column::supervising_department, free_rank},
                                         {Column::year, free_rank},
                                         {Column::unit_code, unit_rank},
                                         {Column::unit, unit_rank},
                                         {Column::project_code, project_rank},
                                         {Column::project, project_rank},
                                         {Column::initial_budget, of_project_rank},
                                         {Column::adjusted_budget, of_project_rank},
                                         {Column::executed, of_project_rank},
                                         {Column::department_weight, of_project_rank},
                                         {Column::level1, 4},
                                         {Column::level2, 5}}};

std::uint8_t rank_of(Column column) {
  auto const found = std::find_if(merged.begin(), merged.end(),
                                  [column](Merged const& each) { return each.column == column; });
  return found == merged.end() ? free_rank : found->rank;
}

constexpr std::uint64_t bit(Column column) {
  return std::uint64_t{1} << static_cast<unsigned>(column);
}

bool is_changed(RawRow const& row, RawRow const& above, Column column) {
  return !row[column].empty() && row[column] != above[column];
}

} // namespace

CarryDown::CarryDown(model::Header const& header) {
  for (Merged const& each : merged) {
    if (header.has(each.column)) {
      columns_.push_back(each.column);
      bits_ |= bit(each.column);
    }
  }
  auto const place = [&header](Column column) { return header.columns[static_cast<std::size_t>(column)]; };
  std::sort(columns_.begin(), columns_.end(),
            [&place](Column left, Column right) { return place(left) < place(right); });
}

void CarryDown::apply(RawRow& row, RawRow const* above) const {
  auto const is_blank = [&row](Column column) { return row[column].empty(); };
  if (above == nullptr) {
    return;
  }
  // What is blank as in the row above, where it was not carried either, takes nothing from it.
  std::uint64_t open = bits_ & ~row.as_above.to_ullong();
  while (open != 0 && !row.cells[static_cast<std::size_t>(std::countr_zero(open))].empty()) {
    open &= open - 1;
  }
  if (open == 0) {
    return;
  }
  // The lowest rank that changes anywhere in the row: 1 and 2 end their own rank too (code and name are one
  // thing), the others end what is above them.
  std::uint8_t changed_rank = 0xFF;
  for (Column const column : columns_) {
    std::uint8_t const rank = rank_of(column);
    if (rank != free_rank && rank != of_project_rank && is_changed(row, *above, column)) {
      changed_rank = std::min(changed_rank, rank);
    }
  }
  bool changed_left = false;
  for (Column const column : columns_) {
    std::uint8_t const rank = rank_of(column);
    if (!is_blank(column)) {
      changed_left = changed_left || row[column] != (*above)[column];
      continue;
    }
    bool const same_thing = rank == changed_rank && (rank == unit_rank || rank == project_rank);
    bool const ended = changed_left || same_thing || (rank != free_rank && rank > changed_rank);
    if (!ended && !(*above)[column].empty()) {
      row.set(column, (*above)[column]);
      row.carried.set(static_cast<std::size_t>(column));
    }
  }
}

bool is_carried_down(Column column) {
  return std::any_of(merged.begin(), merged.end(),
                     [column](Merged const& each) { return each.column == column; });
}

std::string_view unit_identity(RawRow const& row) {
  return row[Column::unit_code].empty() ? row[Column::unit] : row[Column::unit_code];
}

std::string_view project_identity(RawRow const& row) {
  return row[Column::project_code].empty() ? row[Column::project] : row[Column::project_code];
}

std::string_view year_identity(RawRow const& row) {
  constexpr std::size_t digits = 4;
  std::string_view const text = row[Column::year];
  auto const is_digit = [](char each) { return each >= '0' && each <= '9'; };
  bool const begins = text.size() > digits && std::all_of(text.begin(), text.begin() + digits, is_digit);
  return begins && !is_digit(text[digits]) ? text.substr(0, digits) : text;
}

bool continues_project(RawRow const& row, RawRow const& above) {
  constexpr std::uint64_t columns = bit(Column::unit_code) | bit(Column::unit) | bit(Column::project_code)
                                    | bit(Column::project) | bit(Column::year)
                                    | bit(Column::supervising_department);
  return (row.as_above.to_ullong() & columns) == columns || same_project(row, above);
}

bool same_project(RawRow const& left, RawRow const& right) {
  return model::same_text(project_identity(left), project_identity(right))
         && model::same_text(unit_identity(left), unit_identity(right))
         && model::same_text(year_identity(left), year_identity(right))
         && model::same_text(left[Column::supervising_department], right[Column::supervising_department]);
}

} // namespace jixiao::ingest
