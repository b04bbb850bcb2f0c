#include "engine/model/raw_table.hpp"

#include <cstdlib>

namespace jixiao::model {

std::string_view name(Column column) {
  switch (column) {
  case Column::unit_code: return "unit_code";
  case Column::unit: return "unit";
  case Column::supervising_department: return "supervising_department";
  case Column::project_code: return "project_code";
  case Column::project: return "project";
  case Column::year: return "year";
  case Column::initial_budget: return "initial_budget";
  case Column::adjusted_budget: return "adjusted_budget";
  case Column::executed: return "executed";
  case Column::level1: return "level1";
  case Column::level2: return "level2";
  case Column::name: return "name";
  case Column::relation: return "relation";
  case Column::target: return "target";
  case Column::measure: return "measure";
  case Column::weight: return "weight";
  case Column::direction: return "direction";
  case Column::actual: return "actual";
  case Column::claimed: return "claimed";
  case Column::deviation_reason: return "deviation_reason";
  case Column::pass_threshold: return "pass_threshold";
  case Column::department_weight: return "department_weight";
  case Column::targets: return "targets";
  case Column::inputs: return "inputs";
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

} // namespace jixiao::model
