#include "engine/ingest/forms/table_joiner.hpp"

#include "engine/ingest/forms/findings.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

/// Its sum is printed: nothing comes behind it.
bool is_closed(Table const& table) {
  return std::any_of(table.rows.totals.begin(), table.rows.totals.end(),
                     [](PrintedTotal const& total) { return !total.part; });
}

} // namespace

std::size_t end_of_part(Lines const& lines, std::size_t line) {
  std::size_t end = line;
  while (end < lines.size() && lines[end].part == lines[line].part) {
    ++end;
  }
  return end;
}

diagnostic::Place TableJoiner::place(std::size_t line) const {
  return {document_.parts[lines_[line].part].source, lines_[line].number, 0, 0, 0};
}

/// The first line from `at` on that is more than a number of a page or "continued".
std::size_t TableJoiner::behind_page_marks(std::size_t at) const {
  for (; at < lines_.size() && lines_[at].cells.size() == 1; ++at) {
    Cell const& cell = lines_[at].cells.front();
    if (!words_.forms().is_page_mark(cell.text)) {
      break;
    }
    for (CellId const id : cell.from) {
      account_.use(id, CellUse::page_mark);
    }
  }
  return at;
}

/// The rows at line `at` cannot go on with those above: they stand in a sheet of their own, or begin with a
/// level 1 that is done with.
bool TableJoiner::begins_own(std::size_t at, RowHeader const& header, TableDraft const& above) const {
  std::uint32_t const part = lines_[at].part;
  return (document_.parts[part].sheet && part != lines_[above.end - 1].part)
         || begins_anew(lines_[at], header, above, words_);
}

void TableJoiner::continue_in_next_part(RowHeader const& header, Table& table) const {
  RowHeader next = header;
  for (std::size_t at = table.rows.end;
       at < lines_.size() && header.grid == Grid::author && !is_closed(table); at = table.rows.end) {
    at = behind_page_marks(at);
    if (at == lines_.size()) {
      return;
    }
    next.part = lines_[at].part;
    next.rows = at;
    if (next.part == lines_[at - 1].part || begins_own(at, header, table.rows)
        || !goes_on(lines_, at, header, words_)) {
      return;
    }
    TableDraft more = read_rows(lines_, next, end_of_part(lines_, at), table.form->answers, words_,
                                place(at).source, account_);
    append_rows(table.rows, std::move(more), findings::rows_continued, place(at));
  }
}

/// A table with its header printed again, nothing between it and the rows above, and no project of its own.
bool TableJoiner::is_second_half(Table const& table, Table const& above, std::size_t end) const {
  bool nameless = true;
  for (std::size_t i = 0; i < model::column_count; ++i) { // the year is that of the table above
    bool const year = i == static_cast<std::size_t>(Column::year);
    nameless = nameless && (year || table.facts.columns[i].text.empty());
  }
  return nameless && !is_closed(above) && table.facts.title.empty() && !table.header.has(Column::project)
         && behind_page_marks(end) == table.begin && !begins_own(table.header.rows, table.header, above.rows);
}

void TableJoiner::continue_above(Table& table, Table& above, std::size_t end) const {
  bool const both = table.form == above.form && !table.rows.projects.empty() && !above.rows.projects.empty();
  bool const beside = lines_[table.header.first].beside;
  if (both && (beside || is_second_half(table, above, end))) {
    append_rows(above.rows, std::move(table.rows),
                beside ? findings::halves_stacked : findings::rows_continued, place(table.header.first));
    table.rows = TableDraft();
    table.joined = true;
    return;
  }
  if (!both || !table.header.has(Column::project)) {
    return;
  }
  ProjectDraft& last = above.rows.projects.back();
  ProjectDraft& first = table.rows.projects.front();
  for (ProjectDraft& project : table.rows.projects) {
    for (Column const column : {Column::unit_code, Column::unit, Column::supervising_department}) {
      auto& cell = project.cells[static_cast<std::size_t>(column)];
      cell = cell ? cell : last[column];
    }
  }
  if (!first[Column::project] && !first[Column::project_code]) {
    std::move(first.rows.begin(), first.rows.end(), std::back_inserter(last.rows));
    last.findings.insert(last.findings.end(), first.findings.begin(), first.findings.end());
    table.rows.projects.erase(table.rows.projects.begin());
  }
}

} // namespace jixiao::ingest::forms
