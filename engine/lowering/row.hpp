#pragma once
// One raw row -> one indicator.
#include "engine/lowering/budget.hpp"
#include "engine/lowering/memory.hpp"
#include "engine/model/indicator.hpp"
#include "engine/model/raw_table.hpp"

#include <cstdint>

namespace jixiao::lowering {

/// What the rows of one project share.
struct ProjectContext {
  model::Project const& project; ///< its own fields are filled already
  model::Header const& header;
  BudgetFigures const& figures;
  model::Facts const& base; ///< facts of the project
  std::int32_t year = 0;
  RowDetail detail = RowDetail::whole;
};

/// A hash of level 2 and name, by which the rows of a project are told apart; 0 without a name.
using RowPrint = std::uint64_t;

/// Lowers `raw`, the `ordinal`-th row of its project (1-based), into the storage of another indicator.
RowPrint lower_row(model::RawRow const& raw, std::uint32_t ordinal, ProjectContext const& context,
                   Memory& memory, model::Indicator& result);

/// `finding` with its place: the row, the column it is about and the characters inside the cell.
[[nodiscard]] diagnostic::Diagnostic place_finding(RowFinding finding, model::Header const& header,
                                                   std::uint32_t row, std::string_view cell);

} // namespace jixiao::lowering
