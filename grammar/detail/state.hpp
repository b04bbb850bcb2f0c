#pragma once
// What all productions share while one text is read.
#include "grammar/cell.hpp"
#include "grammar/detail/draft.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::grammar::detail {

/// A run of characters that a production has taken for something.
struct Piece {
  TokenClass token_class;
  Cursor begin;
  Cursor end;
};

struct State {
  State(WordTable const& table, Limits const& bounds, Cursor first, Cursor last)
      : words(table), limits(bounds), begin(first), end(last) {}

  WordTable const& words;
  Limits const& limits;
  Cursor begin;
  Cursor end;

  /// The pieces taken so far, in order of their places. A production that starts again at some place makes
  /// the pieces from there on obsolete, so backing out needs no bookkeeping.
  std::array<Piece, 48>
      pieces; // filled up to piece_count only: clearing it would cost more than reading a cell
  std::size_t piece_count = 0;
  bool groups = true;                ///< a comma may stand between groups of digits
  std::vector<std::string> computed; ///< values of numerals in words

  void mark(TokenClass token_class, Cursor from, Cursor to) {
    forget(from);
    if (piece_count != pieces.size()) { // beyond that the characters count as text
      pieces[piece_count++] = {token_class, from, to};
    }
  }
  /// Drops the pieces that begin at `from` or behind it.
  void forget(Cursor from) {
    while (piece_count != 0 && pieces[piece_count - 1].begin >= from) {
      --piece_count;
    }
  }
};

} // namespace jixiao::grammar::detail
