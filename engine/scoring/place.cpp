#include "engine/scoring/place.hpp"

namespace jixiao::scoring {
namespace {

diagnostic::Place in_column(diagnostic::Place place, std::uint32_t column) {
  place.column = column == 0 ? place.column : column;
  return place;
}

} // namespace

diagnostic::Place place_of(model::Indicator const& row, model::Project const& project, model::Column column) {
  return in_column(row.place, project.columns[static_cast<std::size_t>(column)]);
}

diagnostic::Place place_of(model::Project const& project, model::Column column) {
  auto const index = static_cast<std::size_t>(column);
  if (project.above && project.above->places[index].row != 0) {
    return project.above->places[index];
  }
  return in_column(project.place, project.columns[index]);
}

} // namespace jixiao::scoring
