#pragma once
// Targets that were adjusted in the course of the year, in a column beside the first ones.
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// Takes the adjusted target where its cell is filled in, and says so at the row; `end` is behind the rows,
/// which all stand in `lines` below the header. The column is then no repeated one.
void take_adjusted_targets(RowHeader& header, Lines const& lines, std::size_t end, Words const& words,
                           TableDraft& table, Account& account);

} // namespace jixiao::ingest::forms
