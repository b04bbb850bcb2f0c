#pragma once
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"

namespace jixiao::scoring {

/// Lowers the total on the scale of 100 to the caps of the pack that hold. A cap of which it is not known
/// whether it holds lowers the lower end alone.
void cap_total(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack);

} // namespace jixiao::scoring
