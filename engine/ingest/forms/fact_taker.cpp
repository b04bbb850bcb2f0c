#include "engine/ingest/forms/fact_taker.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/titles.hpp"
#include "engine/ingest/listing.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::LabelField;

constexpr std::size_t longest_rate = 60;
/// Codes of units have six digits: three of the department, three within it.
constexpr std::size_t digits_of_unit_code = 6;

std::optional<Column> column_of(LabelField field) {
  switch (field) {
  case LabelField::project: return Column::project;
  case LabelField::project_code: return Column::project_code;
  case LabelField::unit: return Column::unit;
  case LabelField::agency: return Column::supervising_department;
  case LabelField::year: return Column::year;
  case LabelField::initial_budget:
  case LabelField::funds: return Column::initial_budget;
  case LabelField::adjusted_budget: return Column::adjusted_budget;
  case LabelField::executed: return Column::executed;
  case LabelField::funds_part:
  case LabelField::funds_block:
  case LabelField::execution:
  case LabelField::execution_rate:
  case LabelField::execution_points:
  case LabelField::execution_claimed:
  case LabelField::execution_reason:
  case LabelField::goal:
  case LabelField::goal_actual:
  case LabelField::section:
  case LabelField::task:
  case LabelField::passed_over:
  case LabelField::total:
  case LabelField::footer: return std::nullopt;
  }
  return std::nullopt;
}

bool is_points(LabelField field) {
  return field == LabelField::execution_points || field == LabelField::execution_claimed;
}

bool is_name(LabelField field) {
  return field == LabelField::unit || field == LabelField::agency;
}

/// "What was achieved of the goals": a heading over a goal, not one. Goals are sentences.
bool is_heading_of_goal(std::string_view text) {
  constexpr std::size_t longest_heading = 60;
  constexpr std::string_view endings[] = {"\xE7\x9B\xAE\xE6\xA0\x87", "\xE6\x83\x85\xE5\x86\xB5",
                                          "\xE7\xBB\xBC\xE8\xBF\xB0", "\xE8\xAF\xB4\xE6\x98\x8E"};
  return text.size() <= longest_heading
         && std::any_of(std::begin(endings), std::end(endings),
                        [text](std::string_view ending) { return text.ends_with(ending); });
}

bool is_amount_column(Column column) {
  return column == Column::initial_budget || column == Column::adjusted_budget || column == Column::executed;
}

} // namespace

bool is_money(LabelField field) {
  return field == LabelField::initial_budget || field == LabelField::adjusted_budget
         || field == LabelField::executed || field == LabelField::funds || field == LabelField::funds_part;
}

bool FactTaker::fits(LabelField field, std::string_view text) const {
  if (is_money(field)) {
    return words_.is_amount(text);
  }
  if (field == LabelField::year) {
    return !whole_year(text, words_.forms()).empty();
  }
  if (is_points(field)) {
    return text.size() <= longest_rate && text.find('%') == std::string_view::npos;
  }
  if (field == LabelField::execution || field == LabelField::execution_rate) {
    return text.size() <= longest_rate;
  }
  if (field == LabelField::goal || field == LabelField::goal_actual) {
    return !is_heading_of_goal(text);
  }
  return !is_name(field) || !words_.forms().may_be_label(text);
}

void FactTaker::use(Cell const& cell, CellUse use, std::string_view field) {
  for (CellId const id : cell.from) {
    account_.use(id, use, field);
  }
}

void FactTaker::expect(Cell const& label, LabelField field) {
  if (auto const column = column_of(field)) {
    Cell const*& known = expected_[static_cast<std::size_t>(*column)];
    known = known == nullptr ? &label : known;
  }
}

diagnostic::Place FactTaker::place(Cell const& cell) const {
  return {source_, cell.line, cell.column + 1, 0, 0};
}

Fact* FactTaker::execution_fact(LabelField field) {
  switch (field) {
  case LabelField::execution_rate: return &facts_.execution_rate;
  case LabelField::execution_points: return &facts_.execution_points;
  case LabelField::execution_claimed: return &facts_.execution_claimed;
  case LabelField::execution_reason: return &facts_.execution_reason;
  case LabelField::project:
  case LabelField::project_code:
  case LabelField::unit:
  case LabelField::agency:
  case LabelField::year:
  case LabelField::initial_budget:
  case LabelField::adjusted_budget:
  case LabelField::executed:
  case LabelField::funds:
  case LabelField::funds_part:
  case LabelField::funds_block:
  case LabelField::execution:
  case LabelField::goal:
  case LabelField::goal_actual:
  case LabelField::section:
  case LabelField::task:
  case LabelField::passed_over:
  case LabelField::total:
  case LabelField::footer: return nullptr;
  }
  return nullptr;
}

void FactTaker::give(Cell const& cell, LabelField field, std::string const& unit) {
  if (field == LabelField::goal || field == LabelField::goal_actual) {
    return give_goal(cell, field);
  }
  if (Fact* const fact = execution_fact(field)) {
    if (fact->text.empty()) {
      *fact = {cell.text, cell.line, cell.column, {}};
    }
    return use(cell, CellUse::computed);
  }
  auto const column = column_of(field);
  if (!column) {
    return use(cell, field == LabelField::funds_part  ? CellUse::part
                     : field == LabelField::execution ? CellUse::computed
                                                      : CellUse::passed_over);
  }
  if (field == LabelField::agency) {
    return give_agency(cell);
  }
  auto const coded =
      column == Column::project || column == Column::unit ? coded_name(cell.text) : std::nullopt;
  if (coded && facts_[*column].text.empty()) {
    Column const code = column == Column::project ? Column::project_code : Column::unit_code;
    facts_[code] = {coded->code, cell.line, cell.column, {}};
    facts_[*column] = {coded->name, cell.line, cell.column, {}};
    return use(cell, CellUse::head, std::string(model::name(code)) + "+" + std::string(model::name(*column)));
  }
  give_column(cell, *column, column == Column::year ? whole_year(cell.text, words_.forms()) : cell.text,
              unit);
}

void FactTaker::give_column(Cell const& cell, Column column, std::string text, std::string const& unit) {
  auto const index = static_cast<std::size_t>(column);
  Fact& known = facts_[column];
  if (known.text.empty() && !contradicted_[index]) {
    known = {std::move(text), cell.line, cell.column, unit};
    return use(cell, CellUse::head, model::name(column));
  }
  if (known.text == text && known.unit == unit) {
    return use(cell, CellUse::passed_over);
  }
  leave(cell);
  if (is_amount_column(column) && !contradicted_[index]) {
    contradicted_[index] = true;
    facts_.findings.push_back(
        diagnostic::make(findings::amounts_contradict, place(cell),
                         {std::string(model::name(column)), known.text, shortened(cell.text)}));
    known = {};
  }
}

void FactTaker::give_goal(Cell const& cell, LabelField field) {
  Fact& goal = field == LabelField::goal ? facts_.goal : facts_.goal_actual;
  bool const first = goal.text.empty();
  goal = first ? Fact{cell.text, cell.line, cell.column, {}}
               : Fact{goal.text + cell.text, goal.line, goal.column, {}};
  last_goal_ = field;
  use(cell, first ? CellUse::head : CellUse::fragment, vocabulary::name(field));
}

/// "Department in charge and its code": whichever of the two was filled in. A code of six digits that stands
/// alone is that of the unit, shorter ones are the department's, for which the standard table has no place.
void FactTaker::give_agency(Cell const& cell) {
  if (auto const coded = coded_name(cell.text)) {
    return give_column(cell, Column::supervising_department, coded->name, {});
  }
  if (!is_bare_number(cell.text)) {
    return give_column(cell, Column::supervising_department, cell.text, {});
  }
  expected_[static_cast<std::size_t>(Column::supervising_department)] = nullptr;
  if (cell.text.size() != digits_of_unit_code) {
    return use(cell, CellUse::passed_over);
  }
  give_column(cell, Column::unit_code, cell.text, {});
}

void FactTaker::give_without_label(Cell const& cell, LabelField field) {
  give(cell, field);
  facts_.findings.push_back(diagnostic::make(findings::label_lost, place(cell),
                                             {std::string(vocabulary::name(field)), shortened(cell.text)}));
}

void FactTaker::leave(Cell const& cell) {
  use(cell, CellUse::undecided);
  facts_.findings.push_back(
      diagnostic::make(findings::head_cell_undecided, place(cell), {shortened(cell.text)}));
}

void FactTaker::leave_amounts(Cell const& label, std::vector<Cell const*> const& amounts) {
  Listing texts;
  for (Cell const* const amount : amounts) {
    texts.add(amount->text);
    use(*amount, CellUse::undecided);
  }
  facts_.findings.push_back(
      diagnostic::make(findings::amounts_without_heads, place(label), {shortened(label.text), texts.text()}));
}

void FactTaker::give_money_unit(Cell const& cell, std::string const& unit) {
  if (!facts_.money_unit.empty() && facts_.money_unit != unit) {
    return leave(cell);
  }
  facts_.money_unit = unit;
  use(cell, CellUse::title);
}

void FactTaker::pass_over_tasks(Cell const& label, std::size_t lines) {
  facts_.findings.push_back(diagnostic::make(findings::tasks_passed_over, place(label),
                                             {shortened(label.text), std::to_string(lines)}));
}

void FactTaker::give_title(Cell const& cell) {
  facts_.title += cell.text;
  use(cell, CellUse::title);
}

void FactTaker::give_year(Cell const& cell, std::string const& year) {
  Fact& known = facts_[Column::year];
  if (!known.text.empty() && known.text != year) {
    return leave(cell);
  }
  known = {year, cell.line, cell.column, {}};
  use(cell, CellUse::title, model::name(Column::year));
}

Facts FactTaker::finish() {
  for (std::size_t i = 0; i < model::column_count; ++i) {
    if (expected_[i] != nullptr && facts_.columns[i].text.empty() && !contradicted_[i]) {
      facts_.findings.push_back(diagnostic::make(findings::label_without_value, place(*expected_[i]),
                                                 {shortened(expected_[i]->text)}));
    }
  }
  return std::move(facts_);
}

} // namespace jixiao::ingest::forms
