#pragma once
#include "engine/lowering/target.hpp"
#include "engine/model/indicator.hpp"

#include <memory>

namespace jixiao::lowering {

/// Reads what a form prints about the execution of its budget; null when it says nothing. What is no number
/// is left out: most forms put a dash where nothing belongs.
[[nodiscard]] std::shared_ptr<model::StatedExecution const> read_stated(model::PrintedAbove const& above,
                                                                        Tools const& tools);

} // namespace jixiao::lowering
