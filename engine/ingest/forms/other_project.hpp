#pragma once
// Several projects in one grid: what names each of them, and rows that follow without a header of their own.
#include "engine/ingest/forms/table_joiner.hpp"

namespace jixiao::ingest::forms {

/// The header of rows that begin another project below its name at line `at`: that of the table above.
[[nodiscard]] RowHeader header_of_next(RowHeader const& above, std::size_t at);

/// True when the line at `at` is the name of another project whose rows follow under the header above.
[[nodiscard]] bool names_next_project(Lines const& lines, std::size_t at, RowHeader const& above,
                                      Words const& words);

/// Where tables follow each other in one grid and none names its project, a line over the whole width right
/// above its header or its first row does.
void name_projects(std::vector<Table>& tables, Lines const& lines, Words const& words, Account& account);

} // namespace jixiao::ingest::forms
