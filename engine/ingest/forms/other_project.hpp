#pragma once
// Several projects in one grid: what names each of them, and rows that follow without a header of their own.
#include "engine/ingest/forms/table_joiner.hpp"

namespace jixiao::ingest::forms {

/// The header of rows that begin another project below its name at line `at`: that of the table above.
[[nodiscard]] RowHeader header_of_next(RowHeader const& above, std::size_t at);

/// The line of text right above `header` and behind a table that ends before line `end`, when it stands alone
/// there but for titles: the name of the next project, or the head of a page.
[[nodiscard]] std::optional<std::size_t> heading_between(Lines const& lines, std::size_t end,
                                                         RowHeader const& header, Words const& words);

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
/// header or its first row does. A line with the label of a name needs no other table. A heading between two
/// tables that names nothing for sure is left undecided.
void name_projects(std::vector<Table>& tables, Lines const& lines, Words const& words, Account& account);

} // namespace jixiao::ingest::forms
