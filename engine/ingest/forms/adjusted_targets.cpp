#include "engine/ingest/forms/adjusted_targets.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/leave_cell.hpp"
#include "engine/ingest/listing.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::row_field;

bool is_empty_mark(std::string_view text, Words const& words) {
  auto const& marks = words.vocabulary().lexicon().words;
  return std::any_of(marks.begin(), marks.end(), [text](grammar::ClassWord const& word) {
    return word.word_class == grammar::WordClass::empty_mark && word.text == text;
  });
}

Cell const* cell_below(Line const& line, FieldColumn const& field) {
  auto const cell = std::find_if(line.cells.begin(), line.cells.end(), [&](Cell const& each) {
    return each.column <= field.column && field.column < each.column + each.columns;
  });
  return cell == line.cells.end() ? nullptr : &*cell;
}

void leave(Draft& row, diagnostic::SourceId source, Account& account) {
  leave_cell(row, row_field(Column::target), source, account);
  row.left.set(static_cast<std::size_t>(Column::target));
}

void take(Draft& row, Cell const& cell, FieldColumn const& field, diagnostic::SourceId source,
          Account& account) {
  std::string const first(row.text(Column::target));
  if (row[Column::target]) {
    for (CellId const id : row[Column::target]->from) {
      account.use(id, CellUse::passed_over, name(row_field(Column::target)));
    }
  }
  for (CellId const id : cell.from) {
    account.use(id, CellUse::row, name(row_field(Column::target)));
  }
  row[Column::target] = DraftCell{cell.text, cell.from, cell.line, cell.column, cell.last_line};
  row.left.reset(static_cast<std::size_t>(Column::target));
  row.findings.push_back(diagnostic::make(findings::adjusted_target_taken,
                                          {source, cell.line, cell.column + 1, 0, 0},
                                          {shortened(cell.text), field.head, shortened(first)}));
}

std::vector<Draft*> rows_of(TableDraft& table) {
  std::vector<Draft*> rows;
  for (ProjectDraft& project : table.projects) {
    for (Draft& row : project.rows) {
      rows.push_back(&row);
    }
  }
  return rows;
}

} // namespace

void take_adjusted_targets(RowHeader& header, Lines const& lines, std::size_t end, Words const& words,
                           TableDraft& table, Account& account) {
  auto const found = std::find_if(header.repeated.begin(), header.repeated.end(), [&words](auto const& each) {
    return each.first.field == row_field(Column::target)
           && words.forms().heads_adjusted_targets(each.first.head);
  });
  auto const targets = std::count_if(header.repeated.begin(), header.repeated.end(), [](auto const& each) {
    return each.first.field == row_field(Column::target);
  });
  if (found == header.repeated.end() || targets != 1 || header.grid != Grid::author) {
    return;
  }
  FieldColumn const field = found->first;
  std::vector<Draft*> const rows = rows_of(table);
  std::size_t next = 0;
  std::uint32_t covered = 0; // the last line of a merged cell
  for (std::size_t i = header.rows; i < end; ++i) {
    while (next < rows.size() && rows[next]->line < lines[i].number) {
      ++next;
    }
    Cell const* const cell = cell_below(lines[i], field);
    bool const says = cell != nullptr && !is_empty_mark(cell->text, words);
    bool const alone = says && cell->rows == 1 && cell->columns <= field.columns;
    covered = says && cell->rows > 1 ? lines[i].number + cell->rows - 1 : covered;
    if (next == rows.size() || rows[next]->line != lines[i].number) {
      continue;
    }
    if (alone) {
      take(*rows[next], *cell, field, table.source, account);
    } else if (says || lines[i].number <= covered) {
      leave(*rows[next], table.source, account); // for which rows, or for what else, nobody says
    }
  }
  header.repeated.erase(found);
}

} // namespace jixiao::ingest::forms
