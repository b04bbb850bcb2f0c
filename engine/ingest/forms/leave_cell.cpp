#include "engine/ingest/forms/leave_cell.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/listing.hpp"

namespace jixiao::ingest::forms {

bool leave_cell(Draft& row, vocabulary::RowField field, diagnostic::SourceId source, Account& account) {
  auto& cell = row[field];
  if (!cell) {
    return false;
  }
  for (CellId const id : cell->from) {
    account.use(id, CellUse::undecided);
  }
  row.findings.push_back(diagnostic::make(
      findings::cell_undecided, {source, cell->line, cell->column + 1, 0, 0}, {shortened(cell->text)}));
  cell.reset();
  return true;
}

} // namespace jixiao::ingest::forms
