#pragma once
#include "engine/ingest/documents/document_builder.hpp"

#include <string_view>

namespace jixiao::ingest::documents {

/// A PDF by what poppler's programs print of it. `boxes` is from `pdftotext -bbox-layout`: the words of each
/// page with their boxes. `drawing` is from `pdftocairo -svg`, or empty: its ruled lines say where cells are;
/// without them words that stand in columns become grids. A table that goes on over pages is one part.
void read_pdf_boxes(std::string_view boxes, std::string_view drawing, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
