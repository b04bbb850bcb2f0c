#include "engine/ingest/forms/align.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace jixiao::ingest::forms {
namespace {

using grammar::CellSort;
using model::Column;
using vocabulary::RowField;

// What a misplaced cell costs. A cell that is something else than its column asks for costs more than any
// drift; a drift costs more than a text of the wrong kind.
constexpr std::uint32_t never = 10'000;
constexpr std::uint32_t wrong = 60;
constexpr std::uint32_t unlikely = 25;
constexpr std::uint32_t odd = 8;
constexpr std::uint32_t no_place = 90;
constexpr std::uint32_t drift = 12;
constexpr std::uint32_t each_column = 2;
constexpr std::uint32_t first_drift = 4;
constexpr std::uint32_t nameless = 30;
constexpr std::size_t most_fields = 48;
constexpr std::size_t most_cells = 96;
/// Cells that only their columns fit, so that a word for a level in the column of names is a name.
constexpr std::size_t fewest_fixed = 2;
constexpr std::uint32_t beyond = std::numeric_limits<std::uint32_t>::max() / 4;

std::uint32_t misfit(Placed const& cell, FieldColumn const& field, bool fused) {
  if (field.meant) { // passed over, and yet its cells are what they are
    FieldColumn holds = field;
    holds.field = *std::exchange(holds.meant, std::nullopt);
    return misfit(cell, holds, fused);
  }
  auto const is = [&](CellSort sort) { return cell.sorts.is(sort); };
  bool const number = is(CellSort::number);
  bool const level = is(CellSort::level1) || is(CellSort::level2);
  if (!is_column(field.field)) {
    bool const serial = field.field == RowField::serial;
    return serial                                                       ? (number ? 0 : wrong)
           : is(CellSort::relation) || is(CellSort::direction) || level ? wrong
                                                                        : 0;
  }
  switch (static_cast<Column>(field.field)) {
  case Column::level1:
    return is(CellSort::level1)                     ? 0
           : is(CellSort::level2)                   ? unlikely
           : number || cell.value || cell.long_text ? wrong
                                                    : unlikely;
  case Column::level2:
    return is(CellSort::level2)                     ? 0
           : is(CellSort::level1)                   ? unlikely
           : number || cell.value || cell.long_text ? wrong
                                                    : odd * 2;
  case Column::name:
    return is(CellSort::relation) || is(CellSort::direction) ? wrong
           : number                                          ? unlikely
           : level && !is(CellSort::common)                  ? odd
           : cell.value                                      ? odd
                                                             : 0;
  case Column::relation: return is(CellSort::relation) ? 0 : wrong;
  case Column::target:
    if (fused) {
      return is(CellSort::direction) ? wrong : is(CellSort::level2) && !is(CellSort::common) ? unlikely : 0;
    }
    return number                                                       ? 0
           : is(CellSort::relation) || is(CellSort::direction) || level ? wrong
           : is(CellSort::unit)                                         ? unlikely
                                                                        : odd;
  case Column::measure:
    return is(CellSort::unit)                                                              ? 0
           : number || is(CellSort::relation) || is(CellSort::direction) || cell.long_text ? wrong
                                                                                           : unlikely;
  case Column::weight:
  case Column::claimed:
  case Column::pass_threshold:
  case Column::department_weight: return number ? 0 : wrong;
  case Column::direction: return is(CellSort::direction) ? 0 : wrong;
  case Column::initial_budget:
  case Column::adjusted_budget:
  case Column::executed: return number ? 0 : cell.value ? odd : wrong;
  case Column::actual:
    return is(CellSort::relation) || is(CellSort::direction) ? wrong
           : is(CellSort::level2) && !is(CellSort::common)   ? unlikely
                                                             : 0;
  case Column::unit:
  case Column::unit_code:
    return cell.coded ? 0 : number || is(CellSort::relation) || level ? wrong : unlikely;
  case Column::supervising_department:
  case Column::project_code:
  case Column::project:
  case Column::year:
  case Column::deviation_reason:
  case Column::targets:
  case Column::inputs: break;
  }
  return number || cell.coded                                         ? unlikely
         : is(CellSort::relation) || is(CellSort::direction) || level ? wrong
                                                                      : 0;
}

/// The state after some cells: which field was filled last, and by which cell.
struct State {
  std::uint32_t cost = beyond;
  std::size_t before = 0;    ///< state of the cell before
  std::size_t last_cell = 0; ///< that was placed; counts from 1, 0 is none
  bool placed = false;       ///< this cell
};

/// Dynamic programming over (cell, last field filled). With `rightmost` ties go to the field further right.
class Aligner {
public:
  Aligner(std::span<Placed const> cells, RowHeader const& header, Grid grid, bool last_is_answer,
          bool rightmost)
      : cells_(cells), header_(header), order_(grid == Grid::order), fields_(header.fields.size()),
        rightmost_(rightmost), states_((cells.size() + 1) * (fields_ + 1)) {
    for (std::size_t i = 0; i < fields_; ++i) {
      bool const actual = header.fields[i].field == vocabulary::row_field(Column::actual);
      answer_ = last_is_answer && actual ? i : answer_;
    }
  }

  Alignment run() {
    at(0, 0).cost = 0;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      for (std::size_t filled = 0; filled <= fields_; ++filled) {
        if (at(cell, filled).cost < beyond) {
          leave_out(cell, filled);
          for (std::size_t field = filled; field < fields_; ++field) {
            place(cell, filled, field);
          }
        }
      }
    }
    return trace();
  }

private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // Fields are counted from 1 in a state, so that 0 is "none filled yet".
  State& at(std::size_t cells, std::size_t filled) { return states_[cells * (fields_ + 1) + filled]; }

  void offer(std::size_t cell, std::size_t filled, State const& state) {
    State& best = at(cell + 1, filled);
    if (state.cost < best.cost || (rightmost_ && state.cost == best.cost)) {
      best = state;
    }
  }

  void leave_out(std::size_t cell, std::size_t filled) {
    State const& from = at(cell, filled);
    std::uint32_t const cost = cells_[cell].fixed ? never : no_place;
    offer(cell, filled, {from.cost + cost, filled, from.last_cell, false});
  }

  void place(std::size_t cell, std::size_t filled, std::size_t field) {
    State const& from = at(cell, filled);
    offer(cell, field + 1,
          {from.cost + own(cell, field) + moved(from, filled, cell, field) + skipped(filled, field), filled,
           cell + 1, true});
  }

  std::uint32_t own(std::size_t cell, std::size_t field) const {
    Placed const& placed = cells_[cell];
    if (placed.fixed) {
      return *placed.fixed == field ? 0 : never;
    }
    bool const last = cell + 1 == cells_.size() && cell != 0;
    bool const no_answer = order_ && last && answer_ != none && field != answer_;
    return misfit(placed, header_.fields[field], header_.fused_target) + (no_answer ? 1 : 0);
  }

  /// What it costs that the cell stands elsewhere than the cell before it lets expect.
  std::uint32_t moved(State const& from, std::size_t filled, std::size_t cell, std::size_t field) const {
    if (order_) {
      return 0;
    }
    auto const offset = [&](std::size_t of_cell, std::size_t of_field) {
      return cells_[of_cell].column - header_.fields[of_field].column;
    };
    bool const first = from.last_cell == 0;
    std::int64_t const difference =
        offset(cell, field) - (first ? 0 : offset(from.last_cell - 1, filled - 1));
    auto const size =
        static_cast<std::uint32_t>(std::min<std::int64_t>(difference < 0 ? -difference : difference, 6));
    return size == 0 ? 0 : first ? first_drift + size : drift + each_column * size;
  }

  /// A row without a name is hardly one.
  std::uint32_t skipped(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (header_.fields[i].field == vocabulary::row_field(Column::name)) {
        return nameless;
      }
    }
    return 0;
  }

  Alignment trace() {
    Alignment result;
    result.fields.resize(cells_.size());
    result.undecided.assign(cells_.size(), false);
    std::size_t filled = 0;
    for (std::size_t each = 1; each <= fields_; ++each) {
      std::uint32_t const cost = at(cells_.size(), each).cost, least = at(cells_.size(), filled).cost;
      filled = cost < least || (rightmost_ && cost == least && cost < beyond) ? each : filled;
    }
    result.cost = at(cells_.size(), filled).cost;
    for (std::size_t cell = cells_.size(); cell-- > 0;) {
      State const& state = at(cell + 1, filled);
      if (state.placed) {
        result.fields[cell] = filled - 1;
      }
      filled = state.before;
    }
    return result;
  }

  std::span<Placed const> cells_;
  RowHeader const& header_;
  bool order_; ///< columns say nothing
  std::size_t fields_;
  bool rightmost_;
  std::size_t answer_ = none;
  std::vector<State> states_;
};

} // namespace

namespace {

/// No form is as wide: cells go to the columns that they stand in.
Alignment by_columns(std::span<Placed const> cells, RowHeader const& header) {
  Alignment result;
  result.fields.resize(cells.size());
  result.undecided.assign(cells.size(), false);
  std::size_t field = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    while (field < header.fields.size() && header.fields[field].column < cells[i].column) {
      ++field;
    }
    if (field < header.fields.size() && header.fields[field].column == cells[i].column) {
      result.fields[i] = field++;
    }
  }
  return result;
}

} // namespace

std::optional<Alignment> in_place(std::span<Placed const> cells, RowHeader const& header) {
  Alignment result = by_columns(cells, header);
  bool named_as_level = false;
  std::size_t fixed = 0; // cells that can be in few other columns
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!result.fields[i]) {
      return std::nullopt;
    }
    FieldColumn const& field = header.fields[*result.fields[i]];
    bool const level = cells[i].sorts.is(CellSort::level1) || cells[i].sorts.is(CellSort::level2);
    bool const name = field.field == vocabulary::row_field(Column::name);
    bool const execution = cells[i].execution && field.field == vocabulary::row_field(Column::level2);
    if (name && level) {
      named_as_level = true;
    } else if (!execution && misfit(cells[i], field, header.fused_target) != 0) {
      return std::nullopt;
    }
    bool const points = field.field == vocabulary::row_field(Column::weight)
                        || field.field == vocabulary::row_field(Column::claimed);
    bool const asked = field.field == vocabulary::row_field(Column::target)
                       || field.field == vocabulary::row_field(Column::actual);
    fixed += points || (asked && cells[i].value) ? 1 : 0;
  }
  return named_as_level && fixed < fewest_fixed ? std::nullopt : std::optional(std::move(result));
}

Alignment align(std::span<Placed const> cells, RowHeader const& header, Grid grid, bool last_is_answer) {
  if (header.fields.size() > most_fields || cells.size() > most_cells) {
    return by_columns(cells, header);
  }
  Alignment result = Aligner(cells, header, grid, last_is_answer, false).run();
  Alignment const other = Aligner(cells, header, grid, last_is_answer, true).run();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    result.undecided[i] = result.fields[i] != other.fields[i];
  }
  return result;
}

} // namespace jixiao::ingest::forms
