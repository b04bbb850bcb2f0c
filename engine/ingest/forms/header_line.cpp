#include "engine/ingest/forms/header_line.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;
using vocabulary::RowField;

constexpr std::size_t fewest_heads = 3;
constexpr std::size_t most_cells_above = 64; ///< of the upper line of a header

struct HeadsOfLine {
  std::vector<FieldColumn> fields;
  vocabulary::RowFields found;
  bool fused = false;
  std::size_t others = 0; ///< cells that are neither heads nor labels
};

HeadsOfLine heads_of(Line const& line, Words const& words) {
  HeadsOfLine result;
  for (Cell const& cell : line.cells) {
    if (auto const head = words.field_head(cell.text)) {
      result.fields.push_back({head->field, cell.column, cell.columns, head->unit, cell.text, true});
      result.found.set(static_cast<std::size_t>(head->field));
      result.fused = result.fused || head->fused_target;
    } else if (!words.label(cell.text)) {
      ++result.others;
      result.fields.push_back({RowField::passed_over, cell.column, cell.columns, {}, cell.text, false});
    }
  }
  return result;
}

bool is_level(RowField field) {
  return field == row_field(Column::level1) || field == row_field(Column::level2)
         || field == row_field(Column::name);
}

bool is_of_indicator(RowField field) {
  return is_level(field) || field == row_field(Column::relation) || field == row_field(Column::target)
         || field == row_field(Column::measure);
}

std::size_t count_of(RowHeader const& header, Column column) {
  return static_cast<std::size_t>(
      std::count_if(header.fields.begin(), header.fields.end(),
                    [&](FieldColumn const& each) { return each.field == row_field(column); }));
}

/// Of several columns with one meaning the first counts; of names the last, for a block's title may be
/// another. Where names and targets both stand twice, the table has two sets of indicators side by side, of
/// the whole period and of the year: the last set counts.
void drop_repeated(RowHeader& header) {
  bool const two_sets = count_of(header, Column::name) > 1 && count_of(header, Column::target) > 1;
  vocabulary::RowFields seen;
  std::vector<FieldColumn> kept;
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    FieldColumn field = header.fields[i];
    bool const again =
        std::any_of(header.fields.begin() + static_cast<std::ptrdiff_t>(i) + 1, header.fields.end(),
                    [&](FieldColumn const& later) { return later.field == field.field; });
    if (two_sets && again && is_of_indicator(field.field)) {
      header.other_period.push_back(field.head);
      field.field = RowField::passed_over;
    } else if (field.field == row_field(Column::name) && again) {
      continue;
    } else if (seen.test(static_cast<std::size_t>(field.field))) {
      field.field = RowField::passed_over;
    }
    seen.set(static_cast<std::size_t>(field.field));
    kept.push_back(std::move(field));
  }
  header.fields = std::move(kept);
  header.found = seen;
}

/// Where only the order is known, a header of two lines lists the columns of its second line last, though
/// they stand under the first column.
void put_levels_first(RowHeader& header) {
  std::stable_partition(header.fields.begin(), header.fields.end(),
                        [](FieldColumn const& field) { return is_level(field.field); });
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    header.fields[i].column = static_cast<std::uint32_t>(i);
  }
}

/// The lower line of a header that names the levels.
bool holds_levels(HeadsOfLine const& lower) {
  auto const levels = std::count_if(lower.fields.begin(), lower.fields.end(),
                                    [](FieldColumn const& field) { return is_level(field.field); });
  return levels >= 2 && lower.found.test(static_cast<std::size_t>(Column::name));
}

bool covers(FieldColumn const& upper, std::uint32_t column) {
  return upper.column <= column && column < upper.column + upper.columns;
}

/// The lower line of a header of an author's grid that divides heads above it, and holds nothing else.
bool stands_below(HeadsOfLine const& lower, HeadsOfLine const& upper, Grid grid) {
  return grid == Grid::author && lower.fields.size() >= 2
         && std::all_of(lower.fields.begin(), lower.fields.end(), [&](FieldColumn const& each) {
              return std::any_of(upper.fields.begin(), upper.fields.end(), [&](FieldColumn const& head) {
                return head.known && head.columns > 1 && covers(head, each.column);
              });
            });
}

bool is_divided(FieldColumn const& upper, HeadsOfLine const& lower) {
  return std::any_of(lower.fields.begin(), lower.fields.end(),
                     [&](FieldColumn const& each) { return covers(upper, each.column); });
}

} // namespace

std::optional<RowHeader> read_header(Lines const& lines, std::size_t at, Words const& words) {
  Line const& line = lines[at];
  HeadsOfLine upper = heads_of(line, words);
  RowHeader header{upper.fields, upper.found, upper.fused, line.grid, at, at, at + 1, line.part, {}};
  bool two_lines = false;
  if (at + 1 < lines.size() && lines[at + 1].part == line.part && upper.found.any()
      && line.cells.size() <= most_cells_above) {
    HeadsOfLine const lower = heads_of(lines[at + 1], words);
    two_lines = lower.others == 0
                && ((upper.others == 0 && holds_levels(lower)) || stands_below(lower, upper, line.grid));
    if (two_lines) {
      // What stands under a head is a part of it.
      header.fields.erase(std::remove_if(header.fields.begin(), header.fields.end(),
                                         [&](FieldColumn const& each) { return is_divided(each, lower); }),
                          header.fields.end());
      header.fused_target = std::any_of(header.fields.begin(), header.fields.end(), [&](auto const& each) {
        return each.field == row_field(Column::target) && upper.fused;
      });
      header.fields.insert(header.fields.end(), lower.fields.begin(), lower.fields.end());
      header.fused_target = header.fused_target || lower.fused;
      header.last = at + 1;
      header.rows = at + 2;
    }
  }
  if (header.grid == Grid::order) {
    bool const levels_last = !header.fields.empty() && !is_level(header.fields[0].field);
    drop_repeated(header);
    if (levels_last || two_lines || (!header.fields.empty() && !is_level(header.fields[0].field))) {
      put_levels_first(header);
    }
  } else {
    std::stable_sort(header.fields.begin(), header.fields.end(),
                     [](auto const& left, auto const& right) { return left.column < right.column; });
    drop_repeated(header);
  }
  header.fused_target = header.fused_target || (header.has(Column::target) && !header.has(Column::relation));
  std::size_t const known = static_cast<std::size_t>(
      std::count_if(header.fields.begin(), header.fields.end(),
                    [](FieldColumn const& field) { return is_column(field.field); }));
  bool const asks = header.has(Column::level1) || header.has(Column::level2);
  bool const answers = header.has(Column::target) || header.has(Column::weight) || header.has(Column::actual)
                       || header.has(Column::claimed);
  if (!header.has(Column::name) || !asks || !answers || known < fewest_heads
      || known * 2 < header.fields.size()) {
    return std::nullopt;
  }
  return header;
}

bool repeats_header(Line const& line, RowHeader const& header, Words const& words) {
  std::size_t heads = 0, same = 0;
  for (Cell const& cell : line.cells) {
    auto const head = words.field_head(cell.text);
    heads += head ? 1 : 0;
    same += head && header.has(head->field) ? 1 : 0;
    if (!head && !words.label(cell.text)) {
      return false;
    }
  }
  return same >= 2 && same == heads;
}

void account_header(Lines const& lines, RowHeader const& header, Words const& words, Account& account) {
  for (std::size_t i = header.first; i <= header.last; ++i) {
    for (Cell const& cell : lines[i].cells) {
      bool const head = words.field_head(cell.text).has_value();
      for (CellId const id : cell.from) {
        account.use(id, head || !words.label(cell.text) ? CellUse::column_head : CellUse::label);
      }
    }
  }
}

} // namespace jixiao::ingest::forms
