#pragma once
// Tables of which two halves stand side by side under the same heads.
#include "engine/ingest/forms/line.hpp"
#include "engine/ingest/forms/words.hpp"

#include <optional>

namespace jixiao::ingest::forms {

/// `lines` with the right half of every such table, its heads first, behind the left half. Two sets of
/// indicators below the head of a whole period are no halves, nor are two forms that each name a project:
/// left as they are.
[[nodiscard]] Lines stack_halves(Lines lines, Words const& words);

/// True when a head of a whole period is printed left of `column` in the lines of the table above line `at`,
/// or in it, and none to the right.
[[nodiscard]] bool prints_whole_period(Lines const& lines, std::size_t at, std::uint32_t column,
                                       Words const& words);

/// True when the heads in line `at` are those of two forms side by side, each about a project of its own.
[[nodiscard]] bool is_of_two_forms(Lines const& lines, std::size_t at, Words const& words);

} // namespace jixiao::ingest::forms
