#pragma once
// What is said of a header.
#include "engine/ingest/forms/header_line.hpp"

#include <string>

namespace jixiao::ingest::forms {

/// Its heads, for findings.
[[nodiscard]] std::string texts_of(RowHeader const& header);
/// The cells of `line`, for findings.
[[nodiscard]] std::string texts_of(Line const& line);

/// Names the heads that nobody knows, those of points of levels and of printed rules, and those of a second
/// set of indicators: all of them are left out.
void note_heads(RowHeader const& header, diagnostic::Place const& place, Words const& words,
                diagnostic::Diagnostics& to);

} // namespace jixiao::ingest::forms
