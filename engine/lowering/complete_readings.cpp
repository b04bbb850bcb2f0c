#include "engine/lowering/complete_readings.hpp"

#include "engine/lowering/implied.hpp"

#include <utility>

namespace jixiao::lowering {

void complete_readings(Target const& target, RowNotes& notes, model::Indicator& row) {
  bool const single = target.asked.size() == 1 && !target.compound;
  if (single && !notes.target_why.empty()
      && !(row.target->implied && row.target->implied->unit == notes.target_unit)) {
    row.target = with_implied_unit(*row.target, std::move(notes.target_unit), notes.target_why);
  }
  if (!notes.actual_why.empty() && row.actual->kind == model::CellKind::quantity) {
    row.actual = with_implied_unit(*row.actual, std::move(notes.actual_unit), notes.actual_why);
  }
  if (single && !notes.suspect_target.empty()) {
    row.target = with_suspect(*row.target, std::move(notes.suspect_target));
  }
  if (!notes.suspect_actual.empty()) {
    row.actual = with_suspect(*row.actual, std::move(notes.suspect_actual));
  }
}

} // namespace jixiao::lowering
