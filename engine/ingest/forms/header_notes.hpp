#pragma once
// What is said of a header.
#include "engine/ingest/forms/header_line.hpp"

#include <string>

namespace jixiao::ingest::forms {

/// Its heads, for findings.
[[nodiscard]] std::string texts_of(RowHeader const& header);
/// The cells of `line`, for findings.
[[nodiscard]] std::string texts_of(Line const& line);

/// Names the heads that nobody knows, and those of a second set of indicators, which is left out.
void note_heads(RowHeader const& header, diagnostic::Place const& place, diagnostic::Diagnostics& to);

/// An error for each column of the rows up to line `end` that holds what another column is read for.
void note_repeated(RowHeader const& header, Lines const& lines, std::size_t end, diagnostic::SourceId source,
                   diagnostic::Diagnostics& to);

} // namespace jixiao::ingest::forms
