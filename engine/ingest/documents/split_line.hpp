#pragma once
#include "engine/ingest/documents/document_builder.hpp"

#include <string_view>

namespace jixiao::ingest::documents {

/// The cells of a line of running text, which tabs separate.
[[nodiscard]] model::DocumentLine split_at_tabs(std::uint32_t number, std::string_view text);

/// Adds a paragraph of running text: a table typed with tabs may break its lines inside one.
void add_split_lines(std::uint32_t number, std::string_view paragraph, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
