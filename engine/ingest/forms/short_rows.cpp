#include "engine/ingest/forms/short_rows.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"

namespace jixiao::ingest::forms {
namespace {

using model::Column;

constexpr std::size_t fewest_others = 2;

void leave(Draft& row, Column column, diagnostic::SourceId source, Account& account) {
  auto& cell = row[column];
  if (!cell) {
    return;
  }
  for (CellId const id : cell->from) {
    account.use(id, CellUse::undecided);
  }
  row.findings.push_back(diagnostic::make(
      findings::cell_undecided, {source, cell->line, cell->column + 1, 0, 0}, {shortened(cell->text)}));
  cell.reset();
  row.cells_left = true;
}

bool names_value(Draft const& row, Words const& words) {
  std::string_view const name = row.text(Column::name);
  return !name.empty() && !is_bare_number(name) && words.is_value(name);
}

bool is_short(Draft const& row) {
  return row.grid == Grid::tabs && !row[Column::claimed];
}

} // namespace

void doubt_short_rows(TableDraft& table, RowHeader const& header, Words const& words, Account& account) {
  std::size_t rows = 0, less = 0;
  for (ProjectDraft const& project : table.projects) {
    for (Draft const& row : project.rows) {
      ++rows;
      less += is_short(row) ? 1 : 0;
    }
  }
  bool const claims = header.has(Column::claimed) && less == 1 && rows > fewest_others;
  for (ProjectDraft& project : table.projects) {
    for (Draft& row : project.rows) {
      if (!claims || !is_short(row)) {
        continue;
      }
      bool const value = names_value(row, words);
      if (value) {
        leave(row, Column::name, table.source, account);
      }
      if (value || is_bare_number(row.text(Column::actual))) {
        leave(row, Column::target, table.source, account);
        leave(row, Column::actual, table.source, account);
      }
      leave(row, Column::weight, table.source, account);
    }
  }
}

} // namespace jixiao::ingest::forms
