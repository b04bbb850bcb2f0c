#pragma once
// Lines of cells as the recognition of forms works on them: blank cells gone, every cell with its origin.
#include "engine/ingest/forms/account.hpp"

#include <string>
#include <vector>

namespace jixiao::ingest::forms {

struct Cell {
  std::string text;          ///< trimmed
  std::vector<CellId> from;  ///< cells of the document that it was made of; the first one is its place
  std::uint32_t column = 0;  ///< 0-based
  std::uint32_t columns = 1; ///< that it covers
  std::uint32_t line = 0;    ///< where it begins
  std::uint32_t last_line = 0;
  std::uint32_t rows = 1; ///< that it covers when merged
};

/// How far columns can be relied on.
enum class Grid : std::uint8_t {
  author, ///< the author's own columns
  tabs,   ///< of a text: they drift
  order   ///< one cell a line: only the order is known
};

struct Line {
  std::uint32_t part = 0;
  std::uint32_t number = 0;
  Grid grid = Grid::author;
  std::uint32_t width = 0; ///< columns of a text, blank ones too; 0: not known
  bool after_gap = false;  ///< blank lines, or the end of a part, stand before it
  bool narrow = false;     ///< made of lines of one cell, and known to be of a table
  bool beside = false;     ///< heads the right half of a table, whose left half stands above it now
  std::vector<Cell> cells;
};

using Lines = std::vector<Line>;

/// The lines of all parts in order. Every cell that is not blank is entered in `account`.
[[nodiscard]] Lines flatten(model::Document const& document, Account& account);

} // namespace jixiao::ingest::forms
