#include "engine/ingest/forms/table_joiner.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/model/short_text.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

constexpr std::size_t most_lines_of_title = 8;

/// Its sum is printed: nothing comes behind it.
bool is_closed(Table const& table) {
  return std::any_of(table.rows.totals.begin(), table.rows.totals.end(),
                     [](PrintedTotal const& total) { return !total.part; });
}

/// Who and what the table is about: another one of these is another project.
constexpr Column identity[] = {Column::project, Column::project_code, Column::unit, Column::unit_code,
                               Column::supervising_department};
constexpr Column said_once[] = {Column::year, Column::initial_budget, Column::adjusted_budget,
                                Column::executed};

bool is_same(Fact const& here, Fact const& above) {
  return model::same_text(here.text, above.text) && here.unit == above.unit;
}

/// Nothing that `above` does not say, or says otherwise; amounts may have been left out there.
bool repeats_facts(Facts const& here, Facts const& above) {
  auto const known = [&](Column column) {
    return here[column].text.empty() || is_same(here[column], above[column]);
  };
  auto const agrees = [&](Column column) { return known(column) || above[column].text.empty(); };
  bool const goal = here.goal.text.empty() || is_same(here.goal, above.goal);
  return goal && std::all_of(std::begin(identity), std::end(identity), known)
         && std::all_of(std::begin(said_once), std::end(said_once), agrees)
         && (here.money_unit.empty() || above.money_unit.empty() || here.money_unit == above.money_unit);
}

void add_facts(Table& above, Facts&& facts) {
  for (Column const column : said_once) {
    Fact& known = above.facts[column];
    known = known.text.empty() ? std::move(facts[column]) : known;
  }
  auto& findings = above.facts.findings;
  for (diagnostic::Diagnostic& each : facts.findings) {
    bool const said = std::any_of(findings.begin(), findings.end(), [&](diagnostic::Diagnostic const& other) {
      return other.code == each.code && other.arguments == each.arguments;
    });
    if (!said) {
      findings.push_back(std::move(each));
    }
  }
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
    bool const headed = at + 1 < lines_.size() && repeats_header(lines_[at], header, words_);
    if (next.part == lines_[at - 1].part || begins_own(headed ? at + 1 : at, header, table.rows)
        || !goes_on(lines_, at, header, words_)) {
      return;
    }
    TableDraft more = read_rows(lines_, next, end_of_part(lines_, at), table.form->answers, words_,
                                place(at).source, account_);
    append_rows(table.rows, std::move(more), findings::rows_continued, place(at));
  }
}

/// The lines between `end` and the table, but for marks of pages, stand above the table above, too.
bool TableJoiner::is_right_behind(Table const& table, Table const& above, std::size_t end) const {
  std::size_t const first = above.begin > most_lines_of_title ? above.begin - most_lines_of_title : 0;
  for (std::size_t at = behind_page_marks(end); at < table.begin; at = behind_page_marks(at + 1)) {
    auto const same = [&](Line const& line) {
      return line.cells.size() == 1 && line.cells.front().text == lines_[at].cells.front().text;
    };
    auto const begin = lines_.begin() + static_cast<std::ptrdiff_t>(first);
    auto const stop = lines_.begin() + static_cast<std::ptrdiff_t>(above.header.first);
    if (lines_[at].cells.size() != 1 || std::none_of(begin, stop, same)) {
      return false;
    }
    for (CellId const id : lines_[at].cells.front().from) {
      account_.use(id, CellUse::head_again);
    }
  }
  return true;
}

/// A table with its header printed again, and with the facts of the table above or none.
bool TableJoiner::is_second_half(Table const& table, Table const& above, std::size_t end) const {
  bool const same_title = table.facts.title.empty() || table.facts.title == above.facts.title;
  return same_title && repeats_facts(table.facts, above.facts) && !is_closed(above)
         && !table.header.has(Column::project) && is_right_behind(table, above, end)
         && !begins_own(table.header.rows, table.header, above.rows);
}

void TableJoiner::continue_above(Table& table, Table& above, std::size_t end) const {
  bool const alike =
      table.form == above.form
      || (table.header.found == above.header.found && table.form->project == above.form->project);
  bool const both = alike && !table.rows.projects.empty() && !above.rows.projects.empty();
  bool const beside = lines_[table.header.first].beside;
  if (both && (beside || is_second_half(table, above, end))) {
    append_rows(above.rows, std::move(table.rows),
                beside ? findings::halves_stacked : findings::rows_continued, place(table.header.first));
    table.rows = TableDraft();
    table.joined = true;
    add_facts(above, std::move(table.facts));
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
