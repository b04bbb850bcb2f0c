#pragma once
// The other half of an explanation: why not more, and how far it would be. Private to this folder, but for
// explain_grade in report.hpp.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <optional>
#include <string>

namespace jixiao::report {

/// A figure of a comparison with its unit; time, which is compared in seconds, in the largest unit in which
/// it is a whole number.
[[nodiscard]] std::string amount_text(number::Rational const& value, model::Comparison const& comparison,
                                      vocabulary::Messages const& messages, vocabulary::Language language);

/// Lines for a comparison that did not earn all points; empty for one that did.
[[nodiscard]] std::string why_not_more(model::Indicator const& indicator, std::size_t comparison,
                                       model::Verdict const& verdict, rulepack::RulePack const& pack,
                                       vocabulary::Messages const& messages, vocabulary::Language language);

/// What a row comes to when it is rounded by itself, where that is not what it shows: rows rounded so that
/// they add up to their rounded sum may be a step off. Full marks are never rounded away from what the row is
/// worth.
[[nodiscard]] std::optional<number::Interval> own_rounding(model::ScoredIndicator const& scored,
                                                           rulepack::RulePack const& pack);

/// Compared as ratios without a unit: people say percent.
[[nodiscard]] bool is_ratio(model::Comparison const& comparison);

} // namespace jixiao::report
