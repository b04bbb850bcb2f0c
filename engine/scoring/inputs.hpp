#pragma once
#include "engine/scoring/row.hpp"

namespace jixiao::scoring {

/// Puts the figures of the row under the names that the pack gives them. What has no name there, stands
/// twice, is below 0 or has another kind of unit is left out, and said.
void add_inputs(model::ScoredIndicator& row, rulepack::RulePack const& pack, model::Facts& facts);

} // namespace jixiao::scoring
