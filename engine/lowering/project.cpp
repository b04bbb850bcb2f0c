#include "engine/lowering/project.hpp"

#include "engine/lowering/budget.hpp"
#include "engine/lowering/findings.hpp"
#include "engine/lowering/plain_cells.hpp"
#include "engine/lowering/row.hpp"
#include "engine/lowering/stated_execution.hpp"
#include "engine/model/short_text.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace jixiao::lowering {

using model::Column;
using model::Indicator;
using model::NumberField;
using model::Project;
using number::Interval;
using number::Rational;

namespace {

model::Facts project_facts(BudgetFigures const& figures) {
  model::Facts facts;
  if (figures.budget) {
    facts.number(NumberField::budget) = Interval::point(*figures.budget);
  }
  if (figures.executed) {
    facts.number(NumberField::executed) = Interval::point(*figures.executed);
  }
  if (figures.budget && figures.executed && figures.budget->sign() > 0) {
    facts.number(NumberField::execution_rate) = Interval::point(*figures.executed / *figures.budget);
  }
  return facts;
}

/// The year that the table says, else the one that was given.
std::int32_t settle_year(std::string_view printed, std::string_view default_year, Project& project,
                         std::vector<RowFinding>& found) {
  std::int32_t const year = leading_year(printed);
  if (year != 0) {
    project.year = printed.substr(0, 4);
    return year;
  }
  if (!printed.empty()) {
    found.push_back({findings::year_unreadable, Column::year, {}, {std::string(printed)}});
  }
  project.year = default_year;
  return leading_year(default_year);
}

/// What the rows of one project must agree on. Amounts that they contradict are not known.
constexpr std::array<Column, 8> shared_columns{
    Column::initial_budget, Column::adjusted_budget,        Column::executed, Column::unit_code,
    Column::unit,           Column::supervising_department, Column::year,     Column::department_weight};

bool same_number(std::string_view left, std::string_view right) {
  auto const one = plain_number(left);
  auto const two = plain_number(right);
  return one && two && *one == *two;
}

void forget_amount(Column column, BudgetRead& read) {
  model::Budget& budget = read.budget;
  switch (column) {
  case Column::initial_budget: budget.initial.reset(); break;
  case Column::adjusted_budget: budget.adjusted.reset(); break;
  case Column::executed: budget.executed.reset(); break;
  default: break;
  }
  read.figures.budget = budget.adjusted ? budget.adjusted : budget.initial;
  read.figures.executed = budget.executed;
}

/// The first row that says anything in `column`, else the first row.
std::vector<model::RawRow>::const_iterator first_that_says(model::RawProject const& raw, Column column) {
  auto const found = std::find_if(raw.rows.begin(), raw.rows.end(),
                                  [column](model::RawRow const& row) { return !row[column].empty(); });
  return found == raw.rows.end() ? raw.rows.begin() : found;
}

/// The first row, with what only a later one says of the project: a merged cell that was taken apart leaves
/// its text in any of its rows. `filled` is the storage when there is such a text.
model::RawRow const& shared_row(model::RawProject const& raw, std::optional<model::RawRow>& filled) {
  model::RawRow const& first = raw.rows.front();
  for (Column const column : shared_columns) {
    if (!first[column].empty() || !raw.header->has(column)) {
      continue;
    }
    if (model::RawRow const& says = *first_that_says(raw, column); !says[column].empty()) {
      filled = filled ? std::move(filled) : std::optional(first);
      filled->set(column, says[column]);
    }
  }
  return filled ? *filled : first;
}

/// With or without the word for year behind it.
bool same_year(std::string_view left, std::string_view right) {
  return leading_year(left) != 0 && leading_year(left) == leading_year(right);
}

void find_contradictions(model::RawProject const& raw, BudgetRead& budget, diagnostic::Diagnostics& found) {
  model::Header const& header = *raw.header;
  std::bitset<model::column_count> alike; // columns that say the same in all rows
  alike.set();
  for (auto row = std::next(raw.rows.begin()); row != raw.rows.end(); ++row) {
    alike &= row->as_above;
  }
  for (Column const column : shared_columns) {
    if (!header.has(column) || alike[static_cast<std::size_t>(column)]) {
      continue;
    }
    model::RawRow const& first = *first_that_says(raw, column);
    bool const amount =
        column == Column::initial_budget || column == Column::adjusted_budget || column == Column::executed;
    for (model::RawRow const& row : raw.rows) {
      if (row.as_above[static_cast<std::size_t>(column)] || model::same_text(row[column], first[column])
          || row[column].empty() || row.carried[static_cast<std::size_t>(column)]
          || same_number(row[column], first[column])
          || (column == Column::year && same_year(row[column], first[column]))) {
        continue;
      }
      auto const& code = amount ? findings::amounts_differ : findings::rows_disagree;
      found.push_back(
          place_finding({code,
                         column,
                         {},
                         {std::string(first[column]), std::string(row[column]), std::to_string(first.row)}},
                        header, row.row, {}));
      if (amount) {
        forget_amount(column, budget);
      }
      break;
    }
  }
}

void read_sums(model::RawProject const& raw, Tools const& tools, std::vector<model::ClaimedSum>& sums) {
  sums.clear();
  for (model::PrintedSum const& printed : raw.sums) {
    if (PlainCell claimed = read_points(printed.claimed, tools); claimed.value) {
      sums.push_back({printed.place, printed.label, *std::move(claimed.value),
                      read_points(printed.weight, tools).value, printed.rows, printed.part,
                      printed.compared});
    }
  }
}

void note_duplicate(model::Header const& header, Indicator& row, Indicator const& original) {
  row.findings.push_back(place_finding(
      {findings::duplicate_indicator, Column::name, {}, {row.name, std::to_string(original.place.row)}},
      header, row.place.row, row.name));
}

/// The same indicator twice in one project counts its points twice.
void find_duplicates(model::Header const& header, std::vector<Indicator*> const& rows,
                     std::vector<RowPrint> const& prints) {
  constexpr std::size_t few = 32; // rows that are compared one by one sooner than they are sorted
  if (rows.size() <= few) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
      std::size_t const first =
          static_cast<std::size_t>(std::find(prints.begin(), prints.end(), prints[i]) - prints.begin());
      if (first != i && prints[i] != 0) {
        note_duplicate(header, *rows[i], *rows[first]);
      }
    }
    return;
  }
  std::vector<std::pair<RowPrint, std::size_t>> sorted;
  sorted.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (prints[i] != 0) {
      sorted.emplace_back(prints[i], i);
    }
  }
  std::sort(sorted.begin(), sorted.end());
  std::size_t first = 0; // of the rows with one print
  for (std::size_t at = 1; at < sorted.size(); ++at) {
    if (sorted[at].first != sorted[first].first) {
      first = at;
      continue;
    }
    note_duplicate(header, *rows[sorted[at].second], *rows[sorted[first].second]);
  }
}

} // namespace

void lower_project(model::RawProject const& raw, std::string_view default_year, RowDetail detail,
                   Memory& memory, Project& result, std::vector<Indicator*> const& rows) {
  assert(rows.size() == raw.rows.size());
  model::Header const& header = *raw.header;
  if (raw.rows.empty()) {
    result = Project();
    result.findings = raw.findings;
    result.actual_column = header.has(Column::actual);
    return;
  }
  result.rows_left_out = raw.rows_left_out;
  result.findings = raw.findings;
  result.actual_column = header.has(Column::actual);
  result.above = raw.above;
  result.stated = raw.above ? read_stated(*raw.above, memory.tools()) : nullptr;
  result.department_form = false;
  result.department_weight.reset();
  read_sums(raw, memory.tools(), result.claimed_sums);
  std::optional<model::RawRow> filled;
  model::RawRow const& first = shared_row(raw, filled);
  std::vector<RowFinding> found;
  BudgetRead budget = read_budget(first, header, memory);
  PlainCell const share =
      read_weight(first[Column::department_weight], memory.tools(), result.weight_in_percent);
  if (share.unreadable || (share.value && share.value->sign() < 0)) {
    found.push_back({findings::share_unreadable,
                     Column::department_weight,
                     {},
                     {std::string(first[Column::department_weight])}});
  }
  if (share.value && share.value->sign() >= 0) {
    result.department_weight = share.value;
  }
  std::int32_t const year = settle_year(first[Column::year], default_year, result, found);
  std::move(budget.findings.begin(), budget.findings.end(), std::back_inserter(found));
  find_contradictions(raw, budget, result.findings);
  for (RowFinding& finding : found) {
    auto const column = static_cast<std::size_t>(finding.column);
    result.findings.push_back(place_finding(std::move(finding), header, first.row, {}));
    if (raw.above && raw.above->places[column].row != 0) {
      result.findings.back().where = raw.above->places[column]; // where a form prints it
    }
  }
  result.unit_code = first[Column::unit_code];
  result.unit = first[Column::unit];
  result.supervising_department = first[Column::supervising_department];
  result.code = first[Column::project_code];
  result.name = first[Column::project];
  result.place = {header.source, first.row, 0, 0, 0};
  result.columns = header.columns;
  if (header.row >= first.row) { // a form: what belongs to the project stands above its rows
    for (Column const column : shared_columns) {
      result.columns[static_cast<std::size_t>(column)] = 0;
    }
  }
  result.budget = std::move(budget.budget);

  model::Facts const base = project_facts(budget.figures);
  ProjectContext const context{result, header, budget.figures, base, year, detail};
  std::vector<RowPrint> prints;
  prints.reserve(rows.size());
  for (std::size_t i = 0; i < raw.rows.size(); ++i) {
    prints.push_back(lower_row(raw.rows[i], static_cast<std::uint32_t>(i + 1), context, memory, *rows[i]));
    result.department_form = result.department_form || rows[i]->level1_id == model::Level1::department;
  }
  find_duplicates(header, rows, prints);
}

} // namespace jixiao::lowering
