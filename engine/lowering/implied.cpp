#include "engine/lowering/implied.hpp"

#include <utility>

namespace jixiao::lowering {

using model::Implied;
using model::Origin;
using model::Reading;

namespace {

/// Reasons whose texts name neither the indicator nor a unit.
bool speaks_for_itself(std::string_view because) {
  return because == "relation_column" || because == "more_is_better" || because == "money_is_ceiling"
         || because == "entitlement_is_exact" || because == "direction_column" || because == "year_date"
         || because == "more_reduction" || because == "no_growth_is_ceiling";
}

} // namespace

FoundUnit find_unit(number::Rational const& value, std::string_view measure_text,
                    ColumnMeaning const& columns, NameMeaning const& name, Tools const& tools) {
  if (columns.has_measure()) {
    return {columns.measure, std::string(measure_text), unit_of_column, Origin::printed};
  }
  if (Part const* const part = name.unit_for(value)) {
    return {part->measure, part->reading->unit, unit_of_name, Origin::implied};
  }
  if (name.hints.satisfaction || name.hints.percentage) {
    return {tools.units.percent, tools.units.percent_text, percent_by_name, Origin::implied};
  }
  return {};
}

void add_implied(Asked const& asked, FoundUnit const& unit, std::string_view date_reason,
                 std::string_view name, Reading& reading) {
  Implied implied;
  std::string_view because;
  if (!date_reason.empty()) {
    implied.kind = asked.kind;
    implied.from = iso_text(asked.days.from);
    implied.to = iso_text(asked.days.to);
    because = date_reason;
  } else if (asked.is_number() && !asked.about) {
    implied.unit = unit.text;
    if (!reading.relation && asked.value) {
      implied.relation = asked.settled.relation;
      because = asked.settled.because.empty() ? std::string_view("relation_column") : asked.settled.because;
    }
    if (!unit.why.empty() && (because.empty() || because == "more_is_better")) {
      because = unit.why; // the plain "more is better" says least of all
    }
  }
  if (!because.empty()) {
    implied.because = because;
    if (!speaks_for_itself(because)) {
      implied.arguments = {std::string(name), unit.text};
    }
    reading.implied = std::move(implied);
  }
}

model::ReadingPtr with_implied_unit(Reading const& reading, std::string text, std::string_view why) {
  auto result = std::make_shared<Reading>(reading);
  if (!result->implied) {
    result->implied.emplace();
  }
  result->implied->unit = std::move(text);
  if (result->implied->because.empty() || result->implied->because == "more_is_better") {
    result->implied->because = why;
  }
  if (result->implied->arguments.size() < 2) {
    result->implied->arguments.resize(2);
  }
  result->implied->arguments[1] = result->implied->unit;
  return result;
}

model::ReadingPtr with_suspect(Reading const& reading, std::string meant) {
  auto result = std::make_shared<Reading>(reading);
  result->suspect = std::move(meant);
  return result;
}

} // namespace jixiao::lowering
