#include "engine/lowering/row_facts.hpp"

#include "engine/model/unreadable_cell.hpp"

namespace jixiao::lowering {

using model::Column;
using model::Indicator;
using model::TruthField;

namespace {

void set(Indicator& row, std::size_t compared, TruthField field) {
  for (std::size_t i = 0; i < compared; ++i) {
    row.comparisons[i].facts.set(field, true);
  }
}

} // namespace

bool has_unreadable_cell(model::RawRow const& raw) {
  return raw[Column::target] == model::unreadable_cell || raw[Column::actual] == model::unreadable_cell;
}

void add_row_facts(model::RawRow const& raw, Memory& memory, std::size_t compared, Indicator& row) {
  bool const blank = row.target_text.empty() || row.actual_text.empty();
  if (blank && has_unreadable_cell(raw)) {
    set(row, compared, TruthField::unreadable);
  }
  bool const reason = !row.deviation_reason.empty()
                      && memory.actual(row.deviation_reason).cell.whole.kind != model::CellKind::empty;
  if (reason) { // no "none", no dash
    set(row, compared, TruthField::reason_given);
  }
}

} // namespace jixiao::lowering
