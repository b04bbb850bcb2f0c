#pragma once
#include "engine/ingest/documents/document_builder.hpp"

#include <string_view>

namespace jixiao::ingest::documents {

/// A table whose cells commas separate, as a grid: a form that was saved as CSV.
void read_csv(std::string_view bytes, DocumentBuilder& builder);

/// True when a text that is called .csv can hardly be an extract with tabs.
[[nodiscard]] bool is_csv(std::string_view bytes, std::string_view file_name);

} // namespace jixiao::ingest::documents
