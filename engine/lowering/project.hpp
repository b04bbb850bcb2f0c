#pragma once
// The rows of one project -> a Project: budget, year, indicators, and what shows only between rows.
#include "engine/lowering/memory.hpp"
#include "engine/model/indicator.hpp"
#include "engine/model/raw_table.hpp"

#include <string_view>

namespace jixiao::lowering {

[[nodiscard]] model::Project lower_project(model::RawProject&& raw, std::string_view default_year,
                                           Memory& memory);

} // namespace jixiao::lowering
