#pragma once
// Lines among and behind the rows that are no rows.
#include "engine/ingest/forms/header_line.hpp"

namespace jixiao::ingest::forms {

/// True when the rows of `header` end before line `at`.
[[nodiscard]] bool ends_rows(Lines const& lines, std::size_t at, RowHeader const& header, Words const& words);

/// The first line behind what stands below the rows of a form (conclusions, names, notes), from line `at` on;
/// their cells are entered in `account`.
[[nodiscard]] std::size_t end_of_footer(Lines const& lines, std::size_t at, Words const& words,
                                        Account& account);

/// A number of a page, or "continued".
[[nodiscard]] bool is_page_mark(Line const& line, Words const& words);

/// Numbers of the columns, from 1 on, as some forms print them below the heads.
[[nodiscard]] bool is_column_numbers(Line const& line);

/// One cell of an author's grid across name and target that names no level: a note, a heading.
[[nodiscard]] bool is_remark(Line const& line, RowHeader const& header, Words const& words);

/// A line of sums: of points, or of a unit's projects.
[[nodiscard]] bool is_total_line(Line const& line, Words const& words);

} // namespace jixiao::ingest::forms
