#include "engine/ingest/forms/header_line.hpp"

#include "engine/ingest/forms/continuation.hpp"
#include "engine/ingest/forms/halves.hpp"
#include "engine/ingest/forms/points_of_both.hpp"
#include "engine/ingest/forms/titles.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;
using vocabulary::RowField;

constexpr std::size_t fewest_heads = 3;
constexpr std::size_t most_cells_above = 64; ///< of the upper line of a header
constexpr std::size_t fewest_below = 2;      ///< heads of the lower line
constexpr std::uint32_t no_end = std::numeric_limits<std::uint32_t>::max();

struct HeadsOfLine {
  std::vector<FieldColumn> fields;
  std::vector<std::uint32_t> ends; ///< of each field: the first column behind it that is not blank
  std::vector<bool> tall;          ///< of each field: it was merged with the cell below it
  vocabulary::RowFields found;
  std::size_t others = 0; ///< cells that are neither heads nor labels
};

HeadsOfLine heads_of(Line const& line, Words const& words) {
  HeadsOfLine result;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    Cell const& cell = line.cells[i];
    std::uint32_t const end = i + 1 < line.cells.size() ? line.cells[i + 1].column : no_end;
    if (auto const head = head_of(cell.text, words)) {
      result.fields.push_back(
          {head->field, cell.column, cell.columns, head->unit, cell.text, true, head->fused_target});
      result.fields.back().period = head->year;
      result.ends.push_back(end);
      result.tall.push_back(cell.rows > 1);
      result.found.set(static_cast<std::size_t>(head->field));
    } else if (!words.label(cell.text)) {
      ++result.others;
      result.fields.push_back({RowField::passed_over, cell.column, cell.columns, {}, cell.text, false});
      result.ends.push_back(end);
      result.tall.push_back(cell.rows > 1);
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

/// The short word for a unit heads the unit of measure where it stands behind the name or the target; before
/// them, it is that of who does the work. A second one is of the answers, whose unit no column is for: it is
/// said.
void settle_unit_heads(RowHeader& header) {
  bool behind = false, seen = header.has(Column::measure);
  for (FieldColumn& each : header.fields) {
    behind = behind || each.field == row_field(Column::target) || each.field == row_field(Column::relation)
             || each.field == row_field(Column::name);
    if (!behind || each.field != row_field(Column::unit) || !is_short_unit_head(each.head)) {
      continue;
    }
    each.field = seen ? RowField::passed_over : row_field(Column::measure);
    each.known = !seen;
    seen = true;
  }
}

/// A row has one of each.
bool is_single(RowField field) {
  return field == row_field(Column::target) || field == row_field(Column::actual)
         || field == row_field(Column::weight) || field == row_field(Column::claimed);
}

/// Points in front of the names are those of the levels.
void pass_over_points_of_levels(RowHeader& header) {
  auto const name = std::find_if(header.fields.rbegin(), header.fields.rend(), [](FieldColumn const& field) {
                      return field.field == row_field(Column::name);
                    }).base();
  auto const is_weight = [](FieldColumn const& field) { return field.field == row_field(Column::weight); };
  if (std::none_of(name, header.fields.end(), is_weight)) {
    return;
  }
  for (auto each = header.fields.begin(); each != name; ++each) {
    if (is_weight(*each)) {
      each->field = RowField::passed_over;
      each->of_levels = true;
    }
  }
}

/// Of several columns with one meaning the first counts; of names the last, for a block's title may be
/// another. Where names and targets both stand twice, the table has two sets of indicators side by side: of
/// the whole period, and of the year, which counts.
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
      field.meant = field.field;
      field.field = RowField::passed_over;
    } else if (field.field == row_field(Column::name) && again) {
      continue;
    } else if (seen.test(static_cast<std::size_t>(field.field))) {
      if (is_single(field.field)) {
        auto const first = std::find_if(kept.begin(), kept.end(),
                                        [&](FieldColumn const& each) { return each.field == field.field; });
        header.repeated.emplace_back(field, first->column);
        field.meant = field.field;
      }
      field.field = RowField::passed_over;
    }
    seen.set(static_cast<std::size_t>(field.field));
    kept.push_back(std::move(field));
  }
  header.fields = std::move(kept);
  header.found = seen;
}

/// Where the set of indicators begins that counts.
std::uint32_t first_of_last_set(RowHeader const& header) {
  auto const first = std::find_if(header.fields.begin(), header.fields.end(), [](FieldColumn const& field) {
    return field.field == row_field(Column::name);
  });
  return first == header.fields.end() ? 0 : first->column;
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

bool is_above(FieldColumn const& upper, HeadsOfLine const& lower) {
  return std::any_of(lower.fields.begin(), lower.fields.end(), [&](FieldColumn const& each) {
    return upper.column <= each.column && each.column < upper.column + upper.columns;
  });
}

/// The head of the upper line that a head below it divides: it was merged over its parts, or the cells beside
/// it are blank, for tables of text know no merged cells.
std::optional<std::size_t> divided_by(FieldColumn const& below, HeadsOfLine const& upper) {
  for (std::size_t i = 0; i < upper.fields.size(); ++i) {
    FieldColumn const& head = upper.fields[i];
    bool const wide = upper.ends[i] > head.column + 1;
    if (wide && head.column <= below.column && below.column < upper.ends[i]) {
      return i;
    }
  }
  return std::nullopt;
}

/// The heads of `upper` that the line below divides; no value when that line holds anything else.
std::optional<std::vector<bool>> divided(HeadsOfLine const& upper, HeadsOfLine const& lower) {
  std::vector<bool> result(upper.fields.size());
  for (FieldColumn const& each : lower.fields) {
    auto const head = divided_by(each, upper);
    if (!head) {
      return std::nullopt;
    }
    result[*head] = true;
  }
  return lower.fields.size() < fewest_below ? std::nullopt : std::optional(std::move(result));
}

/// Heads were merged with the cells below them, and what stands between these divides the others.
bool stands_beside_tall(HeadsOfLine const& upper, HeadsOfLine const& lower) {
  return std::find(upper.tall.begin(), upper.tall.end(), true) != upper.tall.end()
         && divided(upper, lower).has_value();
}

/// A head of rows that keeps its column: else the upper line is no part of the header but a line above it,
/// or a head beside the rows.
bool keeps_heads(HeadsOfLine const& upper, std::vector<bool> const& divided, HeadsOfLine const& lower,
                 Grid grid) {
  for (std::size_t i = 0; i < upper.fields.size(); ++i) {
    FieldColumn const& head = upper.fields[i];
    bool const beside = head.column < lower.fields.front().column;
    bool const of_rows =
        is_column(head.field) && (!beside || (is_level(head.field) && head.field != row_field(Column::name)));
    // A label beside its value stands above the header, unless it reaches down beside the rows' heads.
    bool const value = i + 1 < upper.fields.size() && !upper.fields[i + 1].known;
    bool const label = is_of_project(head.field) && value && grid == Grid::author && !upper.tall[i];
    if (!divided[i] && head.known && of_rows && !label) {
      return true;
    }
  }
  return false;
}

/// The heads of values in `upper` that texts which head nothing themselves divide: years, or, where the other
/// heads reach down beside them, any text. No value when the line below holds anything else.
std::optional<std::vector<bool>> divided_into_periods(HeadsOfLine const& upper, HeadsOfLine const& lower,
                                                      Words const& words) {
  auto parts = lower.others == lower.fields.size() ? divided(upper, lower) : std::nullopt;
  if (!parts) {
    return std::nullopt;
  }
  bool beside = true;
  for (std::size_t i = 0; i < upper.fields.size(); ++i) {
    if ((*parts)[i] && !is_single(upper.fields[i].field)) {
      return std::nullopt;
    }
    beside = beside && ((*parts)[i] || upper.tall[i]);
  }
  bool const years = std::all_of(lower.fields.begin(), lower.fields.end(), [&](FieldColumn const& each) {
    return !whole_year(each.head, words.forms()).empty();
  });
  return years || beside ? parts : std::nullopt;
}

/// Each head of values once for every text that divides it.
void join_periods(RowHeader& header, HeadsOfLine const& upper, std::vector<bool> const& parts,
                  HeadsOfLine const& lower) {
  header.fields.clear();
  for (std::size_t i = 0; i < upper.fields.size(); ++i) {
    if (!parts[i]) {
      header.fields.push_back(upper.fields[i]);
    }
  }
  for (FieldColumn const& each : lower.fields) {
    FieldColumn& field = header.fields.emplace_back(upper.fields[*divided_by(each, upper)]);
    field.column = each.column;
    field.columns = each.columns;
    field.period = each.head;
  }
  header.last = header.first + 1;
  header.rows = header.first + 2;
}

/// Puts the heads of the lower line into the header when they are a part of it.
bool join_lower_line(RowHeader& header, HeadsOfLine const& upper, HeadsOfLine const& lower,
                     Words const& words) {
  auto const periods = header.grid == Grid::order ? std::nullopt : divided_into_periods(upper, lower, words);
  if (periods) {
    join_periods(header, upper, *periods, lower);
    return true;
  }
  if (lower.others != 0 || lower.fields.empty()) {
    return false;
  }
  auto parts = header.grid == Grid::order ? std::nullopt : divided(upper, lower);
  if (!parts || !keeps_heads(upper, *parts, lower, header.grid)) {
    parts.reset();
    if (upper.others != 0 || !holds_levels(lower)) {
      return false;
    }
  }
  header.fields.clear();
  for (std::size_t i = 0; i < upper.fields.size(); ++i) {
    if (parts ? !(*parts)[i] : !is_above(upper.fields[i], lower)) {
      header.fields.push_back(upper.fields[i]);
    }
  }
  for (FieldColumn const& each : lower.fields) {
    auto const above = parts ? divided_by(each, upper) : std::nullopt;
    header.fields.push_back(each);
    std::string& period = header.fields.back().period;
    period = !period.empty() || !above ? period : upper.fields[*above].head;
  }
  header.last = header.first + 1;
  header.rows = header.first + 2;
  return true;
}

void put_in_order(RowHeader& header) {
  if (header.grid != Grid::order) {
    std::stable_sort(header.fields.begin(), header.fields.end(),
                     [](auto const& left, auto const& right) { return left.column < right.column; });
    settle_unit_heads(header);
    pass_over_points_of_levels(header);
    return drop_repeated(header);
  }
  settle_unit_heads(header);
  bool const two_lines = header.last != header.first;
  bool const levels_last = !header.fields.empty() && !is_level(header.fields[0].field);
  drop_repeated(header);
  if (levels_last || two_lines || (!header.fields.empty() && !is_level(header.fields[0].field))) {
    put_levels_first(header);
  }
}

/// Enough for rows of indicators: what is asked, and what was asked for or done.
bool heads_rows(RowHeader const& header) {
  auto const known = static_cast<std::size_t>(
      std::count_if(header.fields.begin(), header.fields.end(),
                    [](FieldColumn const& field) { return is_column(field.field); }));
  bool const asks = header.has(Column::level1) || header.has(Column::level2);
  bool const answers = header.has(Column::target) || header.has(Column::weight) || header.has(Column::actual)
                       || header.has(Column::claimed);
  return header.has(Column::name) && asks && answers && known >= fewest_heads
         && known * 2 >= header.fields.size();
}

} // namespace

std::optional<RowHeader> read_header(Lines const& lines, std::size_t at, Words const& words) {
  Line const& line = lines[at];
  HeadsOfLine const upper = heads_of(line, words);
  RowHeader header;
  header.fields = upper.fields;
  header.grid = line.grid;
  header.first = header.last = at;
  header.rows = at + 1;
  header.part = line.part;
  bool const may_go_on = at + 1 < lines.size() && lines[at + 1].part == line.part && upper.found.any()
                         && line.cells.size() <= most_cells_above;
  std::optional<HeadsOfLine> const lower =
      may_go_on ? std::optional(heads_of(lines[at + 1], words)) : std::nullopt;
  bool const two_lines = lower && join_lower_line(header, upper, *lower, words);
  header.fused_target = std::any_of(header.fields.begin(), header.fields.end(),
                                    [](FieldColumn const& field) { return field.fused_target; });
  put_in_order(header);
  note_both_points(header, words);
  header.fused_target = header.fused_target || (header.has(Column::target) && !header.has(Column::relation));
  if (!heads_rows(header)) {
    return std::nullopt;
  }
  header.period_printed = header.other_period.empty()
                          || prints_whole_period(lines, header.last, first_of_last_set(header), words);
  header.heads_below = lower && !two_lines && line.grid != Grid::order
                       && ((lower->others == 0 && lower->fields.size() >= fewest_below
                            && !repeats_header(lines[at + 1], header, words))
                           || (lines[at + 1].number == line.number + 1 && stands_beside_tall(upper, *lower)));
  return header;
}

bool heads_otherwise(Lines const& lines, std::size_t at, RowHeader const& header, Words const& words) {
  bool const lower = at > header.rows && repeats_header(lines[at - 1], header, words);
  auto const own = lower || header.grid == Grid::order ? std::nullopt : read_header(lines, at, words);
  if (!own) {
    return false;
  }
  auto from = header.fields.begin();
  for (FieldColumn const& each : own->fields) {
    auto const same = [&](FieldColumn const& field) {
      return field.field == each.field && (header.grid != Grid::author || field.column == each.column);
    };
    auto const found = is_column(each.field) ? std::find_if(from, header.fields.end(), same) : from;
    if (found == header.fields.end()) {
      return is_column(each.field);
    }
    from = found;
  }
  return false;
}

bool repeats_header(Line const& line, RowHeader const& header, Words const& words) {
  std::size_t heads = 0, same = 0;
  for (Cell const& cell : line.cells) {
    auto const head = head_of(cell.text, words);
    heads += head ? 1 : 0;
    same += head && header.has(head->field) ? 1 : 0;
    if (!head && !words.label(cell.text)) {
      return false;
    }
  }
  return same >= 2 && same == heads;
}

} // namespace jixiao::ingest::forms
