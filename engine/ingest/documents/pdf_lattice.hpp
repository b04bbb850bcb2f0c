#pragma once
// Tables as their ruled lines draw them.
#include "engine/ingest/documents/pdf_page.hpp"

#include <cstddef>

namespace jixiao::ingest::documents::pdf {

struct LatticeCell {
  std::size_t row = 0, column = 0;
  std::size_t rows = 1, columns = 1;
};

struct Lattice {
  std::vector<Length> columns; ///< from the left border of the first to the right border of the last
  std::vector<Length> rows;    ///< from top to bottom
  std::vector<LatticeCell> cells;
  std::vector<std::size_t> cell_at; ///< index into `cells` for each place, row by row

  [[nodiscard]] Box box() const { return {columns.front(), rows.front(), columns.back(), rows.back()}; }
  [[nodiscard]] Box box(LatticeCell const& cell) const {
    return {columns[cell.column], rows[cell.row], columns[cell.column + cell.columns],
            rows[cell.row + cell.rows]};
  }
  /// The cell over a place inside the table.
  [[nodiscard]] std::size_t cell_over(Length x, Length y) const;
};

/// The ruled tables of a page, from top to bottom.
[[nodiscard]] std::vector<Lattice> find_lattices(std::vector<Ruling> const& rulings);

} // namespace jixiao::ingest::documents::pdf
