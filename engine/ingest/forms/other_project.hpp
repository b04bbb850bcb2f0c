#pragma once
// Several projects in one grid: what names each of them, and rows that follow without a header of their own.
#include "engine/ingest/forms/table_joiner.hpp"

namespace jixiao::ingest::forms {

/// The header of rows that begin another project below its name at line `at`: that of the table above.
[[nodiscard]] RowHeader header_of_next(RowHeader const& above, std::size_t at);

/// A line of a text that may hold nothing but the name of a project.
[[nodiscard]] bool is_name_of_text(Line const& line, RowHeader const& header, Words const& words);

/// The label of a project's name and the name, and nothing else.
[[nodiscard]] bool is_labelled_name(Line const& line, Words const& words);

/// True when the line at `at` is the name of another project than the last of `above`, and its rows follow
/// under the same header.
[[nodiscard]] bool names_next_project(Lines const& lines, std::size_t at, RowHeader const& header,
                                      TableDraft const& above, Words const& words);

/// True when the line at `at`, right below `header`, names the project of the rows behind it.
[[nodiscard]] bool names_first_project(Lines const& lines, std::size_t at, RowHeader const& header,
                                       Words const& words);

/// Where tables follow each other and none names its project, a line over the whole width right above its
/// header or its first row does. A line with the label of a name needs no other table.
void name_projects(std::vector<Table>& tables, Lines const& lines, Words const& words, Account& account);

} // namespace jixiao::ingest::forms
