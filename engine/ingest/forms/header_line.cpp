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
      result.fields.push_back({head->field, cell.column, head->unit, cell.text});
      result.found.set(static_cast<std::size_t>(head->field));
      result.fused = result.fused || head->fused_target;
    } else if (!words.label(cell.text)) {
      ++result.others;
      result.fields.push_back({RowField::passed_over, cell.column, {}, cell.text});
    }
  }
  return result;
}

bool is_level(RowField field) {
  return field == row_field(Column::level1) || field == row_field(Column::level2)
         || field == row_field(Column::name);
}

/// Of several columns with one meaning the first counts; of names the last, for a block's title may be
/// another.
void drop_repeated(RowHeader& header) {
  vocabulary::RowFields seen;
  std::size_t const none = header.fields.size();
  std::size_t last_name = none;
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    last_name = header.fields[i].field == row_field(Column::name) ? i : last_name;
  }
  std::vector<FieldColumn> kept;
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    FieldColumn field = header.fields[i];
    if (field.field == row_field(Column::name) && i != last_name) {
      continue;
    }
    if (seen.test(static_cast<std::size_t>(field.field))) {
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

bool covers(Cell const& upper, std::uint32_t column) {
  return upper.column <= column && column < upper.column + upper.columns;
}

} // namespace

std::optional<RowHeader> read_header(Lines const& lines, std::size_t at, Words const& words) {
  Line const& line = lines[at];
  HeadsOfLine upper = heads_of(line, words);
  RowHeader header{upper.fields, upper.found, upper.fused, line.grid, at, at};
  bool two_lines = false;
  if (at + 1 < lines.size() && lines[at + 1].part == line.part && upper.found.any() && upper.others == 0
      && line.cells.size() <= most_cells_above) {
    HeadsOfLine const lower = heads_of(lines[at + 1], words);
    std::size_t const levels = static_cast<std::size_t>(
        std::count_if(lower.fields.begin(), lower.fields.end(),
                      [](FieldColumn const& field) { return is_level(field.field); }));
    two_lines = lower.others == 0 && levels >= 2 && lower.found.test(static_cast<std::size_t>(Column::name));
    if (two_lines) {
      // What stands under a head is a part of it.
      for (Cell const& cell : line.cells) {
        bool const divided = std::any_of(lower.fields.begin(), lower.fields.end(),
                                         [&](FieldColumn const& each) { return covers(cell, each.column); });
        if (divided) {
          header.fields.erase(
              std::remove_if(header.fields.begin(), header.fields.end(),
                             [&](FieldColumn const& each) { return each.column == cell.column; }),
              header.fields.end());
        }
      }
      header.fields.insert(header.fields.end(), lower.fields.begin(), lower.fields.end());
      header.fused_target = header.fused_target || lower.fused;
      header.last = at + 1;
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
