#include "engine/ingest/forms/halves.hpp"

#include "engine/ingest/forms/header_line.hpp"
#include "engine/ingest/forms/line_kinds.hpp"
#include "engine/ingest/forms/titles.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jixiao::ingest::forms {
namespace {

using model::Column;
using vocabulary::LabelField;

constexpr std::size_t fewest_heads = 6;
constexpr std::size_t most_lines_above = 40; ///< of the block that a header belongs to

bool has_head(Line const& line, Column column, Words const& words) {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    auto const head = words.field_head(cell.text);
    return head && head->field == vocabulary::row_field(column);
  });
}

/// True when the cells from `first` on are the same texts twice.
bool stand_twice(Line const& line, std::size_t first) {
  std::size_t const half = (line.cells.size() - first) / 2;
  for (std::size_t i = first; i < first + half; ++i) {
    if (grammar::without_blanks(line.cells[i].text) != grammar::without_blanks(line.cells[i + half].text)) {
      return false;
    }
  }
  return true;
}

/// The cell that begins the right half of a header; no value when it has no halves. A title of the block may
/// stand before the heads of both, or of each.
std::optional<std::size_t> right_half(Line const& line, Words const& words) {
  std::size_t const first = line.cells.size() % 2;
  std::size_t const half = (line.cells.size() - first) / 2;
  if (half * 2 < fewest_heads || line.grid == Grid::order || !stand_twice(line, first)) {
    return std::nullopt;
  }
  auto const is_head = [&](Cell const& cell) { return words.field_head(cell.text).has_value(); };
  bool const titled = !is_head(line.cells.front());
  auto const heads = line.cells.begin() + (titled ? 1 : 0);
  bool const rows = has_head(line, Column::level1, words) && has_head(line, Column::name, words)
                    && has_head(line, Column::target, words);
  bool const all =
      std::all_of(heads, line.cells.begin() + static_cast<std::ptrdiff_t>(first + half), is_head);
  return rows && all && (titled || first == 0) ? std::optional(first + half) : std::nullopt;
}

std::size_t first_line_above(Lines const& lines, std::size_t at) {
  std::size_t top = at;
  while (top > 0 && at - top < most_lines_above && lines[top - 1].part == lines[at].part) {
    --top;
  }
  return top;
}

/// Each half names a project of its own, or has a title of its own.
bool are_two_forms(Lines const& lines, std::size_t at, std::uint32_t column, Words const& words) {
  struct Sides {
    bool left = false, right = false;
  };
  Sides project, title;
  for (std::size_t i = first_line_above(lines, at); i < at; ++i) {
    for (Cell const& cell : lines[i].cells) {
      auto const label = label_of(cell, words);
      bool const names = label && label->label.field == LabelField::project;
      for (auto const& [found, sides] :
           {std::pair(names, &project),
            std::pair(table_title(cell.text, words.forms()).has_value(), &title)}) {
        sides->left = sides->left || (found && cell.column < column);
        sides->right = sides->right || (found && cell.column >= column);
      }
    }
  }
  return (project.left && project.right) || (title.left && title.right);
}

bool begins_below_rows(Cell const& cell, Words const& words) {
  auto const label = label_of(cell, words);
  return words.is_total(cell.text)
         || (label
             && (label->label.field == LabelField::footer || label->label.field == LabelField::passed_over));
}

/// Both halves of a line hold rows, or sums; false when it is one line over both.
bool is_of_halves(Line const& line, Line const& header, std::uint32_t column, Words const& words) {
  bool const across = std::any_of(line.cells.begin(), line.cells.end(), [&](Cell const& cell) {
    return cell.column < column && column < cell.column + cell.columns;
  });
  if (line.part != header.part || line.grid != header.grid || across) {
    return false;
  }
  Cell const& first = line.cells.front();
  auto const right = std::find_if(line.cells.begin(), line.cells.end(),
                                  [&](Cell const& cell) { return cell.column >= column; });
  bool const both = right != line.cells.end() && begins_below_rows(*right, words);
  return first.column >= column || !begins_below_rows(first, words) || both;
}

/// Moves the cells of `line` from `column` on to a line of their own.
Line take_right(Line& line, std::uint32_t column) {
  Line right = line;
  right.after_gap = false;
  auto const of_right = [&](Cell const& cell) { return cell.column >= column; };
  right.cells.clear();
  std::copy_if(line.cells.begin(), line.cells.end(), std::back_inserter(right.cells), of_right);
  line.cells.erase(std::remove_if(line.cells.begin(), line.cells.end(), of_right), line.cells.end());
  return right;
}

void move_lines(Lines& from, std::size_t begin, std::size_t end, Lines& to) {
  std::move(from.begin() + static_cast<std::ptrdiff_t>(begin),
            from.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(to));
}

/// Appends the table whose header is line `top` to `to`, what stands from `column` on last; returns the line
/// behind it.
std::size_t stack(Lines& lines, std::size_t top, std::uint32_t column, Words const& words, Lines& to) {
  Lines right;
  Line const header = lines[top];
  std::size_t at = top;
  for (; at < lines.size() && is_of_halves(lines[at], header, column, words); ++at) {
    Line other = take_right(lines[at], column);
    other.beside = right.empty();
    if (!other.cells.empty()) {
      right.push_back(std::move(other));
    }
    if (!lines[at].cells.empty()) {
      to.push_back(std::move(lines[at]));
    }
  }
  move_lines(right, 0, right.size(), to);
  return at;
}

} // namespace

bool prints_whole_period(Lines const& lines, std::size_t at, std::uint32_t column, Words const& words) {
  bool left = false, right = false;
  for (std::size_t i = first_line_above(lines, at); i <= at; ++i) {
    for (Cell const& cell : lines[i].cells) {
      bool const period = words.forms().is_whole_period(cell.text);
      left = left || (period && cell.column < column);
      right = right || (period && cell.column >= column);
    }
  }
  return left && !right;
}

bool is_of_two_forms(Lines const& lines, std::size_t at, Words const& words) {
  auto const half = right_half(lines[at], words);
  return half && are_two_forms(lines, at, lines[at].cells[*half].column, words);
}

Lines stack_halves(Lines lines, Words const& words) {
  std::vector<std::size_t> headers;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto const half = lines[at].grid == Grid::author ? right_half(lines[at], words) : std::nullopt;
    std::uint32_t const column = half ? lines[at].cells[*half].column : 0;
    if (half && !prints_whole_period(lines, at, column, words) && !are_two_forms(lines, at, column, words)) {
      headers.push_back(at);
    }
  }
  Lines result;
  std::size_t done = 0;
  for (std::size_t const top : headers) {
    if (top < done) {
      continue; // the heads again
    }
    move_lines(lines, done, top, result);
    done = stack(lines, top, lines[top].cells[*right_half(lines[top], words)].column, words, result);
  }
  move_lines(lines, done, lines.size(), result);
  return result;
}

} // namespace jixiao::ingest::forms
