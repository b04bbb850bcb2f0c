#pragma once
#include "engine/scoring/row.hpp"

namespace jixiao::scoring {

/// Checks the self-evaluated scores: each row against its points and its score, and their sum against the
/// total. Never trusts them.
void check_claims(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack);

/// Why a claimed score differs from the computed one, as far as it can be proved: a message id of
/// rules/messages/scoring.yaml. The row's score is one number and `claimed` differs from it.
[[nodiscard]] std::string_view difference_cause(model::ScoredIndicator const& row, Rational const& claimed,
                                                Rounder const& round);

inline constexpr std::string_view cause_judgement = "cause_judgement";
inline constexpr std::string_view cause_rounding = "cause_rounding";
inline constexpr std::string_view cause_above_weight = "cause_above_weight";
inline constexpr std::string_view cause_cap_not_applied = "cause_cap_not_applied";
inline constexpr std::string_view cause_rate_multiplied = "cause_rate_multiplied";
inline constexpr std::string_view cause_unit = "cause_unit";
inline constexpr std::string_view cause_other_formula = "cause_other_formula";
inline constexpr std::string_view cause_all_or_nothing = "cause_all_or_nothing";
inline constexpr std::string_view cause_full_marks = "cause_full_marks";
inline constexpr std::string_view cause_met_but_lowered = "cause_met_but_lowered";
inline constexpr std::string_view cause_boundary = "cause_boundary";
inline constexpr std::string_view cause_deducted_with_reason = "cause_deducted_with_reason";
inline constexpr std::string_view cause_missing_reason = "cause_missing_reason";
inline constexpr std::string_view cause_unexplained = "cause_unexplained";

} // namespace jixiao::scoring
