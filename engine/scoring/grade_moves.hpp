#pragma once
// Which row alone could move the grade of a scored project, and what it would have to become.
#include "engine/model/evaluation.hpp"
#include "engine/model/grade_moves.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstddef>

namespace jixiao::scoring {

/// Each row is tried against the whole project: beyond this nothing is worked out.
inline constexpr std::size_t moved_rows_at_most = 300;

/// Every answer has been tried: the project is scored again with the points of that row, rounded and capped
/// as the pack says, everything else as it is.
[[nodiscard]] model::GradeMoves grade_moves(model::ProjectEvaluation const& project,
                                            rulepack::RulePack const& pack);

} // namespace jixiao::scoring
