#include "engine/ingest/forms/row_end.hpp"

#include "engine/ingest/forms/line_kinds.hpp"
#include "engine/ingest/forms/other_project.hpp"
#include "engine/ingest/forms/titles.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using vocabulary::LabelField;

bool begins_block(LabelField field) {
  return field == LabelField::project || field == LabelField::project_code || field == LabelField::unit
         || field == LabelField::agency || field == LabelField::funds_block || field == LabelField::footer;
}

bool begins_with_level(Line const& line, Words const& words) {
  grammar::RowCell const sorts = words.sorts(line.cells.front().text);
  return (sorts.is(grammar::CellSort::level1) || sorts.is(grammar::CellSort::level2))
         && !sorts.is(grammar::CellSort::common);
}

constexpr std::size_t most_lines_of_remarks = 40;

/// Remarks may stand among the rows, and some forms print their sum below them.
bool rows_follow(Lines const& lines, std::size_t at, RowHeader const& header, Words const& words) {
  std::size_t const most = std::min(lines.size(), at + most_lines_of_remarks);
  for (std::size_t i = at; i < most && lines[i].part == lines[at - 1].part; ++i) {
    Cell const& first = lines[i].cells.front();
    auto const label = words.label(first.text);
    bool const next_form = label && label->label.field == LabelField::project;
    if (next_form || table_title(first.text, words.forms()) || read_header(lines, i, words)) {
      return false;
    }
    if (is_total_line(lines[i], header, words) || names_level(lines[i], words)) {
      return true;
    }
  }
  return false;
}

} // namespace

bool ends_rows(Lines const& lines, std::size_t at, RowHeader const& header, Words const& words) {
  Line const& line = lines[at];
  Line const& top = lines[header.last];
  if (line.part != header.part || (line.grid == Grid::author) != (top.grid == Grid::author)
      || line.narrow != top.narrow) {
    return true;
  }
  if (repeats_header(line, header, words)) {
    return heads_otherwise(lines, at, header, words);
  }
  if (names_first_project(lines, at, header, words)) {
    return false;
  }
  Cell const& first = line.cells.front();
  if (line.cells.size() == 1) {
    if (table_title(first.text, words.forms()) || report_title(first.text, words.forms())) {
      return true;
    }
    // In running text a line of one cell that does not begin with a tab is no part of the table, unless it
    // names a level or stands between its rows.
    bool const alone =
        line.grid == Grid::tabs && !line.narrow && first.column == 0 && !is_page_mark(line, words);
    bool const between = line.after_gap && at + 1 < lines.size() && !lines[at + 1].after_gap
                         && lines[at + 1].part == line.part && begins_with_level(lines[at + 1], words);
    if (alone && !begins_with_level(line, words) && !between && !is_bonus_heading(line, words)) {
      return true;
    }
  }
  bool const footer = line.grid == Grid::author ? is_footer_line(line, header, words)
                                                : is_line_of_labels(line, header, words);
  if (footer) {
    return !rows_follow(lines, at + 1, header, words);
  }
  auto const label = words.label(first.text);
  // A name among the rows may be a label's word; in a text it then stands behind blank levels.
  bool const may_be_name =
      line.grid == Grid::author ? label && label->label.field == LabelField::footer : first.column != 0;
  bool const indicator = label && may_be_name && is_measured(line, header, words);
  if (label && begins_block(label->label.field) && !is_level(first, words) && !indicator) {
    return true;
  }
  return read_header(lines, at, words).has_value();
}

std::size_t end_of_footer(Lines const& lines, std::size_t at, Words const& words, Account& account) {
  if (at == 0 || at >= lines.size() || lines[at - 1].grid != Grid::author) {
    return at;
  }
  std::size_t end = at;
  for (; end < lines.size() && lines[end].part == lines[at - 1].part; ++end) {
    Cell const& first = lines[end].cells.front();
    auto const label = label_of(first, words);
    bool const next_form =
        label && begins_block(label->label.field) && label->label.field != LabelField::footer;
    if (next_form || table_title(first.text, words.forms()) || (!label && end == at)
        || names_level(lines[end], words) || read_header(lines, end, words)) {
      break;
    }
    for (Cell const& cell : lines[end].cells) {
      for (CellId const id : cell.from) {
        account.use(id, words.label(cell.text) ? CellUse::label : CellUse::passed_over);
      }
    }
  }
  return end;
}

} // namespace jixiao::ingest::forms
