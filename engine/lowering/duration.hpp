#pragma once
// Lengths of time in several units (1 hour 20 minutes), and times of day.
#include "engine/lowering/cell.hpp"

#include <string_view>

namespace jixiao::lowering {

/// The cell by itself. A length of time in units one below the other is one number, in the smallest of them;
/// a bracket that says a number of its own is a clause.
[[nodiscard]] Cell read_cell(std::string_view text, grammar::Role role, grammar::CellParser const& parser,
                             vocabulary::Vocabulary const& vocabulary);

/// Whether `text` writes a time of day, or a length of time like one: 0:30, 9:00, full-width colons too.
[[nodiscard]] bool has_clock_time(std::string_view text);

} // namespace jixiao::lowering
