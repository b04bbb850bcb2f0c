#pragma once
#include "engine/scoring/row.hpp"

namespace jixiao::scoring {

/// Fills the queue: what is still owed, by points at stake, ties by row. A row outside the total for want of
/// a weight stands last, with the question for its weight. An executed amount that is missing beside a known
/// budget has the row 0.
void fill_queue(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack);

/// Questions that scoring itself asks (rules/messages/scoring.yaml).
inline constexpr std::string_view question_weight = "question_weight";
inline constexpr std::string_view question_confirm = "question_confirm";
inline constexpr std::string_view question_point = "question_point";
inline constexpr std::string_view question_settle = "question_settle";
inline constexpr std::string_view question_judge = "question_judge";
inline constexpr std::string_view question_evidence = "question_evidence";
inline constexpr std::string_view question_executed = "question_executed";
inline constexpr std::string_view question_budget = "question_budget";
inline constexpr std::string_view question_amounts = "question_amounts";

} // namespace jixiao::scoring
