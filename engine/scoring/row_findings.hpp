#pragma once
#include "engine/scoring/row.hpp"

namespace jixiao::scoring {

/// Findings that the rules and checks of the pack issue for a row, and that about its cost.
/// Arguments of a pack's findings: {0} what the row (or its part) is called, {1} target, {2} actual, {3}
/// attainment as a percentage, empty when there is none.
void find_in_row(model::ScoredIndicator& row, model::Project const& project, RowContext const& context);

} // namespace jixiao::scoring
