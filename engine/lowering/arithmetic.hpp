#pragma once
// Inner arithmetic of a compound cell: 5 pieces, 13 each, 65 in all. A breakdown that does not add up is a
// finding; it never changes a reading.
#include "engine/lowering/cell.hpp"

#include <vector>

namespace jixiao::lowering {

/// Appends a finding for each stated total of money that no reading of the amounts before it reaches.
void check_arithmetic(std::vector<Part> const& parts, std::vector<model::CellFinding>& findings);

} // namespace jixiao::lowering
