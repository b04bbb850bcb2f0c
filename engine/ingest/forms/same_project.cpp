#include "engine/ingest/forms/same_project.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/model/short_text.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;
using vocabulary::RowField;

enum class Likeness : std::uint8_t { unsaid, same, other };

Likeness compare(Draft const& row, ProjectDraft const& project, RowField field) {
  auto const& here = row[field];
  auto const& there = project.cells[static_cast<std::size_t>(field)];
  if (!here || !there) {
    return Likeness::unsaid;
  }
  return model::same_text(here->text, there->text) ? Likeness::same : Likeness::other;
}

void leave(std::optional<DraftCell>& cell, Account& account) {
  if (cell) {
    for (CellId const id : cell->from) {
      account.use(id, CellUse::undecided);
    }
    cell.reset();
  }
}

} // namespace

bool is_same_project(Draft const& row, ProjectDraft const& project) {
  Likeness const code = compare(row, project, row_field(Column::project_code));
  Likeness const name = compare(row, project, row_field(Column::project));
  constexpr RowField fields[] = {row_field(Column::unit_code), row_field(Column::unit),
                                 row_field(Column::supervising_department), row_field(Column::year),
                                 RowField::goal};
  return (code == Likeness::unsaid ? name : code) == Likeness::same
         && std::none_of(std::begin(fields), std::end(fields),
                         [&](RowField field) { return compare(row, project, field) == Likeness::other; });
}

void drop_contradictions(Draft& row, ProjectDraft& project, std::bitset<model::column_count>& contradicted,
                         diagnostic::SourceId source, Account& account) {
  for (Column const column : {Column::initial_budget, Column::adjusted_budget, Column::executed}) {
    auto const index = static_cast<std::size_t>(column);
    if (compare(row, project, row_field(column)) == Likeness::other) {
      DraftCell const& here = *row[column];
      project.findings.push_back(diagnostic::make(
          findings::amounts_contradict, {source, here.line, here.column + 1, 0, 0},
          {std::string(model::name(column)), shortened(project[column]->text), shortened(here.text)}));
      contradicted.set(index);
    }
    if (contradicted.test(index)) {
      leave(row.cells[index], account);
      leave(project.cells[index], account);
    }
  }
}

} // namespace jixiao::ingest::forms
