#include "engine/ingest/documents/pdf_columns.hpp"

#include "engine/ingest/documents/pdf_rows.hpp"

#include <algorithm>

namespace jixiao::ingest::documents::pdf {

namespace {

/// A stretch of white between two pieces of a row.
struct Gap {
  Length left = 0, right = 0;
};

std::vector<Gap> gaps_of(Row const& row) {
  std::vector<Gap> gaps;
  for (std::size_t i = 1; i < row.pieces.size(); ++i) {
    gaps.push_back({row.pieces[i - 1].right, row.pieces[i].left});
  }
  return gaps;
}

bool share_a_gap(Row const& one, Row const& other) {
  std::vector<Gap> const left = gaps_of(one);
  std::vector<Gap> const right = gaps_of(other);
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    if (left[i].left < right[j].right && right[j].left < left[i].right) {
      return true;
    }
    left[i].right < right[j].right ? ++i : ++j;
  }
  return false;
}

/// The fewest borders so that there is one in every gap: taken at the right end of the gap that ends first.
std::vector<Length> borders_of(std::vector<Row> const& rows, std::size_t first, std::size_t end) {
  std::vector<Gap> gaps;
  for (std::size_t i = first; i < end; ++i) {
    std::vector<Gap> const each = gaps_of(rows[i]);
    gaps.insert(gaps.end(), each.begin(), each.end());
  }
  std::sort(gaps.begin(), gaps.end(),
            [](Gap const& left, Gap const& right) { return left.right < right.right; });
  std::vector<Length> borders;
  for (Gap const& gap : gaps) {
    if (borders.empty() || gap.left >= borders.back()) {
      borders.push_back(gap.right);
    }
  }
  return borders;
}

model::DocumentLine line_of(Row const& row, std::uint32_t number) {
  model::DocumentLine line{number, {}};
  std::uint32_t column = 0;
  for (Piece const& piece : row.pieces) {
    line.cells.push_back({text_of_cell(piece.words, piece.right), column++, 1, 1});
  }
  return line;
}

Stretch table_of(std::vector<Row> const& rows, std::size_t first, std::size_t end) {
  Stretch table{true, rows[first].top, borders_of(rows, first, end), {}};
  for (std::size_t i = first; i < end; ++i) {
    model::DocumentLine line = line_of(rows[i], static_cast<std::uint32_t>(i - first + 1));
    for (std::size_t j = 0; j < line.cells.size(); ++j) {
      Piece const& piece = rows[i].pieces[j];
      auto const at = [&table](Length place) {
        return std::upper_bound(table.columns.begin(), table.columns.end(), place) - table.columns.begin();
      };
      line.cells[j].column = static_cast<std::uint32_t>(at(piece.left));
      line.cells[j].columns =
          static_cast<std::uint32_t>(at(std::max(piece.left, piece.right - 1)) - at(piece.left) + 1);
    }
    table.lines.push_back(std::move(line));
  }
  return table;
}

} // namespace

std::vector<Stretch> find_stretches(Words const& words) {
  std::vector<Row> const rows = rows_of(words);
  std::vector<Stretch> stretches;
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t end = first + 1;
    while (end < rows.size() && share_a_gap(rows[end - 1], rows[end])) {
      ++end;
    }
    if (end - first > 1) {
      stretches.push_back(table_of(rows, first, end));
    } else {
      if (stretches.empty() || stretches.back().table) {
        stretches.push_back({false, rows[first].top, {}, {}});
      }
      auto const number = static_cast<std::uint32_t>(stretches.back().lines.size() + 1);
      stretches.back().lines.push_back(line_of(rows[first], number));
    }
    first = end;
  }
  return stretches;
}

} // namespace jixiao::ingest::documents::pdf
