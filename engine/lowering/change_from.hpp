#pragma once
// "From 80 % to 95 %": one demand, whose first number only says where the change begins.
#include "engine/lowering/cell.hpp"

namespace jixiao::lowering {

/// Marks the two numbers of a cell that says nothing else than from where to where something rose or fell.
/// Where it says more (a plan, a year, one number only), all of its numbers are marked as odd.
void mark_change(Cell& cell, vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
