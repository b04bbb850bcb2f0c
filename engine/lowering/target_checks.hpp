#pragma once
// Findings about a target: what contradicts its columns, its name or itself. They never change a reading.
#include "engine/lowering/target.hpp"

namespace jixiao::lowering {

void check_target(TargetTexts const& texts, Tools const& tools, Target& target);

} // namespace jixiao::lowering
