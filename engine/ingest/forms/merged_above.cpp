#include "engine/ingest/forms/merged_above.hpp"

#include "engine/ingest/findings.hpp"
#include "engine/ingest/listing.hpp"

namespace jixiao::ingest::forms {
namespace {

using model::Column;

enum class Sharing : std::uint8_t {
  none,  ///< a field of the project, or a level: others carry it down
  quiet, ///< goes with the target
  told,
  points
};

Sharing sharing(Column column) {
  switch (column) {
  case Column::name:
  case Column::target:
  case Column::actual:
  case Column::pass_threshold: return Sharing::told;
  case Column::relation:
  case Column::measure:
  case Column::direction:
  case Column::deviation_reason: return Sharing::quiet;
  case Column::weight:
  case Column::claimed: return Sharing::points;
  case Column::unit_code:
  case Column::unit:
  case Column::supervising_department:
  case Column::project_code:
  case Column::project:
  case Column::year:
  case Column::initial_budget:
  case Column::adjusted_budget:
  case Column::executed:
  case Column::level1:
  case Column::level2:
  case Column::department_weight:
  case Column::targets:
  case Column::inputs: return Sharing::none;
  }
  return Sharing::none;
}

} // namespace

void take_merged_above(Draft& row, Draft const& above, RowHeader const& header, diagnostic::SourceId source) {
  for (FieldColumn const& field : header.fields) {
    if (!is_column(field.field) || row[field.field] || !above[field.field]) {
      continue;
    }
    auto const column = static_cast<Column>(field.field);
    DraftCell const& cell = *above[field.field];
    Sharing const how = sharing(column);
    if (how == Sharing::none || cell.last_line < row.line) {
      continue;
    }
    if (how != Sharing::quiet) {
      row.findings.push_back(
          diagnostic::make(how == Sharing::points ? ingest::findings::merged_points_shared
                                                  : ingest::findings::merged_value_repeated,
                           {source, row.line, field.column + 1, 0, 0}, {shortened(cell.text)}));
    }
    row[column] = DraftCell{how == Sharing::points ? std::string() : cell.text, {}, 0, 0, cell.last_line};
    row.shared.set(static_cast<std::size_t>(column), how != Sharing::points);
  }
}

} // namespace jixiao::ingest::forms
