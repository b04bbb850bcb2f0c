#include "engine/ingest/forms/printed_total.hpp"

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;
using vocabulary::RowField;

/// Columns of a text drift: there only what stands in the columns of points is taken for theirs.
bool is_known_column(RowField field, Grid grid) {
  return grid == Grid::author
         || (grid == Grid::tabs
             && (field == row_field(Column::weight) || field == row_field(Column::claimed)
                 || field == row_field(Column::initial_budget)));
}

} // namespace

PrintedTotal printed_total(Line const& line, RowHeader const& header, Words const& words,
                           diagnostic::SourceId source) {
  PrintedTotal total;
  total.place = {source, line.number, 0, 0, 0};
  total.label = line.cells.front().text;
  total.part = words.vocabulary().sum_label(total.label).value_or(false);
  for (Cell const& cell : line.cells) {
    if (!is_bare_number(cell.text)) {
      continue;
    }
    RowField field = RowField::serial;
    for (FieldColumn const& each : header.fields) {
      bool const below = each.column == cell.column && is_known_column(each.field, line.grid);
      field = below ? each.field : field;
    }
    total.amounts.emplace_back(field, cell.text);
  }
  return total;
}

} // namespace jixiao::ingest::forms
