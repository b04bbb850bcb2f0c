#include "engine/ingest/forms/row_end.hpp"

#include "engine/ingest/forms/titles.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using vocabulary::LabelField;

bool begins_block(LabelField field) {
  return field == LabelField::project || field == LabelField::project_code || field == LabelField::unit
         || field == LabelField::agency || field == LabelField::funds_block || field == LabelField::footer;
}

bool is_level(Cell const& cell, Words const& words) {
  return words.level1(cell.text) != model::Level1::other || words.level2(cell.text).has_value();
}

bool begins_with_level(Line const& line, Words const& words) {
  grammar::RowCell const sorts = words.sorts(line.cells.front().text);
  return (sorts.is(grammar::CellSort::level1) || sorts.is(grammar::CellSort::level2))
         && !sorts.is(grammar::CellSort::common);
}

/// The label that a remark begins with, before its colon.
std::optional<LabelRead> label_of(Cell const& cell, Words const& words) {
  return words.label(
      std::string_view(cell.text).substr(0, std::min(cell.text.find(':'), cell.text.find("\xEF\xBC\x9A"))));
}

/// What stands below the rows of a form: who filled it in, notes, conclusions.
bool begins_footer(Line const& line, Words const& words) {
  Cell const& first = line.cells.front();
  auto const label = label_of(first, words);
  if (!label || is_level(first, words)) {
    return false;
  }
  LabelField const field = label->label.field;
  bool const with_value = words.value_behind_label(first.text).has_value();
  return field == LabelField::footer
         || (with_value
             && (field == LabelField::passed_over
                 || ((field == LabelField::execution || field == LabelField::execution_rate
                      || field == LabelField::execution_reason)
                     && line.cells.size() == 1)));
}

/// "Outputs, subtotal": a level and a word for a sum in one cell.
bool is_sum_of_level(Cell const& cell, Words const& words) {
  constexpr std::size_t word = 6; // two ideographs
  if (cell.text.size() <= word) {
    return false;
  }
  std::string_view const text = cell.text;
  std::string_view const level = text.substr(0, text.size() - word);
  return words.is_total(text.substr(text.size() - word))
         && (words.level1(level) != model::Level1::other || words.level2(level));
}

constexpr std::size_t most_lines_of_remarks = 40;

/// A cell of the line is a word for a level and nothing else: it is a row.
bool names_level(Line const& line, Words const& words) {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    grammar::RowCell const sorts = words.sorts(cell.text);
    return (sorts.is(grammar::CellSort::level1) || sorts.is(grammar::CellSort::level2))
           && !sorts.is(grammar::CellSort::common);
  });
}

/// Remarks may stand among the rows, and some forms print their sum below them.
bool rows_follow(Lines const& lines, std::size_t at, Words const& words) {
  std::size_t const most = std::min(lines.size(), at + most_lines_of_remarks);
  for (std::size_t i = at; i < most && lines[i].part == lines[at - 1].part; ++i) {
    Cell const& first = lines[i].cells.front();
    auto const label = words.label(first.text);
    bool const next_form = label && label->label.field == LabelField::project;
    if (next_form || table_title(first.text, words.forms()) || read_header(lines, i, words)) {
      return false;
    }
    if (is_total_line(lines[i], words) || names_level(lines[i], words)) {
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
    if (alone && !begins_with_level(line, words) && !between) {
      return true;
    }
  }
  if (line.grid == Grid::author && begins_footer(line, words)) {
    return !rows_follow(lines, at + 1, words);
  }
  auto const label = words.label(first.text);
  if (label && begins_block(label->label.field) && !is_level(first, words)) {
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

bool is_page_mark(Line const& line, Words const& words) {
  return line.cells.size() == 1 && line.grid != Grid::author
         && words.forms().is_page_mark(line.cells.front().text);
}

bool is_column_numbers(Line const& line) {
  constexpr std::size_t fewest = 4;
  std::size_t numbers = 0;
  for (Cell const& cell : line.cells) {
    bool const next = cell.text == std::to_string(numbers + 1);
    if (!next && numbers != 0) {
      return false;
    }
    numbers += next ? 1 : 0;
  }
  return numbers >= fewest && numbers + 1 >= line.cells.size();
}

bool is_remark(Line const& line, RowHeader const& header, Words const& words) {
  if (line.grid != Grid::author || is_level(line.cells.front(), words)) {
    return false;
  }
  if (begins_footer(line, words)) {
    return true;
  }
  if (line.cells.size() != 1) {
    return false;
  }
  Cell const& cell = line.cells.front();
  auto const below = [&](model::Column column) {
    return std::any_of(header.fields.begin(), header.fields.end(), [&](FieldColumn const& each) {
      return each.field == vocabulary::row_field(column) && each.column < cell.column + cell.columns
             && cell.column < each.column + each.columns;
    });
  };
  return below(model::Column::name) && (below(model::Column::target) || below(model::Column::weight));
}

bool is_total_line(Line const& line, Words const& words) {
  Cell const& first = line.cells.front();
  if (words.is_total(first.text) || is_sum_of_level(first, words)) {
    return std::none_of(line.cells.begin() + 1, line.cells.end(),
                        [&](Cell const& cell) { return is_level(cell, words); });
  }
  return line.cells.size() == 2 && coded_name(first.text) && is_bare_number(line.cells[1].text);
}

} // namespace jixiao::ingest::forms
