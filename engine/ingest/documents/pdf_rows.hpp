#pragma once
// Rows of words where no ruled lines say what a row is.
#include "engine/ingest/documents/pdf_text.hpp"

namespace jixiao::ingest::documents::pdf {

/// Words beside each other without a gap, over all text lines of a row.
struct Piece {
  Length left = 0, right = 0;
  Words words;
};

struct Row {
  Length top = 0, bottom = 0;
  Length height = 0; ///< of its words, the least
  std::vector<Piece> pieces;
};

/// The rows of a page from top to bottom. Text lines of cells with several are one row where the distances
/// between lines say so.
[[nodiscard]] std::vector<Row> rows_of(Words words);

} // namespace jixiao::ingest::documents::pdf
