#pragma once
// Rows that lost a cell, so that others may stand in its place.
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// Where every other row ends in its claim and one does not, its cells may stand one column too far left:
/// what may be another column's is left undecided, and said. The same where only the order of the cells is
/// known, and where a percentage stands among weights.
void doubt_short_rows(TableDraft& table, RowHeader const& header, Words const& words, Account& account);

} // namespace jixiao::ingest::forms
