#pragma once
// Which row alone would move the grade of its project. Private to this folder.
#include "engine/model/evaluation.hpp"
#include "engine/model/grade_moves.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>

namespace jixiao::report {

/// Lines for the better and for the worse grade; empty where nothing could be worked out.
[[nodiscard]] std::string explain_moves(model::ProjectEvaluation const& project,
                                        model::GradeMoves const& moves, rulepack::RulePack const& pack,
                                        vocabulary::Messages const& messages, vocabulary::Language language);

} // namespace jixiao::report
