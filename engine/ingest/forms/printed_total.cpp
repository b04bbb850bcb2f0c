#include "engine/ingest/forms/printed_total.hpp"

#include "engine/ingest/forms/line_kinds.hpp"
#include "engine/ingest/forms/table_rows.hpp"

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

/// A row of another level 2 below the same level 1, which is printed once.
bool goes_on_below(Draft const& row, std::string_view level, Words const& words) {
  return row.text(Column::level1).empty()
         && (row.text(Column::level2).empty()
             || (words.level1(level) != model::Level1::other && !words.level2(level)));
}

} // namespace

std::size_t first_row_of(std::string_view level, std::vector<Draft> const& rows, Words const& words) {
  std::size_t first = rows.size();
  for (std::size_t i = rows.size(); i-- > 0;) {
    bool const own = same_level(rows[i].text(Column::level1), level, words)
                     || same_level(rows[i].text(Column::level2), level, words);
    if (!own && !goes_on_below(rows[i], level, words)) {
      break;
    }
    first = own ? i : first;
  }
  return first;
}

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

void take_total(Line const& line, RowHeader const& header, Words const& words, diagnostic::SourceId source,
                TableDraft& table) {
  PrintedTotal total = printed_total(line, header, words, source);
  total.first_project = table.projects.size();
  total.end_row = table.projects.empty() ? 0 : table.projects.back().rows.size();
  bool const same = !table.totals.empty() && table.totals.back().first_project == total.first_project;
  total.first_row = same ? table.totals.back().end_row : 0;
  if (std::string_view const level = level_of_sum(total.label, words); !level.empty() && total.end_row != 0) {
    total.part = true;
    total.first_row = first_row_of(level, table.projects.back().rows, words);
  }
  table.totals.push_back(std::move(total));
}

} // namespace jixiao::ingest::forms
