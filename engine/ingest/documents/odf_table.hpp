#pragma once
// A table of an OpenDocument file: a sheet, or a table in a text. Included by .cpp files only: pugixml stays
// inside.
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/documents/odf_styles.hpp"

#include <pugixml.hpp>
#include <vector>

namespace jixiao::ingest::documents::odf {

struct TableNotes {
  std::vector<pugi::xml_node> nested; ///< tables inside its cells, in order
  std::size_t comments = 0;
};

/// Adds the lines of `table` to the part that `builder` has begun.
[[nodiscard]] TableNotes read_table(pugi::xml_node table, Styles const& styles, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents::odf
