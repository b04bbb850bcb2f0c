#pragma once
#include "engine/scoring/weights.hpp"

namespace jixiao::scoring {

/// Holds rate, points and claimed score that a form prints for the execution against the computed ones, and
/// says why the execution is left out of the total where it is. Never trusts them.
void check_stated(model::ProjectEvaluation& evaluation, WeightSums const& sums,
                  rulepack::RulePack const& pack);

} // namespace jixiao::scoring
