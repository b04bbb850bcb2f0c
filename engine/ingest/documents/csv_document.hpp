#pragma once
#include "engine/ingest/documents/document_builder.hpp"

#include <optional>
#include <string_view>

namespace jixiao::ingest::documents {

/// What separates the cells of a text that its name calls a table of a spreadsheet program (.csv, .tsv,
/// .tab); no value for other names: an extract with tabs.
[[nodiscard]] std::optional<char> separator_of(std::string_view bytes, std::string_view file_name);

/// Such a table as a grid: a form that was saved as one.
void read_separated(std::string_view bytes, char separator, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
