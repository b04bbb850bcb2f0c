#pragma once
// What a careful reader adds to a cell: `implied` of the parse object.
#include "engine/lowering/target.hpp"

namespace jixiao::lowering {

/// Why a unit was supplied, as a message id of rules/messages/reading.yaml.
inline constexpr std::string_view unit_of_column = "unit_of_column";
inline constexpr std::string_view unit_of_name = "unit_of_name";
inline constexpr std::string_view unit_of_answer = "unit_of_answer";
inline constexpr std::string_view unit_of_target = "unit_of_target";
inline constexpr std::string_view unit_of_budget = "unit_of_budget";
inline constexpr std::string_view percent_by_name = "percent_by_name";
inline constexpr std::string_view scale_of_money = "scale_of_money";

/// A unit found in the context. `why` is empty when there is none.
struct FoundUnit {
  Measure measure;
  std::string text; ///< as written where it was found
  std::string_view why;
  model::Origin origin = model::Origin::none;
};

/// The unit of a number that prints none: the unit column, then the name.
[[nodiscard]] FoundUnit find_unit(number::Rational const& value, std::string_view measure_text,
                                  ColumnMeaning const& columns, NameMeaning const& name, Tools const& tools);

/// Sets `implied` as the target's own context gives it: a date, a relation, a unit.
void add_implied(Asked const& asked, FoundUnit const& unit, std::string_view date_reason,
                 std::string_view name, model::Reading& reading);

/// `reading` with a unit that something else in the row has supplied.
[[nodiscard]] model::ReadingPtr with_implied_unit(model::Reading const& reading, std::string text,
                                                  std::string_view why);
/// `reading` with the text that was probably meant.
[[nodiscard]] model::ReadingPtr with_suspect(model::Reading const& reading, std::string meant);

} // namespace jixiao::lowering
