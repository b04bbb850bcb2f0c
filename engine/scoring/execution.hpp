#pragma once
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"

namespace jixiao::scoring {

/// Rate and share of the execution score; points and `added` follow with the weights. A budget that is stated
/// as 0, or a table without any column for amounts, makes it not applicable, and nothing is divided; an
/// amount that is missing, not understood or negative leaves it open.
/// `facts` become those of the project as a whole.
[[nodiscard]] model::Execution judge_execution(model::Budget const& budget, rulepack::RulePack const& pack,
                                               model::Facts& facts);

/// What the execution deserves to have said about it, in a project that is scored. `has_room`: the table
/// leaves points for it, so that a missing amount matters to the total.
void check_execution(model::ProjectEvaluation& evaluation, bool has_room, rulepack::RulePack const& pack);

/// A cost row whose target is the budget: execution and cost then tell one fact twice, with opposite signs.
[[nodiscard]] bool repeats_execution(model::Indicator const& indicator, model::Budget const& budget);

} // namespace jixiao::scoring
