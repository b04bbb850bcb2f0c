#pragma once
// What only the whole row shows of its two cells.
#include "engine/lowering/compare.hpp"
#include "engine/model/evaluation.hpp"

namespace jixiao::lowering {

/// Units and slips that `notes` of comparing have found go into copies of the readings of `row`. Takes the
/// texts out of `notes`.
void complete_readings(Target const& target, RowNotes& notes, model::Indicator& row);

} // namespace jixiao::lowering
