#pragma once
// Rows of a text that lost a cell together with its tab.
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// Where every other row ends in its claim and one does not, its cells may stand one column too far left:
/// what may be another column's is left undecided, and said.
void doubt_short_rows(TableDraft& table, RowHeader const& header, Words const& words, Account& account);

} // namespace jixiao::ingest::forms
