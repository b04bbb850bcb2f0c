#pragma once
// A date or period held against a deadline or period: years that are not said, then the days.
#include "engine/lowering/compare.hpp"

namespace jixiao::lowering {

/// `answer` of any kind; one that says no time leaves the question when it was done.
void compare_times(Asked const& asked, Part const& answer, CompareContext const& context,
                   model::Comparison& result, RowNotes& notes);

/// All of it: the same as saying that it is done.
[[nodiscard]] bool says_all(Part const& part);

} // namespace jixiao::lowering
