#pragma once
// Tables without ruled lines: words that stand in columns.
#include "engine/ingest/documents/pdf_text.hpp"
#include "engine/model/document.hpp"

namespace jixiao::ingest::documents::pdf {

/// Lines of words that follow each other on a page: a table when some have columns in common, else text.
struct Stretch {
  bool table = false;
  Length top = 0;
  std::vector<Length> columns; ///< of a table: where they begin
  std::vector<model::DocumentLine> lines;
};

/// The words of a page, or of what is left of it between ruled tables, from top to bottom.
[[nodiscard]] std::vector<Stretch> find_stretches(Words const& words);

} // namespace jixiao::ingest::documents::pdf
