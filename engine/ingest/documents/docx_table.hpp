#pragma once
// A table of a Word document as lines of cells. Included by .cpp files only: pugixml stays inside.
#include "engine/ingest/documents/docx_blocks.hpp"
#include "engine/ingest/listing.hpp"
#include "engine/model/document.hpp"

namespace jixiao::ingest::documents::docx {

struct Table {
  std::vector<model::DocumentLine> lines; ///< with their blank cells
  std::vector<pugi::xml_node> nested;     ///< tables inside its cells, in order
  Listing covered;                        ///< texts under merged cells
};

/// `most_columns`: cells further to the right are not looked for.
[[nodiscard]] Table read_table(pugi::xml_node table, std::uint32_t most_columns, Counts& counts);

} // namespace jixiao::ingest::documents::docx
