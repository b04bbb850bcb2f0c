#pragma once
// Cells of an author's grid that reach down over several rows.
#include "engine/ingest/forms/draft.hpp"

namespace jixiao::ingest::forms {

/// Gives `row` what a merged cell of the row above it says of both, and says so. Points are not shared out:
/// they exist once, and nobody has said how the rows divide them.
void take_merged_above(Draft& row, Draft const& above, RowHeader const& header, diagnostic::SourceId source);

} // namespace jixiao::ingest::forms
