#include "engine/ingest/documents/pdf_rows.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::ingest::documents::pdf {

namespace {

Length least_height(Words const& words) {
  Length height = std::numeric_limits<Length>::max();
  for (Word const* const word : words) {
    height = std::min(height, word->box.height());
  }
  return height;
}

/// Cells are further apart than the words of one.
std::vector<Piece> pieces_of(Words words) {
  Length const gap = least_height(words) / 2;
  std::stable_sort(words.begin(), words.end(),
                   [](Word const* left, Word const* right) { return left->box.left < right->box.left; });
  std::vector<Piece> pieces;
  for (Word const* const word : words) {
    if (pieces.empty() || word->box.left - pieces.back().right > gap) {
      pieces.push_back({word->box.left, word->box.right, {}});
    }
    pieces.back().right = std::max(pieces.back().right, word->box.right);
    pieces.back().words.push_back(word);
  }
  return pieces;
}

/// The words between two heights at which nothing stands.
std::vector<Row> slices_of(Words words) {
  std::sort(words.begin(), words.end(),
            [](Word const* left, Word const* right) { return left->box.top < right->box.top; });
  std::vector<Row> rows;
  Words row;
  Length end = 0;
  auto const flush = [&] {
    if (!row.empty()) {
      rows.push_back({row.front()->box.top, end, least_height(row), pieces_of(row)});
      row.clear();
    }
  };
  for (Word const* const word : words) {
    // Boxes of lines may touch: a fifth at either side does not count.
    Length const rim = word->box.height() / 5;
    if (row.empty() || word->box.top + rim >= end) {
      flush();
      end = word->box.bottom - rim;
    }
    end = std::max(end, word->box.bottom - rim);
    row.push_back(word);
  }
  flush();
  return rows;
}

Length distance(Row const& above, Row const& below) {
  return below.top - above.bottom;
}

/// True when no piece of one row reaches over two of the other: they may be lines of the same cells.
bool fit(Row const& one, Row const& other) {
  std::size_t i = 0, j = 0;
  bool shared = false; // the piece that reaches further has met one of the other row
  while (i < one.pieces.size() && j < other.pieces.size()) {
    Piece const& left = one.pieces[i];
    Piece const& right = other.pieces[j];
    bool const meet = left.left < right.right && right.left < left.right;
    if (meet && shared) {
      return false;
    }
    if (left.right == right.right) {
      ++i;
      ++j;
      shared = false;
      continue;
    }
    // What ends first is done with; the other one goes on, and has met a piece if these two do.
    bool const first_ends = left.right < right.right;
    bool const goes_on = first_ends ? i + 1 < one.pieces.size() && one.pieces[i + 1].left < right.right
                                    : j + 1 < other.pieces.size() && other.pieces[j + 1].left < left.right;
    shared = meet && goes_on;
    first_ends ? ++i : ++j;
  }
  return true;
}

/// The distance up to which two slices are lines of one row; less than any when distances do not tell.
class LineDistance {
public:
  explicit LineDistance(std::vector<Row> const& slices) {
    Length least = std::numeric_limits<Length>::max();
    for (std::size_t i = 1; i < slices.size(); ++i) {
      if (is_near(slices[i - 1], slices[i]) && slices[i].pieces.size() + slices[i - 1].pieces.size() > 2) {
        least = std::min(least, distance(slices[i - 1], slices[i]));
      }
    }
    if (least == std::numeric_limits<Length>::max()) {
      return;
    }
    // Half of what a thin border takes.
    constexpr Length slack = 250;
    std::size_t lines = 0, rows = 0, further = 0;
    for (std::size_t i = 1; i < slices.size(); ++i) {
      if (!is_near(slices[i - 1], slices[i])) {
        continue;
      }
      if (distance(slices[i - 1], slices[i]) > least + slack) {
        ++further;
      } else if (slices[i - 1].pieces.size() >= 3 && slices[i - 1].pieces.size() == slices[i].pieces.size()) {
        ++rows; // as many cells in both: hardly lines of the same
      } else {
        ++lines;
      }
    }
    if (further != 0 && rows * 4 < lines) {
      most_ = least + slack;
    }
  }

  [[nodiscard]] bool are_one_row(Row const& above, Row const& below) const {
    return distance(above, below) <= most_ && fit(above, below);
  }

private:
  static bool is_near(Row const& above, Row const& below) {
    return distance(above, below) <= std::max(above.height, below.height);
  }

  Length most_ = std::numeric_limits<Length>::min();
};

} // namespace

std::vector<Row> rows_of(Words words) {
  std::vector<Row> const slices = slices_of(std::move(words));
  LineDistance const line_distance(slices);
  std::vector<Row> rows;
  Words row;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    bool const goes_on = i != 0 && line_distance.are_one_row(slices[i - 1], slices[i]);
    if (!goes_on) {
      rows.push_back({slices[i].top, slices[i].bottom, slices[i].height, {}});
      row.clear();
    }
    for (Piece const& piece : slices[i].pieces) {
      row.insert(row.end(), piece.words.begin(), piece.words.end());
    }
    bool const ends = i + 1 == slices.size() || !line_distance.are_one_row(slices[i], slices[i + 1]);
    rows.back().bottom = slices[i].bottom;
    if (ends) {
      rows.back().pieces = pieces_of(row);
    }
  }
  return rows;
}

} // namespace jixiao::ingest::documents::pdf
