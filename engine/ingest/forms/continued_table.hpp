#pragma once
// Tables that were cut in two: the rows go on in another part of the document.
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// True when the part that begins at line `at` holds rows that fit `header` and says nothing of its own
/// before them.
[[nodiscard]] bool goes_on(Lines const& lines, std::size_t at, RowHeader const& header, Words const& words);

/// True when the row in `line` names a level 1 that the rows of `table` have left behind: another project's
/// rows begin.
[[nodiscard]] bool begins_anew(Line const& line, RowHeader const& header, TableDraft const& table,
                               Words const& words);

/// The header again, or a line over the whole width, and below it a level 1 that was done with; or a name
/// that is counted as the first project was: at line `at`, before `most`, rows of another project begin,
/// however it is called.
[[nodiscard]] bool begins_other_project(Lines const& lines, std::size_t at, std::size_t most,
                                        RowHeader const& header, TableDraft const& table, Words const& words);

/// A blank line, or the sum of all rows, above a level 1 that was done with; or a sum of all the points that
/// a project has: the row at line `at` is the first of another project that nothing names.
[[nodiscard]] bool begins_bare_project(Lines const& lines, std::size_t at, RowHeader const& header,
                                       TableDraft const& table, Words const& words);

/// Puts `more` behind the rows of `to`, and says so as `code` at `place`. Rows that name no project belong to
/// the last one of `to`.
void append_rows(TableDraft& to, TableDraft&& more, diagnostic::Code const& code,
                 diagnostic::Place const& place);

} // namespace jixiao::ingest::forms
