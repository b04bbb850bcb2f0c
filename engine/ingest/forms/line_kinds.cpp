#include "engine/ingest/forms/line_kinds.hpp"

#include "engine/ingest/forms/titles.hpp"
#include "engine/ingest/head_text.hpp"
#include "engine/vocabulary/bonus.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::LabelField;
using vocabulary::row_field;

/// The cell of an author's grid that stands below the head of `column`; null when it is blank.
Cell const* cell_below(Line const& line, RowHeader const& header, Column column) {
  for (FieldColumn const& field : header.fields) {
    for (Cell const& cell : line.cells) {
      bool const below =
          cell.column < field.column + field.columns && field.column < cell.column + cell.columns;
      if (below && field.field == row_field(column)) {
        return &cell;
      }
    }
  }
  return nullptr;
}

/// A number alone or in brackets, as columns are counted.
std::string counted(std::string_view text) {
  std::string number = grammar::fold_width(text);
  bool const bracket = number.size() > 2 && number.front() == '(' && number.back() == ')';
  return bracket ? number.substr(1, number.size() - 2) : number;
}

bool covers(Cell const& cell, RowHeader const& header, Column column) {
  return std::any_of(header.fields.begin(), header.fields.end(), [&](FieldColumn const& each) {
    return each.field == row_field(column) && each.column < cell.column + cell.columns
           && cell.column < each.column + each.columns;
  });
}

bool has_colon(std::string_view text) {
  return text.find(':') != std::string_view::npos || text.find("\xEF\xBC\x9A") != std::string_view::npos;
}

bool ends_with_colon(std::string_view text) {
  return text.ends_with(":") || text.ends_with("\xEF\xBC\x9A");
}

} // namespace

bool is_measured(Line const& line, RowHeader const& header, Words const& words) {
  Cell const* const first = &line.cells.front();
  if (line.grid != Grid::author) {
    auto const count = [&](auto is) { return std::count_if(line.cells.begin() + 1, line.cells.end(), is); };
    return count([&](Cell const& cell) { return words.is_value(cell.text) && !is_bare_number(cell.text); })
               >= 2
           && count([](Cell const& cell) { return is_bare_number(cell.text); }) != 0;
  }
  Cell const* const target = cell_below(line, header, Column::target);
  Cell const* const actual = cell_below(line, header, Column::actual);
  Cell const* const weight = cell_below(line, header, Column::weight);
  bool const labelled = std::any_of(line.cells.begin() + 1, line.cells.end(),
                                    [&](Cell const& cell) { return words.label(cell.text).has_value(); });
  return target != nullptr && target != first && actual != nullptr && actual != target && actual != first
         && weight != target && weight != actual && !labelled;
}

std::string_view level_of_sum(std::string_view text, Words const& words) {
  constexpr std::size_t word = 6; // two ideographs
  if (text.size() <= word || !words.is_total(text.substr(text.size() - word))) {
    return {};
  }
  std::string_view const level = text.substr(0, text.size() - word);
  bool const known = words.level1(level) != model::Level1::other || words.level2(level);
  return known ? level : std::string_view();
}

bool same_level(std::string_view left, std::string_view right, Words const& words) {
  model::Level1 const first = words.level1(left);
  auto const second = words.level2(left), other = words.level2(right);
  return (first != model::Level1::other && first == words.level1(right))
         || (second && other && second->id == other->id);
}

bool is_level(Cell const& cell, Words const& words) {
  return words.level1(cell.text) != model::Level1::other || words.level2(cell.text).has_value();
}

bool names_level(Line const& line, Words const& words) {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    grammar::RowCell const sorts = words.sorts(cell.text);
    return (sorts.is(grammar::CellSort::level1) || sorts.is(grammar::CellSort::level2))
           && !sorts.is(grammar::CellSort::common);
  });
}

std::optional<LabelRead> label_of(Cell const& cell, Words const& words) {
  return words.label(
      std::string_view(cell.text).substr(0, std::min(cell.text.find(':'), cell.text.find("\xEF\xBC\x9A"))));
}

bool is_footer_line(Line const& line, RowHeader const& header, Words const& words) {
  Cell const& first = line.cells.front();
  auto const label = label_of(first, words);
  if (!label || is_level(first, words) || is_measured(line, header, words)) {
    return false;
  }
  bool const with_value = words.value_behind_label(first.text).has_value();
  switch (label->label.field) {
  case LabelField::footer: return true;
  case LabelField::execution: return with_value && line.cells.size() == 1;
  case LabelField::passed_over: return with_value || ends_with_colon(first.text);
  case LabelField::project:
  case LabelField::project_code:
  case LabelField::unit:
  case LabelField::agency:
  case LabelField::year:
  case LabelField::initial_budget:
  case LabelField::adjusted_budget:
  case LabelField::executed:
  case LabelField::funds:
  case LabelField::funds_part:
  case LabelField::funds_block:
  case LabelField::execution_rate:
  case LabelField::execution_reason:
  case LabelField::execution_points:
  case LabelField::execution_claimed:
  case LabelField::goal:
  case LabelField::goal_actual:
  case LabelField::section:
  case LabelField::task:
  case LabelField::total: return false;
  }
  return false;
}

bool is_line_of_labels(Line const& line, RowHeader const& header, Words const& words) {
  Cell const& first = line.cells.front();
  if (line.grid == Grid::author || line.cells.size() < 2 || !has_colon(first.text)
      || is_level(first, words)) {
    return false;
  }
  auto const is_label = [&words](Cell const& cell) {
    auto const label = has_colon(cell.text) ? label_of(cell, words) : std::nullopt;
    return label
           && (label->label.field == LabelField::footer || label->label.field == LabelField::passed_over);
  };
  if (label_of(first, words) && !is_label(first)) {
    return false; // of the project that follows
  }
  for (std::size_t i = 1; i < line.cells.size(); ++i) {
    std::string const& text = line.cells[i].text;
    if (!has_colon(text) && !ends_with_colon(line.cells[i - 1].text) && !is_date(text)) {
      return false;
    }
  }
  return std::any_of(line.cells.begin(), line.cells.end(), is_label) && !is_measured(line, header, words);
}

bool is_page_mark(Line const& line, Words const& words) {
  return line.cells.size() == 1 && line.grid != Grid::author
         && words.forms().is_page_mark(line.cells.front().text);
}

bool is_column_numbers(Line const& line) {
  constexpr std::size_t fewest = 4;
  std::size_t numbers = 0;
  for (Cell const& cell : line.cells) {
    bool const next = counted(cell.text) == std::to_string(numbers + 1);
    if (!next && numbers != 0) {
      return false;
    }
    numbers += next ? 1 : 0;
  }
  return numbers >= fewest && numbers + 1 >= line.cells.size();
}

bool is_section_line(Line const& line, RowHeader const& header, Words const& words) {
  Cell const& first = line.cells.front();
  std::string_view const heading = without_enumeration(first.text);
  bool const level =
      (words.level1(heading) != model::Level1::other && words.level1(heading) != model::Level1::execution)
      || words.level2(heading);
  if (line.grid != Grid::author || !header.has(Column::target) || !level) {
    return false;
  }
  std::string const points = points_of(heading);
  bool const enumerated = heading.size() != first.text.size();
  bool const numbers_only = std::all_of(line.cells.begin() + 1, line.cells.end(),
                                        [](Cell const& cell) { return is_bare_number(cell.text); });
  bool const says_points =
      !points.empty() && std::any_of(line.cells.begin() + 1, line.cells.end(), [&](Cell const& cell) {
        return grammar::fold_width(cell.text) == points;
      });
  bool const whole_width = line.cells.size() == 1 && covers(first, header, Column::name);
  return numbers_only && (says_points || whole_width || (enumerated && line.cells.size() > 1));
}

bool is_bonus_heading(Line const& line, Words const& words) {
  return line.cells.size() == 1 && line.grid != Grid::order
         && vocabulary::heads_bonus(words.vocabulary(), without_enumeration(line.cells.front().text));
}

bool begins_bonus(Line const& line, Words const& words) {
  if (!is_bonus_heading(line, words)) {
    return false;
  }
  std::string_view const text = line.cells.front().text;
  HeadText const heading = split_head(text);
  std::string_view const behind = behind_colon(text);
  auto const nothing = [&words](std::string_view said) {
    return !grammar::trim(said).empty() && words.says_nothing(said);
  };
  return !(behind.size() < text.size() && nothing(behind)) && !nothing(heading.bracket);
}

bool is_remark(Line const& line, RowHeader const& header, Words const& words) {
  if (line.grid != Grid::author) {
    return is_line_of_labels(line, header, words);
  }
  if (is_footer_line(line, header, words)) {
    return true;
  }
  // Beside a level that goes on below, the cell is of a row: the rows below take their level from it.
  Cell const& cell = line.cells.back();
  bool const alone = std::all_of(line.cells.begin(), line.cells.end() - 1,
                                 [&](Cell const& each) { return each.rows == 1 && is_level(each, words); });
  return alone && !is_level(cell, words) && covers(cell, header, Column::name)
         && (covers(cell, header, Column::target) || covers(cell, header, Column::weight))
         && (line.cells.size() == 1 || covers(cell, header, Column::weight));
}

bool stands_below_rows(Line const& line, RowHeader const& header, Words const& words) {
  if (line.grid != Grid::author || names_level(line, words)) {
    return false;
  }
  Cell const* const target = cell_below(line, header, Column::target);
  bool const asks = target != nullptr && words.is_value(target->text);
  bool const points = std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    return (&cell == cell_below(line, header, Column::weight)
            || &cell == cell_below(line, header, Column::claimed))
           && words.is_value(cell.text);
  });
  return !asks && !points;
}

bool is_total_line(Line const& line, RowHeader const& header, Words const& words) {
  Cell const& first = line.cells.front();
  if (words.is_total(first.text) || !level_of_sum(first.text, words).empty()) {
    return !is_measured(line, header, words)
           && std::none_of(line.cells.begin() + 1, line.cells.end(),
                           [&](Cell const& cell) { return is_level(cell, words); });
  }
  return line.cells.size() == 2 && coded_name(first.text) && is_bare_number(line.cells[1].text);
}

} // namespace jixiao::ingest::forms
