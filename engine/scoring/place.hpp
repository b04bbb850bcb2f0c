#pragma once
// Where findings of scoring point: at the cell that they are about.
#include "engine/model/evaluation.hpp"

namespace jixiao::scoring {

/// The cell of `column` in the row; the row's own place where the table has no such column.
[[nodiscard]] diagnostic::Place place_of(model::Indicator const& row, model::Project const& project,
                                         model::Column column);
/// The same in the first row of the project, for what all its rows share.
[[nodiscard]] diagnostic::Place place_of(model::Project const& project, model::Column column);

} // namespace jixiao::scoring
