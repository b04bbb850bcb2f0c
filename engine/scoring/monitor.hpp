#pragma once
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstdint>

namespace jixiao::scoring {

/// Gives rows, execution and project their lights at the end of `month` (1 to 12): progress against a year
/// that goes by evenly.
void monitor(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack, std::uint32_t month);

} // namespace jixiao::scoring
