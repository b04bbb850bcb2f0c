#include "engine/ingest/forms/line_reader.hpp"

#include "engine/ingest/forms/author_columns.hpp"
#include "engine/ingest/forms/broken_number.hpp"
#include "engine/ingest/forms/points_of_both.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <map>

namespace jixiao::ingest::forms {
namespace {

using grammar::CellSort;
using grammar::RowCell;
using model::Column;
using vocabulary::row_field;
using vocabulary::RowField;

constexpr std::size_t long_text = 90;

RowCell blank_cell() {
  RowCell cell;
  cell.set(CellSort::blank);
  return cell;
}

/// The cells of `line` by what they are, with a blank where columns are left out; `cell_of` says which is
/// which.
std::vector<RowCell> sorts_of(Line const& line, std::vector<Placed> const& placed,
                              std::vector<std::size_t>& cell_of) {
  std::vector<RowCell> result;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    std::uint32_t const expected = i == 0 ? 0 : line.cells[i - 1].column + line.cells[i - 1].columns;
    if (line.grid != Grid::order && line.cells[i].column > expected) {
      result.push_back(blank_cell());
      cell_of.push_back(i);
    }
    result.push_back(placed[i].sorts);
    cell_of.push_back(i);
  }
  return result;
}

/// A known level without the blanks and points that forms print in and behind it.
std::string level_text(std::string_view text, Words const& words) {
  bool const known = words.level1(text) != model::Level1::other || words.level2(text);
  return known ? grammar::without_blanks(without_points(text)) : std::string(text);
}

/// Fields that are names or words: a line break in them is where the cell was too narrow.
bool is_one_line(RowField field) {
  return is_column(field) && field != row_field(Column::target) && field != row_field(Column::actual)
         && field != row_field(Column::deviation_reason);
}

bool is_level_field(RowField field) {
  return field == row_field(Column::level1) || field == row_field(Column::level2);
}

} // namespace

std::optional<std::size_t> LineReader::index(Column column) const {
  for (std::size_t i = 0; i < header_.fields.size(); ++i) {
    if (header_.fields[i].field == row_field(column)) {
      return i;
    }
  }
  return std::nullopt;
}

std::vector<Placed> LineReader::place(Line const& line, std::int32_t moved) const {
  std::vector<Placed> placed;
  for (Cell const& cell : line.cells) {
    Placed each;
    // Compared with where the lines around stand: what is left is this line's own drift.
    each.column = static_cast<std::int64_t>(cell.column) - moved;
    each.sorts = words_.sorts(cell.text);
    if (header_.both_points && is_both_points(cell.text)) {
      each.sorts = RowCell();
      each.sorts.set(CellSort::number);
    }
    each.value = header_.fused_target && words_.is_value(cell.text);
    each.coded = coded_name(cell.text).has_value();
    each.execution = words_.level1(cell.text) == model::Level1::execution;
    each.long_text = cell.text.size() > long_text;
    placed.push_back(each);
  }
  return placed;
}

void LineReader::fix(std::vector<Placed>& placed, std::vector<std::size_t> const& cell_of,
                     grammar::RowShape const& shape, Line const& line, std::string_view above) const {
  auto const set = [&](std::optional<std::size_t> cell, Column column) {
    if (cell) {
      placed[cell_of[*cell]].fixed = index(column);
    }
  };
  if (shape.level1 && !shape.level2 && !shape.measured) {
    // Behind a blank cell a word for both levels is a name.
    for (std::size_t i = cell_of[*shape.level1] + 1; i < placed.size(); ++i) {
      if (placed[i].sorts.is(CellSort::level1) && placed[i].sorts.is(CellSort::level2)) {
        placed[i].sorts = RowCell();
        placed[i].sorts.set(CellSort::text);
      }
    }
  }
  bool const both = shape.level1 && shape.level2;
  std::optional<std::size_t> const one = shape.level1 ? shape.level1 : shape.level2;
  bool const either = one && placed[cell_of[*one]].sorts.is(CellSort::level1)
                      && placed[cell_of[*one]].sorts.is(CellSort::level2);
  if (both || (one && !either)) {
    set(shape.level1, Column::level1);
    set(shape.level2, Column::level2);
  } else if (one && line.grid == Grid::order) {
    // Below a level 1 that such a level 2 belongs to, it is the level 2 beside a merged cell.
    bool const second = words_.level1(above) == words_.level2(line.cells[cell_of[*one]].text)->level1;
    set(one, second ? Column::level2 : Column::level1);
  }
  if (line.grid == Grid::order && one) {
    name_before_points(placed, cell_of[shape.level2 ? *shape.level2 : *shape.level1]);
  }
  if (shape.measured) {
    set(shape.name, Column::name);
    set(shape.relation, Column::relation);
    set(shape.value, Column::target);
    set(shape.unit, Column::measure);
  }
}

/// A word for a level with nothing but points behind it is the name of an item.
void LineReader::name_before_points(std::vector<Placed>& placed, std::size_t level) const {
  bool const points = level + 1 < placed.size()
                      && std::all_of(placed.begin() + static_cast<std::ptrdiff_t>(level) + 1, placed.end(),
                                     [](Placed const& each) { return each.sorts.is(CellSort::number); });
  if (points && (header_.has(Column::weight) || header_.has(Column::claimed))) {
    placed[level].fixed = index(Column::name);
  }
}

std::optional<std::int32_t> LineReader::moved(Line const& line) const {
  std::vector<Placed> const placed = place(line, 0);
  std::vector<std::size_t> cell_of;
  auto const shape = grammar::find_row(sorts_of(line, placed, cell_of));
  if (!shape || line.grid == Grid::order) {
    return std::nullopt;
  }
  if (line.grid == Grid::tabs && in_place(placed, header_)) {
    return 0;
  }
  for (auto const& [cell, column] :
       {std::pair(shape->level2, Column::level2), std::pair(shape->level1, Column::level1)}) {
    auto const field = index(column);
    if (cell && field) {
      Placed const& found = placed[cell_of[*cell]];
      if (found.sorts.is(CellSort::level1) && found.sorts.is(CellSort::level2)) {
        continue; // either of them
      }
      return static_cast<std::int32_t>(line.cells[cell_of[*cell]].column)
             - static_cast<std::int32_t>(header_.fields[*field].column);
    }
  }
  return std::nullopt;
}

LineRead LineReader::read(Line const& line, std::int32_t moved, std::string_view above) const {
  LineRead result;
  std::vector<Placed> placed = place(line, moved);
  std::vector<std::size_t> cell_of;
  auto const shape = grammar::find_row(sorts_of(line, placed, cell_of));
  if (shape) {
    result.level = shape->level1 || shape->level2;
    result.measured = shape->measured;
  }
  Alignment alignment;
  if (line.grid == Grid::author) {
    alignment = align_author(line, placed, cell_of, shape, above, result);
  } else {
    auto own = line.grid == Grid::tabs ? in_place(placed, header_) : std::nullopt;
    if (!own && shape) {
      fix(placed, cell_of, *shape, line, above);
    }
    alignment = own ? std::move(*own) : align(placed, header_, line.grid, answers_);
  }
  result.fields = alignment.fields;
  result.draft.line = line.number;
  result.draft.grid = line.grid;
  result.draft.width = line.width;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    auto const field = alignment.fields[i];
    if (!field) {
      result.left_over.push_back(i);
    } else if (alignment.undecided[i] && !placed[i].fixed) {
      result.undecided.push_back(i);
    } else {
      take(line, i, *field, result);
    }
  }
  doubt_order(line, result);
  measure_drift(result, line);
  return result;
}

/// Where only the order is known and a cell has no place, cells of two rows stand here, and where the name is
/// a value, one is lost: whose values these are nobody can tell.
void LineReader::doubt_order(Line const& line, LineRead& read) const {
  if (line.grid != Grid::order) {
    return;
  }
  // What stands in front of the levels is of no row: a line between the pages.
  std::size_t first = line.cells.size();
  for (std::size_t i = line.cells.size(); i-- > 0;) {
    first = read.fields[i] && is_level_field(header_.fields[*read.fields[i]].field) ? i : first;
  }
  first = first == line.cells.size() ? 0 : first;
  bool const inside = std::any_of(read.left_over.begin(), read.left_over.end(),
                                  [first](std::size_t cell) { return cell >= first; });
  std::string_view const name = read.draft.text(Column::name);
  bool const nameless = !is_bare_number(name) && words_.is_value(name);
  read.measured = read.measured || nameless; // a row all the same
  for (std::size_t i = 0; (inside || nameless) && i < line.cells.size(); ++i) {
    RowField const id = read.fields[i] ? header_.fields[*read.fields[i]].field : RowField::passed_over;
    bool const value = id == row_field(Column::target) || id == row_field(Column::actual)
                       || id == row_field(Column::weight) || id == row_field(Column::claimed)
                       || id == row_field(Column::deviation_reason)
                       || (nameless && id == row_field(Column::name));
    if (value && read.draft[id]) {
      read.draft[id].reset();
      read.undecided.push_back(i);
    }
  }
}

void LineReader::take(Line const& line, std::size_t cell, std::size_t field, LineRead& read) const {
  Cell const& from = line.cells[cell];
  RowField const id = header_.fields[field].field;
  auto const left = static_cast<std::size_t>(id);
  if (read.draft.left.test(left)) {
    read.undecided.push_back(cell);
    return;
  }
  if (id == row_field(Column::target) && read.draft[id] && words_.is_value(read.draft[id]->text)
      && words_.is_value(from.text)) { // two of them, no pieces of one
    auto const& taken = read.draft[id]->from;
    for (std::size_t i = 0; i < cell; ++i) {
      bool const piece = std::find(taken.begin(), taken.end(), line.cells[i].from.front()) != taken.end();
      piece ? read.undecided.push_back(i) : void();
    }
    read.undecided.push_back(cell);
    read.draft[id].reset();
    read.draft.left.set(left);
    return;
  }
  if (id == row_field(Column::target) && read.draft[id]) { // a head above several columns
    read.draft[id]->text += from.text;
    read.draft[id]->from.insert(read.draft[id]->from.end(), from.from.begin(), from.from.end());
    return;
  }
  DraftCell draft{from.text, from.from, from.line, from.column, from.line + from.rows - 1};
  if (is_level_field(id)) {
    bool const points = header_.has(Column::weight) || points_of(from.text).empty();
    draft.text = points ? level_text(from.text, words_) : grammar::without_blanks(from.text);
  }
  bool const points = id == row_field(Column::weight) || id == row_field(Column::claimed);
  if (is_one_line(id) && !(points && is_broken_number(from.text))) {
    draft.text = without_line_breaks(draft.text);
  }
  read.draft[id] = std::move(draft);
}

/// The columns are the author's. Only where two cells cannot be what their heads say has the row slipped;
/// then what its cells are decides, when that leaves nothing to contradict.
Alignment LineReader::align_author(Line const& line, std::vector<Placed>& placed,
                                   std::vector<std::size_t> const& cell_of,
                                   std::optional<grammar::RowShape> const& shape, std::string_view above,
                                   LineRead& read) const {
  constexpr std::size_t slipped = 2;
  UnderHeads under = under_heads(line, header_);
  if (contradictions(placed, header_, under.alignment) >= slipped) {
    if (shape && shape->measured) {
      fix(placed, cell_of, *shape, line, above);
    }
    Alignment other = align(placed, header_, line.grid, answers_);
    if (contradictions(placed, header_, other) == (names_level(other, placed) ? 1 : 0)) {
      read.draft.drifted = true;
      return other;
    }
    leave_values(under.alignment, placed);
  }
  for (std::size_t const field : under.covered) {
    RowField const id = header_.fields[field].field;
    if (is_level_field(id) && !read.draft[id]) {
      read.draft[id] = DraftCell(); // blank, and not carried down from above
    }
  }
  take_level_across(line, under.alignment, read);
  read.spread = std::move(under.spread);
  return std::move(under.alignment);
}

/// The name is lost where a word for a level stands in its place: who reads all rows says so.
bool LineReader::names_level(Alignment const& alignment, std::vector<Placed> const& placed) const {
  for (std::size_t i = 0; i < placed.size(); ++i) {
    bool const level = placed[i].sorts.is(CellSort::level1) || placed[i].sorts.is(CellSort::level2);
    if (level && alignment.fields[i] && alignment.fields[i] == index(Column::name)) {
      return true;
    }
  }
  return false;
}

/// The row has slipped, and what it is does not show where its cells belong: only the levels are sure.
void LineReader::leave_values(Alignment& alignment, std::vector<Placed> const& placed) const {
  for (std::size_t i = 0; i < placed.size(); ++i) {
    bool const level = placed[i].sorts.is(CellSort::level1) || placed[i].sorts.is(CellSort::level2);
    bool const placed_as_level =
        alignment.fields[i] == index(Column::level1) || alignment.fields[i] == index(Column::level2);
    alignment.undecided[i] = alignment.undecided[i] || (alignment.fields[i] && !(level && placed_as_level));
  }
}

/// A word for a level 1 in a cell merged over the columns of the levels and of the names is both: the level,
/// and what the row is called.
void LineReader::take_level_across(Line const& line, Alignment const& alignment, LineRead& read) const {
  auto const level = index(Column::level1);
  auto const name = index(Column::name);
  for (std::size_t i = 0; level && name && i < line.cells.size(); ++i) {
    Cell const& cell = line.cells[i];
    std::uint32_t const column = header_.fields[*level].column;
    bool const across =
        alignment.fields[i] == name && cell.column <= column && column < cell.column + cell.columns;
    model::Level1 const word = words_.level1(cell.text);
    if (across && word != model::Level1::other && word != model::Level1::execution) {
      read.draft[Column::level1] = DraftCell{level_text(cell.text, words_), cell.from, cell.line, cell.column,
                                             cell.line + cell.rows - 1};
    }
  }
}

void LineReader::measure_drift(LineRead& read, Line const& line) const {
  if (line.grid != Grid::tabs) {
    return;
  }
  std::map<std::int32_t, std::size_t> offsets;
  std::int32_t last = 0;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    if (read.fields[i]) {
      last = static_cast<std::int32_t>(line.cells[i].column)
             - static_cast<std::int32_t>(header_.fields[*read.fields[i]].column);
      ++offsets[last];
    }
  }
  auto const most = std::max_element(offsets.begin(), offsets.end(), [](auto const& left, auto const& right) {
    return left.second < right.second;
  });
  if (most == offsets.end()) {
    return;
  }
  read.draft.moved = most->first;
  read.draft.drifted = offsets.size() > 1;
  if (last > 0) {
    std::uint32_t const width = header_.fields.back().column;
    for (FieldColumn const& field : header_.fields) {
      bool const pushed_out = field.column + static_cast<std::uint32_t>(last) > width;
      read.draft.lost += pushed_out && !read.draft[field.field] ? 1 : 0;
    }
  }
}

} // namespace jixiao::ingest::forms
