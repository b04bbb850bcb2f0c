#pragma once
#include "engine/ingest/documents/document_builder.hpp"

#include <string_view>

namespace jixiao::ingest::documents {

/// What `pdftotext -bbox-layout` prints: the words of each page with their boxes. Lines of words that stand
/// in columns become grids, the others running text; a table that goes on over pages is one.
void read_pdf_boxes(std::string_view bytes, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
