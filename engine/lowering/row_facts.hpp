#pragma once
// Facts that hold for all that a row compares.
#include "engine/lowering/memory.hpp"
#include "engine/model/indicator.hpp"
#include "engine/model/raw_table.hpp"

#include <cstddef>

namespace jixiao::lowering {

/// Whether the cell of the target or of the actual holds what nobody can read, or whose column is not
/// certain.
[[nodiscard]] bool has_unreadable_cell(model::RawRow const& raw);

/// Adds to the first `compared` comparisons of `row` that its cell of reasons says something, and that one
/// of its cells is unreadable.
void add_row_facts(model::RawRow const& raw, Memory& memory, std::size_t compared, model::Indicator& row);

} // namespace jixiao::lowering
