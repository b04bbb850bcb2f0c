#pragma once
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/documents/html_parser.hpp"

#include <string_view>

namespace jixiao::ingest::documents {

/// A web page: tables as grids, what stands between them as running text. A table inside a cell follows the
/// table that holds it. Scripts and styles are no text.
void read_html(std::string_view bytes, HtmlParser parse, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
