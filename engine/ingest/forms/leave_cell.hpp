#pragma once
// Cells of a row of which nobody knows what they say.
#include "engine/ingest/forms/account.hpp"
#include "engine/ingest/forms/draft.hpp"

namespace jixiao::ingest::forms {

/// Takes the cell of `field` out of `row`, accounts for it as undecided and says so in a finding of the row.
/// False when there is none. Whether the row still says something there (`left`, `cells_left`) the caller
/// decides.
bool leave_cell(Draft& row, vocabulary::RowField field, diagnostic::SourceId source, Account& account);

} // namespace jixiao::ingest::forms
