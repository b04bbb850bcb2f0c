#pragma once
#include "engine/scoring/points.hpp"
#include "engine/scoring/score.hpp"
#include "engine/scoring/split.hpp"

namespace jixiao::scoring {

/// Evidence ids that no pack writes: what scoring itself decides.
inline constexpr std::string_view evidence_judgement = "judgement";
inline constexpr std::string_view evidence_not_due = "not_due";
inline constexpr std::string_view evidence_bonus = "bonus";
inline constexpr std::string_view evidence_execution_row = "execution_row";
inline constexpr std::string_view evidence_department_claim = "department_claim";
inline constexpr std::string_view evidence_department_rule = "department_rule";
inline constexpr std::string_view evidence_department_item = "department_item";

/// What the rows of one project are judged with.
struct RowContext {
  rulepack::RulePack const& pack;
  rulepack::Judge& judge; ///< of that pack
  Assume assume;
  DecisionFinder const& decide;
  model::Execution const& execution;
  model::Budget const& budget;
  bool department_form = false;
};

/// Judges a row: verdicts, share, status, column and evidence of `row`, and its `split`, which is a new one.
/// Points come later (weights.hpp).
void judge_row(model::ScoredIndicator& row, Split& split, RowContext const& context);

/// Judges again with the row's weight among the facts, when a rule of the pack decided without it.
void judge_with_weight(model::ScoredIndicator& row, Split& split, RowContext const& context);

/// `--assume claims-met` for a row with a claimed score, once its weight is known: it gets what it claims, at
/// most. Rows without one were accepted when they were judged.
void accept_claim(model::ScoredIndicator& row, Split& split, RowContext const& context);

/// True when the row carries points: neither excluded nor not applicable.
[[nodiscard]] inline bool counts(model::ScoredIndicator const& row) {
  return row.status != model::Status::excluded && row.status != model::Status::not_applicable;
}

} // namespace jixiao::scoring
