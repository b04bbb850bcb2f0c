#include "engine/ingest/documents/aligned_blanks.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <cstddef>

namespace jixiao::ingest::documents {

namespace {

/// A stretch of a line, in bytes and in the columns of a screen, where Chinese characters are two wide.
struct Stretch {
  std::size_t begin = 0, end = 0;
  std::size_t left = 0, right = 0;
  bool splits = false; ///< of a gap: a line beside has a gap at the same place
};

bool overlap(Stretch const& one, Stretch const& other) {
  return one.left < other.right && other.left < one.right;
}

std::size_t character_length(std::string_view rest) {
  auto const first = static_cast<unsigned char>(rest.front());
  std::size_t const length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return std::min(length, rest.size());
}

/// Runs of two or more blanks between texts of the line; what stands before the first text is no gap.
struct Gaps {
  std::vector<Stretch> inner;
  Stretch text; ///< from the first text to the last
};

Gaps gaps_of(std::string_view line) {
  Gaps result;
  std::size_t column = 0;
  Stretch run; // of blanks, being measured
  std::size_t blanks = 0;
  bool begun = false;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t const length = character_length(line.substr(at));
    bool const blank = grammar::blank_length(line.substr(at, length)) != 0;
    std::size_t const width = length >= 3 ? 2 : 1;
    if (blank) {
      if (blanks++ == 0) {
        run = {at, 0, column, 0, false};
      }
    } else {
      if (!begun) {
        result.text = {at, 0, column, 0, false};
        begun = true;
      } else if (blanks >= 2) {
        run.end = at;
        run.right = column;
        result.inner.push_back(run);
      }
      blanks = 0;
      result.text.end = at + length;
      result.text.right = column + width;
    }
    at += length;
    column += width;
  }
  return result;
}

/// Marks the gaps of two lines that stand at the same place; false when there are none. Both lists run from
/// left to right.
bool confirm(Gaps& one, Gaps& other) {
  bool any = false;
  for (std::size_t i = 0, j = 0; i < one.inner.size() && j < other.inner.size();) {
    Stretch& left = one.inner[i];
    Stretch& right = other.inner[j];
    if (overlap(left, right)) {
      left.splits = right.splits = any = true;
    }
    left.right < right.right ? ++i : ++j;
  }
  return any;
}

std::vector<Stretch> cells_of(Gaps const& gaps) {
  std::vector<Stretch> cells;
  Stretch cell = gaps.text;
  for (Stretch const& gap : gaps.inner) {
    if (gap.splits) {
      cells.push_back({cell.begin, gap.begin, cell.left, gap.left, false});
      cell.begin = gap.end;
      cell.left = gap.right;
    }
  }
  cells.push_back({cell.begin, gaps.text.end, cell.left, gaps.text.right, false});
  return cells;
}

/// The lines that belong together because each but the last shares a gap with the next, as one stretch of a
/// table; its fullest line says where the columns are.
void place_in_columns(std::vector<std::vector<Stretch>> const& cells, std::size_t first, std::size_t end,
                      std::vector<model::DocumentLine>& lines) {
  auto const fullest = std::max_element(
      cells.begin() + static_cast<std::ptrdiff_t>(first), cells.begin() + static_cast<std::ptrdiff_t>(end),
      [](auto const& left, auto const& right) { return left.size() < right.size(); });
  for (std::size_t i = first; i < end; ++i) {
    std::uint32_t column = 0;
    for (std::size_t j = 0; j < cells[i].size(); ++j) {
      while (column + 1 < fullest->size() && (*fullest)[column].right <= cells[i][j].left
             && cells[i].size() - j < fullest->size() - column) {
        ++column;
      }
      lines[i].cells[j].column = column++;
    }
  }
}

} // namespace

std::vector<model::DocumentLine> split_at_aligned_blanks(std::vector<TextLine> const& lines) {
  std::vector<Gaps> gaps;
  for (TextLine const& line : lines) {
    gaps.push_back(gaps_of(line.text));
  }
  std::vector<bool> goes_on(
      lines.size()); // the line belongs to the same stretch of a table as the one before
  for (std::size_t i = 1; i < lines.size(); ++i) {
    goes_on[i] = confirm(gaps[i - 1], gaps[i]);
  }
  std::vector<std::vector<Stretch>> cells;
  std::vector<model::DocumentLine> result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    cells.push_back(cells_of(gaps[i]));
    model::DocumentLine line;
    line.number = lines[i].number;
    bool const whole = cells[i].size() == 1;
    for (Stretch const& each : cells[i]) {
      std::string_view const text = lines[i].text;
      line.cells.push_back(
          {std::string(whole ? text : text.substr(each.begin, each.end - each.begin)), 0, 1, 1});
    }
    result.push_back(std::move(line));
  }
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first + 1;
    while (end < lines.size() && goes_on[end]) {
      ++end;
    }
    place_in_columns(cells, first, end, result);
    first = end;
  }
  return result;
}

} // namespace jixiao::ingest::documents
