#pragma once
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"

namespace jixiao::scoring {

/// The amount that the execution rate divides by; no value when the table does not say it.
[[nodiscard]] std::optional<number::Rational> const& denominator(model::Budget const& budget,
                                                                 rulepack::RulePack const& pack);

/// Adds what rules may ask of the project as a whole: rate, budget, what was spent, both budgets. What is not
/// known stays absent.
void add_project_facts(model::Budget const& budget, model::Execution const& execution,
                       rulepack::RulePack const& pack, model::Facts& facts);

} // namespace jixiao::scoring
