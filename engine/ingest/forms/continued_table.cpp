#include "engine/ingest/forms/continued_table.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/ingest/forms/line_kinds.hpp"
#include "engine/ingest/forms/line_reader.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

using model::Column;

constexpr std::size_t most_lines_without_level = 3;
constexpr std::size_t fewest_cells = 3;
constexpr std::size_t most_lines_between = 4; ///< of two projects: a name, a header

bool names_project(ProjectDraft const& project) {
  return project[Column::project].has_value() || project[Column::project_code].has_value();
}

bool names_project(RowHeader const& header) {
  return header.has(Column::project) || header.has(Column::project_code);
}

/// The level 1 that the row in `line` prints.
model::Level1 level_of(Line const& line, RowHeader const& header, Words const& words) {
  return words.level1(LineReader(header, words, false).read(line, 0, {}).draft.text(Column::level1));
}

/// Among the rows of the last project of `table`.
bool is_seen(model::Level1 level, TableDraft const& table, Words const& words) {
  return level != model::Level1::other && !table.projects.empty()
         && std::any_of(table.projects.back().rows.begin(), table.projects.back().rows.end(),
                        [&](Draft const& row) { return words.level1(row.text(Column::level1)) == level; });
}

model::Level1 last_level(TableDraft const& table, Words const& words) {
  model::Level1 last = model::Level1::other;
  for (Draft const& row : table.projects.back().rows) {
    model::Level1 const level = words.level1(row.text(Column::level1));
    last = level == model::Level1::other ? last : level;
  }
  return last;
}

/// The sum of all rows stands right below the last of them.
bool is_closed(TableDraft const& table) {
  return !table.totals.empty() && !table.projects.empty() && !table.totals.back().part
         && table.totals.back().first_project == table.projects.size()
         && table.totals.back().end_row == table.projects.back().rows.size()
         && table.totals.back().end_row != 0;
}

bool prints_all_points(PrintedTotal const& total) {
  constexpr std::string_view all[] = {"100", "100.0", "100.00"};
  return std::any_of(total.amounts.begin(), total.amounts.end(), [&](auto const& amount) {
    return std::find(std::begin(all), std::end(all), amount.second) != std::end(all);
  });
}

/// A text with a number in front of it, alone in its line, that is no level: projects are counted so.
bool is_numbered_name(Line const& line, Words const& words) {
  std::string const& text = line.cells.front().text;
  std::string_view const name = without_enumeration(text);
  return line.grid == Grid::author && line.cells.size() == 1 && name.size() != text.size()
         && words.level1(name) == model::Level1::other && !words.level2(name) && !words.label(name)
         && words.forms().may_be_name(name);
}

/// The first project of the table has a number, too.
bool counts_projects(Lines const& lines, RowHeader const& header, Words const& words) {
  return is_numbered_name(lines[header.rows], words)
         || (header.first != 0 && is_numbered_name(lines[header.first - 1], words))
         || is_numbered_name(lines[header.first], words); // no header of its own
}

std::size_t rows_of(TableDraft const& table) {
  std::size_t count = 0;
  for (ProjectDraft const& project : table.projects) {
    count += project.rows.size();
  }
  return count;
}

} // namespace

bool goes_on(Lines const& lines, std::size_t at, RowHeader const& header, Words const& words) {
  LineReader const reader(header, words, false);
  std::uint32_t const part = lines[at].part;
  std::size_t const most = std::min(lines.size(), at + most_lines_without_level);
  for (std::size_t i = at; i < most && lines[i].part == part; ++i) {
    if (lines[i].grid != header.grid || lines[i].cells.size() < fewest_cells
        || is_total_line(lines[i], header, words)) {
      return false;
    }
    LineRead const read = reader.read(lines[i], 0, {});
    bool const fits = std::all_of(read.left_over.begin(), read.left_over.end(), [&](std::size_t cell) {
      return words.label(lines[i].cells[cell].text).has_value(); // a head beside the rows
    });
    if (!fits || read.draft.drifted) {
      return false;
    }
    if (words.level1(read.draft.text(Column::level1)) != model::Level1::other
        || words.level2(read.draft.text(Column::level2))) {
      return true;
    }
  }
  return false;
}

bool begins_anew(Line const& line, RowHeader const& header, TableDraft const& table, Words const& words) {
  model::Level1 const first = level_of(line, header, words);
  return is_seen(first, table, words) && last_level(table, words) != first;
}

bool begins_bare_project(Lines const& lines, std::size_t at, RowHeader const& header, TableDraft const& table,
                         Words const& words) {
  Line const& line = lines[at];
  bool const blank_above = line.grid == Grid::author && line.after_gap;
  bool const closed = is_closed(table);
  if ((!blank_above && !closed) || names_project(header)) {
    return false;
  }
  // Below a sum that is all of a project's points the level may be the same as above.
  return closed && prints_all_points(table.totals.back())
             ? is_seen(level_of(line, header, words), table, words)
             : begins_anew(line, header, table, words);
}

bool begins_other_project(Lines const& lines, std::size_t at, std::size_t most, RowHeader const& header,
                          TableDraft const& table, Words const& words) {
  auto const stands_between = [&](Line const& line) {
    bool const alone = line.grid == Grid::author && line.cells.size() == 1
                       && !is_level(line.cells.front(), words); // over the whole width, or not merged
    return alone || repeats_header(line, header, words) || is_remark(line, header, words);
  };
  std::size_t next = at;
  bool bonus = false;
  while (next < most && next - at < most_lines_between && stands_between(lines[next])) {
    bonus = bonus || is_bonus_heading(lines[next], words);
    ++next;
  }
  if (next == at || next >= most || bonus) {
    return false;
  }
  bool const numbered = !table.projects.empty() && !names_project(header)
                        && is_numbered_name(lines[next - 1], words)
                        && level_of(lines[next], header, words) != model::Level1::other
                        && counts_projects(lines, header, words);
  return numbered || begins_anew(lines[next], header, table, words);
}

void append_rows(TableDraft& to, TableDraft&& more, diagnostic::Code const& code,
                 diagnostic::Place const& place) {
  to.findings.push_back(diagnostic::make(code, place, {std::to_string(rows_of(more))}));
  to.findings.insert(to.findings.end(), more.findings.begin(), more.findings.end());
  to.end = std::max(to.end, more.end);
  bool const joined = !to.projects.empty() && !more.projects.empty() && !names_project(more.projects.front());
  std::size_t const projects_before = to.projects.size() - (joined ? 1 : 0);
  std::size_t const rows_before = joined ? to.projects.back().rows.size() : 0;
  std::size_t const since = to.totals.empty() ? 0 : to.totals.back().end_row;
  if (joined) {
    ProjectDraft& first = more.projects.front();
    ProjectDraft& last = to.projects.back();
    std::move(first.rows.begin(), first.rows.end(), std::back_inserter(last.rows));
    last.findings.insert(last.findings.end(), first.findings.begin(), first.findings.end());
  }
  std::move(more.projects.begin() + (joined ? 1 : 0), more.projects.end(), std::back_inserter(to.projects));
  for (PrintedTotal& total : more.totals) {
    bool const of_joined = joined && total.first_project <= 1;
    total.first_row = !of_joined             ? total.first_row
                      : total.first_row == 0 ? since
                                             : total.first_row + rows_before;
    total.end_row += of_joined ? rows_before : 0;
    total.first_project += projects_before;
    to.totals.push_back(std::move(total));
  }
}

} // namespace jixiao::ingest::forms
