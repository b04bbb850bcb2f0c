#pragma once
// A number held against a number: units, counts of things, slips, then the sets.
#include "engine/lowering/compare.hpp"

namespace jixiao::lowering {

void compare_numbers(Asked const& asked, Answer const& answer, CompareContext const& context,
                     model::Comparison& result, RowNotes& notes);

/// A number as its cell prints it, with its unit, else with the unit of the column.
[[nodiscard]] std::string printed_number(model::Reading const& reading, std::string_view measure_text);

} // namespace jixiao::lowering
