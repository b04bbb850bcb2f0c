#pragma once
#include "engine/scoring/row.hpp"

#include <vector>

namespace jixiao::scoring {

/// Why the execution score stays outside a total although there are amounts.
enum class LeftOut : std::uint8_t {
  no,
  no_room,     ///< the weights of the rows leave no points for it
  stated_zero, ///< the form gives it no points
  form_total,  ///< the form's own sum of weights is that of the rows alone
};

/// What the weights of a table add up to.
struct WeightSums {
  Rational max;                 ///< points of the rows that count
  Rational lost;                ///< points of levels that have no row and stay lost (part of max)
  bool distributed = false;     ///< the table prints no weights at all
  Rational printed;             ///< sum of the weights of all rows, due or not
  Rational execution;           ///< points of the execution score, as the form prints them or the pack has
  bool execution_added = false; ///< there is room for the execution score, and no row has it
  LeftOut left_out = LeftOut::no;
  bool shares = false;            ///< the weights look like shares of 1, not points
  std::uint32_t rows_outside = 0; ///< rows whose weight is not known
};

/// Gives every row its weight and origin; rows whose weight is not known stay outside the total, open or
/// unreadable. Findings go to the rows and to `evaluation`.
[[nodiscard]] WeightSums resolve_weights(model::ProjectEvaluation& evaluation, RowContext const& context);

/// The part of it for tables without any weight: level points of the pack, split equally inside a level.
void distribute_weights(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack,
                        WeightSums& sums);

/// True when the row takes part in weights: everything but rows that nobody filled in. A row that is not due
/// keeps its weight, and its points leave the total.
[[nodiscard]] inline bool is_weighed(model::ScoredIndicator const& row) {
  return row.status != model::Status::excluded;
}

/// True when the row is the budget execution score itself.
[[nodiscard]] bool is_execution(model::ScoredIndicator const& row);

} // namespace jixiao::scoring
