#pragma once
#include "engine/model/evaluation.hpp"
#include "engine/scoring/points.hpp"
#include "engine/scoring/score.hpp"

#include <vector>

namespace jixiao::scoring {

/// What `--assume` makes of a verdict.
///
/// claims_met: what the ledger calls claimed is given in full, as assumed: a claim whose class allows it, and
/// the width that an answered row leaves (a tier, a deviation inside "about"). An open upper end is no score
/// that can be given, so such a verdict stays as it is.
/// nothing: an assumed verdict is open again over [0, 1] and counts as a claim.
void apply(Assume assume, model::Verdict& verdict);

/// claims_met for a row whose department gives itself the share `most` of the points: together the verdicts
/// get no more than that, nor less than they have earned without it. What stays below an open upper end can
/// be given. False when nothing changed.
bool accept_up_to(Rational const& most, std::vector<model::Verdict>& verdicts);

} // namespace jixiao::scoring
