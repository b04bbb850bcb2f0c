#pragma once
// Columns of one meaning, of which a row has one.
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// Where years tell the columns of one meaning apart, that of `year` is read and the others are left out,
/// which a finding says. Without `year`, which is printed around the table, the heads say which year it is
/// about when they agree; nothing is chosen when they do not.
void choose_year(RowHeader& header, std::string const& year, Words const& words,
                 diagnostic::Place const& place, diagnostic::Diagnostics& to);

/// An error for each column of the rows up to line `end` that holds something else than the column read for
/// the same; which of both counts nobody has said, and the rows of `table` have neither.
void leave_repeated(RowHeader const& header, Lines const& lines, std::size_t end, TableDraft& table,
                    Account& account);

} // namespace jixiao::ingest::forms
