#pragma once
#include "engine/scoring/row.hpp"
#include "engine/scoring/weights.hpp"

#include <vector>

namespace jixiao::scoring {

/// Points of every row, of the execution score, of the ledger and of the total: everything that rounds
/// (docs/adr/0006). `splits` stand beside the rows; weights are resolved and sums.max is above 0.
void total_up(model::ProjectEvaluation& evaluation, std::vector<Split> const& splits, WeightSums const& sums,
              rulepack::RulePack const& pack);

/// Points of the rows alone, for a project that has no total.
void exact_points(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack);

} // namespace jixiao::scoring
