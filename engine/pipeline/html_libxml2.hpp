#pragma once
// Web pages by libxml2. The library is opened when the first page comes, not at start-up: it pulls in tables
// of characters that alone cost more than scoring a small table.
#include "engine/ingest/documents/html_parser.hpp"

namespace jixiao::pipeline {

/// An ingest::documents::HtmlParser. Nothing is fetched, no entity is read from a file.
[[nodiscard]] ingest::documents::HtmlOutcome parse_html(std::string_view utf8,
                                                        ingest::documents::HtmlEvents& events);

} // namespace jixiao::pipeline
