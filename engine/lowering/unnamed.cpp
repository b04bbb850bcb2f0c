#include "engine/lowering/unnamed.hpp"

namespace jixiao::lowering {

bool is_unnamed(model::Indicator& row, Memory& memory) {
  if (row.name.empty()) {
    return true;
  }
  bool const points = row.weight || row.weight_unreadable;
  if (points || memory.actual(row.name).reading->kind != model::CellKind::empty) {
    return false;
  }
  for (model::Comparison& each : row.comparisons) {
    each.facts.set(model::TruthField::named, false);
  }
  return true;
}

} // namespace jixiao::lowering
