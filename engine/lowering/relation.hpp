#pragma once
// Which relation and direction hold for a number: what a cell prints, else what the name and the kind of
// number imply.
#include "engine/lowering/cell.hpp"
#include "engine/lowering/columns.hpp"
#include "engine/lowering/name.hpp"
#include "engine/model/indicator.hpp"

#include <optional>
#include <string_view>

namespace jixiao::lowering {

struct Settled {
  std::optional<model::Relation> relation;
  model::Origin relation_origin = model::Origin::none;
  model::Direction direction = model::Direction::none;
  model::Origin direction_origin = model::Origin::none;
  std::string_view because; ///< message id (rules/messages/reading.yaml) when the relation is implied
};

/// What is known of the number before a relation is chosen.
struct NumberTraits {
  std::optional<model::Relation> relation; ///< as the cell itself says
  bool money = false;
  bool zero = false;
  bool reduction = false; ///< "reduced by": the more the better, whatever the name counts
  bool no_growth = false; ///< "zero growth": no more than before
  bool pays = false;      ///< grants and aid to be paid out, and no cost
  vocabulary::Trend reached = vocabulary::Trend::none;     ///< "raised to", "reduced to"
  vocabulary::Bound bound = vocabulary::Bound::as_written; ///< as a remark behind the number says
};

/// Why a bare amount of money is at most what it says.
inline constexpr std::string_view money_ceiling = "money_is_ceiling";
/// Why a bare amount to be paid out is at least what it says.
inline constexpr std::string_view paid_out_goal = "paid_out_is_goal";

[[nodiscard]] Settled settle_relation(NumberTraits const& number, ColumnMeaning const& columns,
                                      NameMeaning const& name);

/// The direction that a relation has by itself; none for equal, not_equal and about.
[[nodiscard]] model::Direction direction_of(model::Relation relation);

/// More is worse beside this name (a fault rate, a response time). Names that say both (the recovery rate of
/// faults) say nothing.
[[nodiscard]] bool wants_less(vocabulary::NameHints const& hints);
[[nodiscard]] bool wants_more(vocabulary::NameHints const& hints);

} // namespace jixiao::lowering
