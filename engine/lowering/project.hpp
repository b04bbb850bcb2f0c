#pragma once
// The rows of one project -> a Project: budget, year, indicators, and what shows only between rows.
#include "engine/lowering/memory.hpp"
#include "engine/model/indicator.hpp"
#include "engine/model/raw_table.hpp"

#include <string_view>
#include <vector>

namespace jixiao::lowering {

/// Fills `result` but for its indicators, and `rows`, one for each row of `raw`: all in the storage that they
/// have from their last use.
void lower_project(model::RawProject const& raw, std::string_view default_year, RowDetail detail,
                   Memory& memory, model::Project& result, std::vector<model::Indicator*> const& rows);

} // namespace jixiao::lowering
