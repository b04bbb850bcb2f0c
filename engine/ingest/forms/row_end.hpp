#pragma once
// Where the rows of a form end, and what stands below them.
#include "engine/ingest/forms/header_line.hpp"

namespace jixiao::ingest::forms {

/// True when the rows of `header` end before line `at`.
[[nodiscard]] bool ends_rows(Lines const& lines, std::size_t at, RowHeader const& header, Words const& words);

/// The first line behind what stands below the rows of a form (conclusions, names, notes), from line `at` on;
/// their cells are entered in `account`.
[[nodiscard]] std::size_t end_of_footer(Lines const& lines, std::size_t at, Words const& words,
                                        Account& account);

} // namespace jixiao::ingest::forms
