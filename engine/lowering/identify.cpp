#include "engine/lowering/identify.hpp"

#include "engine/lowering/fingerprint.hpp"

#include <string>

namespace jixiao::lowering {

using model::Column;

void identify_row(model::RawRow const& raw, model::Project const& project, model::Indicator& row) {
  std::string const& unit = project.unit_code.empty() ? project.unit : project.unit_code;
  std::string const& name = project.code.empty() ? project.name : project.code;
  std::string const ordinal = std::to_string(row.row);
  row.key.reserve(unit.size() + name.size() + ordinal.size() + raw[Column::name].size() + 3);
  row.key.append(unit).append(1, '/').append(name).append(1, '/').append(ordinal).append(1, '/');
  row.key.append(raw[Column::name]);
  Fingerprint print;
  print.add(project.year);
  for (Column const column :
       {Column::level1, Column::level2, Column::name, Column::relation, Column::target, Column::measure,
        Column::weight, Column::direction, Column::actual, Column::pass_threshold}) {
    print.add(raw[column]);
  }
  for (Column const column : {Column::targets, Column::inputs}) {
    if (!raw[column].empty()) { // rows without them keep the digest that they had
      print.add(raw[column]);
    }
  }
  row.digest = print.text();
}

} // namespace jixiao::lowering
