#pragma once
// The budget block of a project: amounts as printed, in yuan.
#include "engine/lowering/compare.hpp"
#include "engine/lowering/memory.hpp"
#include "engine/model/indicator.hpp"
#include "engine/model/raw_table.hpp"

#include <vector>

namespace jixiao::lowering {

struct BudgetRead {
  model::Budget budget;
  BudgetFigures figures;
  std::vector<RowFinding> findings;
};

/// Reads the amounts of the project's first row. An amount takes the unit of its cell, else of its header,
/// else ten thousand yuan with a finding.
[[nodiscard]] BudgetRead read_budget(model::RawRow const& row, model::Header const& header, Memory& memory);

} // namespace jixiao::lowering
