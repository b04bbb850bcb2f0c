#pragma once
// "From 80 % to 95 %": one demand, whose first number only says where the change begins.
#include "engine/lowering/cell.hpp"

namespace jixiao::lowering {

/// Marks in a cell the numbers that are to be reached, and those that such a change begins
/// with.
void mark_changes(Cell& cell, vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
