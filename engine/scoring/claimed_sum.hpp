#pragma once
#include "engine/model/evaluation.hpp"

namespace jixiao::scoring {

/// Holds the sums of claimed scores that the table prints against the claims of their rows and against the
/// total. Nothing is scored by them.
void check_claimed_sums(model::ProjectEvaluation& evaluation);

} // namespace jixiao::scoring
