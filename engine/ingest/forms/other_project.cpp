#include "engine/ingest/forms/other_project.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/line_kinds.hpp"
#include "engine/ingest/forms/sums_of_points.hpp"
#include "engine/ingest/forms/titles.hpp"
#include "engine/ingest/listing.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

constexpr std::size_t most_lost_headings = 4;     ///< above one table; more are the text of a report
constexpr std::size_t longest_name_in_text = 120; ///< in bytes: 40 ideographs

/// No label, level, title, year or unit of money: a text of its own.
bool is_own_text(Cell const& cell, Line const& line, RowHeader const& header, Words const& words) {
  std::string const& text = cell.text;
  return !is_footer_line(line, header, words) && !is_level(cell, words) && !words.label(text)
         && !words.field_head(text) && !table_title(text, words.forms()) && !words.value_behind_label(text)
         && whole_year(text, words.forms()).empty() && money_unit_of(text, words.vocabulary()).empty()
         && words.forms().may_be_name(text) && !is_bonus_heading(line, words);
}

/// Sentences, remarks behind a colon and values stand between the rows of a text, too.
bool may_be_name_in_text(std::string const& text, Words const& words) {
  constexpr std::string_view stops[] = {
      "\xE3\x80\x82", "\xEF\xBC\x8C", "\xEF\xBC\x9B", "\xEF\xBC\x9A", ":", ","};
  return text.size() <= longest_name_in_text && !words.is_value(text) && !is_date(text)
         && !words.is_total(text) && !words.forms().is_page_mark(text) && !report_title(text, words.forms())
         && std::none_of(std::begin(stops), std::end(stops),
                         [&text](std::string_view stop) { return text.find(stop) != std::string::npos; });
}

/// A text alone in its line that may be the name of a project.
bool is_bare_name(Line const& line, RowHeader const& header, Words const& words) {
  Cell const& cell = line.cells.front();
  bool const placed =
      line.grid == Grid::author
      || (line.grid == Grid::tabs && cell.column == 0 && may_be_name_in_text(cell.text, words));
  return placed && line.cells.size() == 1 && is_own_text(cell, line, header, words);
}

/// The cell and the name in it.
struct NameRead {
  Cell const* cell;
  std::string name;
};

/// A line with nothing but the label of a project's name and the name, in one cell or in two.
std::optional<NameRead> labelled_name(Line const& line, Words const& words) {
  if (line.grid == Grid::order || line.cells.empty() || line.cells.size() > 2) {
    return std::nullopt;
  }
  std::string_view const text = line.cells.front().text;
  auto const value = line.cells.size() == 1 ? words.value_behind_label(text) : std::nullopt;
  auto const label = words.label(value ? text.substr(0, *value) : text);
  if (!label || label->label.field != vocabulary::LabelField::project) {
    return std::nullopt;
  }
  if (value) {
    return NameRead{&line.cells.front(), std::string(grammar::trim(text.substr(*value)))};
  }
  bool const beside = line.cells.size() == 2 && !words.label(line.cells[1].text);
  return beside ? std::optional(NameRead{&line.cells[1], line.cells[1].text}) : std::nullopt;
}

/// A line of a text that may hold nothing but the name of a project.
bool is_name_of_text(Line const& line, RowHeader const& header, Words const& words) {
  return line.grid == Grid::tabs && !line.narrow
         && (labelled_name(line, words) || is_bare_name(line, header, words));
}

std::optional<NameRead> read_name(Line const& line, RowHeader const& header, Words const& words) {
  if (auto labelled = labelled_name(line, words)) {
    return labelled;
  }
  return is_bare_name(line, header, words) ? std::optional(
             NameRead{&line.cells.front(), std::string(without_enumeration(line.cells.front().text))})
                                           : std::nullopt;
}

/// The line with the name of the table's project: right above its header, or right below it. In a text the
/// one above is no part of the table; `least`: lines before it belong to the table above.
std::optional<std::size_t> name_line(Table const& table, std::size_t least, Lines const& lines,
                                     Words const& words) {
  std::size_t const head = table.header.first;
  if (read_name(lines[head], table.header, words)) {
    return head; // no header of its own
  }
  for (std::size_t const at : {head - 1, table.header.rows}) {
    bool const text = head != 0 && lines[at].grid == Grid::tabs;
    bool const above = text && at + 1 == table.begin && at >= least;
    bool const inside = at + 1 > table.begin && at < table.end;
    // What heads a grid is a text of its own.
    bool const near =
        lines[at].part == lines[head].part || (text && at < head && lines[head].grid == Grid::author);
    if ((above || inside) && near && read_name(lines[at], table.header, words)) {
      return at;
    }
  }
  return std::nullopt;
}

bool is_nameless(Table const& table) {
  return table.facts[Column::project].text.empty() && table.facts[Column::project_code].text.empty()
         && !table.header.has(Column::project) && !table.header.has(Column::project_code);
}

/// Lines of another part have numbers of their own: the table is the place then.
diagnostic::Place place_of(Cell const& cell, std::size_t at, Table const& table, Lines const& lines) {
  bool const inside = lines[at].part == lines[table.header.first].part;
  return inside ? diagnostic::Place{table.rows.source, cell.line, cell.column + 1, 0, 0}
                : diagnostic::Place{table.rows.source, 0, 0, 0, 0};
}

/// Nobody can tell what the heading says: it is not used, and said.
void leave_heading(Table& table, std::size_t at, Lines const& lines, Account& account) {
  Cell const& cell = lines[at].cells.front();
  for (CellId const id : cell.from) {
    account.use(id, CellUse::undecided);
  }
  table.rows.findings.push_back(diagnostic::make(findings::head_cell_undecided,
                                                 place_of(cell, at, table, lines), {shortened(cell.text)}));
}

/// Headings above a table of which none could be taken, because there are several or a title stands below:
/// each of them is said. `least`: lines before it belong to the table above.
void leave_headings_above(Table& table, std::size_t least, Lines const& lines, Words const& words,
                          Account& account) {
  std::size_t const most = std::min(table.begin, table.header.first);
  for (std::size_t at = most; at > least && most - at < most_lost_headings; --at) {
    Line const& line = lines[at - 1];
    if (line.grid != Grid::tabs || line.cells.size() != 1) {
      return;
    }
    Cell const& cell = line.cells.front();
    bool const known = std::any_of(cell.from.begin(), cell.from.end(), [&account](CellId const id) {
      CellUse const use = account.at(id).use;
      return use != CellUse::prose && use != CellUse::unaccounted;
    });
    if (!known && is_name_of_text(line, table.header, words)) {
      leave_heading(table, at - 1, lines, account);
    }
  }
}

void take_name(Table& table, std::size_t at, Lines const& lines, Words const& words, Account& account) {
  Line const& line = lines[at];
  table.begin = std::min(table.begin, at);
  table.heading.reset();
  NameRead const read = *read_name(line, table.header, words);
  bool const labelled = labelled_name(line, words).has_value();
  bool const unit = !labelled && words.forms().may_be_unit(read.name);
  bool const taken = labelled || words.forms().names_project(read.name);
  if (taken) {
    table.facts[Column::project] = {read.name, read.cell->line, read.cell->column, {}};
  }
  for (Cell const& cell : line.cells) {
    CellUse const use = &cell != read.cell ? CellUse::label : taken ? CellUse::title : CellUse::undecided;
    for (CellId const id : cell.from) {
      account.use(id, use, use == CellUse::title ? "project" : "");
    }
  }
  auto& said = table.rows.findings;
  diagnostic::Place const place = place_of(*read.cell, at, table, lines);
  said.erase(std::remove_if(said.begin(), said.end(),
                            [&](diagnostic::Diagnostic const& each) {
                              bool const of_name = each.code == findings::remark_passed_over.id
                                                   || each.code == findings::name_may_be_unit.id
                                                   || each.code == findings::name_undecided.id
                                                   || each.code == findings::cell_undecided.id;
                              return of_name && place.row != 0 && each.where.row == place.row;
                            }),
             said.end());
  if (!taken) {
    said.push_back(diagnostic::make(unit ? findings::name_may_be_unit : findings::name_undecided, place,
                                    {shortened(read.name)}));
  }
}

/// Whether the project above ends here: where its rows have points, it does with all of them (fewer may be
/// all but those of its last rows); where they have none, or all but those of the execution, where `next`
/// begins the levels anew.
bool ends_above(TableDraft const& above, Line const& next, RowHeader const& header, Words const& words) {
  if (above.projects.empty()) {
    return false;
  }
  number::Rational whole;
  for (Draft const& row : above.projects.back().rows) {
    whole += points_in(row.text(Column::weight)).value_or(number::Rational());
  }
  if (whole.sign() == 0 || whole == number::Rational(points_without_execution)) {
    return begins_anew(next, header, above, words);
  }
  return whole == number::Rational(points_of_project);
}

} // namespace

std::optional<std::size_t> heading_between(Lines const& lines, std::size_t end, RowHeader const& header,
                                           Words const& words) {
  auto const is_title = [&words](Line const& line) {
    std::string const& text = line.cells.front().text;
    return line.cells.size() == 1
           && (table_title(text, words.forms()) || !year_of_title(text, words.forms()).empty()
               || !money_unit_of(text, words.vocabulary()).empty() || words.forms().is_page_mark(text));
  };
  auto const behind = lines.begin() + static_cast<std::ptrdiff_t>(end);
  auto const heading = lines.begin() + static_cast<std::ptrdiff_t>(header.first) - 1;
  bool const alone = end < header.first && is_name_of_text(*heading, header, words)
                     && std::all_of(behind, heading, is_title);
  return alone ? std::optional(header.first - 1) : std::nullopt;
}

bool is_labelled_name(Line const& line, Words const& words) {
  return labelled_name(line, words).has_value();
}

bool names_first_project(Lines const& lines, std::size_t at, RowHeader const& header, Words const& words) {
  return at == header.rows && at + 1 < lines.size() && lines[at + 1].part == lines[at].part
         && lines[at + 1].grid == lines[at].grid && names_level(lines[at + 1], words)
         && !header.has(Column::project)
         && (labelled_name(lines[at], words) || is_name_of_text(lines[at], header, words));
}

RowHeader header_of_next(RowHeader const& above, std::size_t at) {
  RowHeader header = above;
  header.first = header.last = at;
  header.rows = at + 1;
  return header;
}

bool names_next_project(Lines const& lines, std::size_t at, RowHeader const& header, TableDraft const& above,
                        Words const& words) {
  bool const followed = at + 1 < lines.size() && lines[at].part == header.part
                        && lines[at + 1].part == header.part && names_level(lines[at + 1], words);
  if (!followed || header.has(Column::project)) {
    return false;
  }
  if (labelled_name(lines[at], words)) {
    return true;
  }
  // A text has remarks between its rows, and what the pages are headed with.
  bool const sure = lines[at].grid == Grid::author || ends_above(above, lines[at + 1], header, words);
  return sure && is_bare_name(lines[at], header, words);
}

void name_projects(std::vector<Table>& tables, Lines const& lines, Words const& words, Account& account) {
  for (Table& table : tables) {
    for (std::size_t const at : {table.header.first, table.header.rows}) {
      if (at < table.end && !table.joined && is_nameless(table) && labelled_name(lines[at], words)) {
        take_name(table, at, lines, words, account);
      }
    }
  }
  for (std::size_t i = 1; i < tables.size(); ++i) {
    Table& table = tables[i];
    Table& above = tables[i - 1];
    bool const near = lines[above.header.first].part == lines[table.header.first].part;
    bool const follows = (table.heading || (above.end == table.begin && near)) && !above.joined
                         && !table.joined && is_nameless(table);
    bool const sure = follows
                      && ((near && lines[table.header.first].grid == Grid::author)
                          || ends_above(above.rows, lines[std::min(table.header.rows, table.end - 1)],
                                        table.header, words));
    auto const name = sure ? name_line(table, above.end, lines, words) : std::nullopt;
    if (!name) {
      continue;
    }
    auto const first =
        is_nameless(above) ? name_line(above, i < 2 ? 0 : tables[i - 2].end, lines, words) : std::nullopt;
    take_name(table, *name, lines, words, account);
    if (first) {
      take_name(above, *first, lines, words, account);
    }
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Table& table = tables[i];
    if (table.joined || !is_nameless(table)) {
      continue;
    }
    if (table.heading) {
      leave_heading(table, *table.heading, lines, account);
    } else if (tables.size() > 1) { // above a single table stands what a report says
      leave_headings_above(table, i == 0 ? 0 : tables[i - 1].end, lines, words, account);
    }
  }
}

} // namespace jixiao::ingest::forms
