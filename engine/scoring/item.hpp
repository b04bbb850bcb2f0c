#pragma once
#include "engine/scoring/row.hpp"

namespace jixiao::scoring {

/// The item of the pack's form that the row of a department's form is; null when the pack has none of its
/// name.
[[nodiscard]] rulepack::Item const* find_item(model::Indicator const& indicator,
                                              rulepack::RulePack const& pack);

/// What a row of a department's form earns: by the rules of its item where the figures say, else no more than
/// it claims for itself.
[[nodiscard]] model::Verdict judge_form_row(model::ScoredIndicator& row, RowContext const& context);

} // namespace jixiao::scoring
