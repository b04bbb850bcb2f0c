#include "engine/ingest/forms/other_project.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/line_kinds.hpp"
#include "engine/ingest/forms/titles.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

/// A text alone in its line that may be the name of a project.
bool is_name(Line const& line, RowHeader const& header, Words const& words) {
  std::string const& text = line.cells.front().text;
  return line.grid == Grid::author && line.cells.size() == 1 && !is_footer_line(line, header, words)
         && !is_level(line.cells.front(), words) && !words.label(text) && !words.field_head(text)
         && !table_title(text, words.forms()) && !words.value_behind_label(text)
         && whole_year(text, words.forms()).empty() && money_unit_of(text, words.vocabulary()).empty()
         && words.forms().may_be_name(text);
}

/// The line with the name of the table's project: right above its header, or right below it.
Line const* name_line(Table const& table, Lines const& lines, Words const& words) {
  std::size_t const above = table.header.first;
  if (is_name(lines[above], table.header, words)) {
    return &lines[above]; // no header of its own
  }
  for (std::size_t const at : {above - 1, table.header.rows}) {
    bool const inside = at + 1 > table.begin && at < table.end && lines[at].part == lines[above].part;
    if (inside && is_name(lines[at], table.header, words)) {
      return &lines[at];
    }
  }
  return nullptr;
}

bool is_nameless(Table const& table) {
  return table.facts[Column::project].text.empty() && table.facts[Column::project_code].text.empty()
         && !table.header.has(Column::project) && !table.header.has(Column::project_code);
}

void take_name(Table& table, Line const& line, Account& account) {
  Cell const& cell = line.cells.front();
  table.facts[Column::project] = {std::string(without_enumeration(cell.text)), cell.line, cell.column, {}};
  for (CellId const id : cell.from) {
    account.use(id, CellUse::title, "project");
  }
  auto& said = table.rows.findings;
  said.erase(std::remove_if(said.begin(), said.end(),
                            [&](diagnostic::Diagnostic const& each) {
                              return each.code == findings::remark_passed_over.id
                                     && each.where.row == cell.line;
                            }),
             said.end());
}

} // namespace

RowHeader header_of_next(RowHeader const& above, std::size_t at) {
  RowHeader header = above;
  header.first = header.last = at;
  header.rows = at + 1;
  return header;
}

bool names_next_project(Lines const& lines, std::size_t at, RowHeader const& above, Words const& words) {
  return at + 1 < lines.size() && lines[at].part == above.part && lines[at + 1].part == above.part
         && is_name(lines[at], above, words) && names_level(lines[at + 1], words);
}

void name_projects(std::vector<Table>& tables, Lines const& lines, Words const& words, Account& account) {
  for (std::size_t i = 1; i < tables.size(); ++i) {
    Table& table = tables[i];
    Table& above = tables[i - 1];
    bool const follows = above.end == table.begin
                         && lines[above.header.first].part == lines[table.header.first].part && !above.joined
                         && !table.joined && is_nameless(table);
    Line const* const name = follows ? name_line(table, lines, words) : nullptr;
    if (name == nullptr) {
      continue;
    }
    Line const* const first = is_nameless(above) ? name_line(above, lines, words) : nullptr;
    take_name(table, *name, account);
    if (first != nullptr) {
      take_name(above, *first, account);
    }
  }
}

} // namespace jixiao::ingest::forms
