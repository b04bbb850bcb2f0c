#include "engine/ingest/forms/author_columns.hpp"

#include <algorithm>
#include <set>

namespace jixiao::ingest::forms {
namespace {

using grammar::CellSort;
using model::Column;
using vocabulary::row_field;

bool is_below(Cell const& cell, FieldColumn const& field) {
  return cell.column < field.column + field.columns && field.column < cell.column + cell.columns;
}

/// Of the fields that a merged cell lies below, the one that it is.
std::size_t field_of(std::vector<std::size_t> const& below, RowHeader const& header) {
  for (Column const column : {Column::name, Column::target}) {
    for (std::size_t const each : below) {
      if (header.fields[each].field == row_field(column)) {
        return each;
      }
    }
  }
  return below.front();
}

/// What a head asks of a row, relation and unit being parts of the target; no value for what no points hang
/// on.
std::optional<Column> value_of(FieldColumn const& field) {
  for (Column const value : {Column::target, Column::actual, Column::weight, Column::claimed}) {
    if (field.field == row_field(value)) {
      return value;
    }
  }
  bool const part = field.field == row_field(Column::relation) || field.field == row_field(Column::measure);
  return part ? std::optional(Column::target) : std::nullopt;
}

/// Marks cells that cover several values of which no other cell gives the rest.
void mark_spread(std::vector<std::vector<std::size_t>> const& below, RowHeader const& header,
                 UnderHeads& result) {
  std::vector<std::optional<std::size_t>> const& fields = result.alignment.fields;
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (!fields[i] || below[i].size() < 2) {
      continue;
    }
    std::set<Column> values;
    for (std::size_t const field : below[i]) {
      bool const given =
          field != *fields[i] && std::find(fields.begin(), fields.end(), field) != fields.end();
      if (auto const value = given ? std::nullopt : value_of(header.fields[field])) {
        values.insert(*value);
      }
    }
    bool const name = header.fields[*fields[i]].field == row_field(Column::name);
    if (name && !values.empty()) {
      result.spread.push_back(i);
    }
    result.alignment.undecided[i] = !name && values.size() > 1;
  }
}

bool contradicts(Placed const& cell, FieldColumn const& field, bool fused_target) {
  auto const is = [&](CellSort sort) { return cell.sorts.is(sort); };
  bool const sign = is(CellSort::relation) || is(CellSort::direction);
  bool const first = is(CellSort::level1) && !is(CellSort::level2) && !is(CellSort::common);
  bool const second = is(CellSort::level2) && !is(CellSort::level1) && !is(CellSort::common);
  bool const number = is(CellSort::number);
  bool const may_be_execution =
      field.field == row_field(Column::level2) || field.field == row_field(Column::name);
  if (!is_column(field.field) || (cell.execution && may_be_execution)) {
    return false; // the only level 1 that is printed below the heads of all levels
  }
  switch (static_cast<Column>(field.field)) {
  case Column::level1: return sign || number || second || cell.value;
  case Column::level2: return sign || number || first || cell.value;
  case Column::name: return sign || first || second || cell.value;
  case Column::relation: return number || first || second;
  case Column::target: return is(CellSort::direction) || (is(CellSort::relation) && !fused_target);
  case Column::measure: return number || sign;
  case Column::direction: return number || is(CellSort::relation);
  case Column::weight:
  case Column::claimed:
  case Column::pass_threshold:
  case Column::department_weight: return sign || first || second || (is(CellSort::unit) && !number);
  case Column::actual: return is(CellSort::direction);
  case Column::initial_budget:
  case Column::adjusted_budget:
  case Column::executed: return sign || first || second;
  case Column::unit_code:
  case Column::unit:
  case Column::supervising_department:
  case Column::project_code:
  case Column::project:
  case Column::year:
  case Column::deviation_reason:
  case Column::targets:
  case Column::inputs: return sign;
  }
  return false;
}

} // namespace

UnderHeads under_heads(Line const& line, RowHeader const& header) {
  UnderHeads result;
  result.alignment.fields.resize(line.cells.size());
  result.alignment.undecided.assign(line.cells.size(), false);
  std::vector<std::vector<std::size_t>> all(line.cells.size()); // fields below whose heads a cell stands
  std::size_t first = 0;                                        // fields and cells both go from left to right
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    Cell const& cell = line.cells[i];
    while (first < header.fields.size()
           && header.fields[first].column + header.fields[first].columns <= cell.column) {
      ++first;
    }
    std::vector<std::size_t>& below = all[i];
    for (std::size_t each = first; each < header.fields.size() && is_below(cell, header.fields[each]);
         ++each) {
      below.push_back(each);
    }
    if (below.empty()) {
      continue;
    }
    std::size_t const own = field_of(below, header);
    bool const taken = i != 0 && result.alignment.fields[i - 1] == own;
    if (taken && header.fields[own].field != row_field(Column::target)) {
      continue; // only a target is printed in pieces: sign, value and unit below one head
    }
    result.alignment.fields[i] = own;
    std::copy_if(below.begin(), below.end(), std::back_inserter(result.covered),
                 [&](std::size_t each) { return each != own; });
  }
  mark_spread(all, header, result);
  return result;
}

std::size_t contradictions(std::span<Placed const> cells, RowHeader const& header,
                           Alignment const& alignment) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const field = alignment.fields[i];
    if (!field || !contradicts(cells[i], header.fields[*field], header.fused_target)) {
      continue;
    }
    // Nobody calls an indicator by a number with its unit: that alone says that the row has slipped.
    count += cells[i].value && header.fields[*field].field == row_field(Column::name) ? 2 : 1;
  }
  return count;
}

} // namespace jixiao::ingest::forms
