#pragma once
#include "engine/lowering/memory.hpp"
#include "engine/model/indicator.hpp"

#include <string_view>
#include <vector>

namespace jixiao::lowering {

/// Reads "cancelled = 30; lapsed = 10" into `figures`. False, with the part that is no name with one number,
/// when something cannot be read; the others are read all the same.
bool read_inputs(std::string_view text, Memory& memory, std::vector<model::NamedFigure>& figures,
                 std::string_view& unreadable);

} // namespace jixiao::lowering
