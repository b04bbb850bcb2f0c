#pragma once
// Rows of a form that nobody filled in.
#include "engine/lowering/memory.hpp"
#include "engine/model/indicator.hpp"

namespace jixiao::lowering {

/// True when a row without target and answer has no name either, or has no points and for a name what
/// official forms print in rows to be filled in, or a mark for nothing; then its comparisons say so.
[[nodiscard]] bool is_unnamed(model::Indicator& row, Memory& memory);

} // namespace jixiao::lowering
