#include "engine/lowering/relation.hpp"

#include <cstdlib>

namespace jixiao::lowering {

using model::Direction;
using model::Origin;
using model::Relation;

namespace {

/// The relation of a bare number, by the name and the kind of number (design: bare numbers).
Relation usual_relation(NumberTraits const& number, NameMeaning const& name, std::string_view& because) {
  vocabulary::NameHints const& hints = name.hints;
  if (number.reduction) {
    because = "more_reduction";
    return Relation::at_least;
  }
  if (wants_less(hints) || hints.deviation) {
    because = "fewer_is_better";
    return Relation::at_most;
  }
  if (number.no_growth && !hints.money_is_gain) {
    because = "no_growth_is_ceiling";
    return Relation::at_most;
  }
  if (number.zero && !wants_more(hints) && !hints.money_is_gain) {
    because = "zero_is_exact"; // nobody asks for at least nothing
    return Relation::equal;
  }
  if (number.money && hints.entitlement) {
    because = "entitlement_is_exact";
    return Relation::equal;
  }
  if (number.money && number.pays) {
    because = paid_out_goal;
    return Relation::at_least;
  }
  if (number.money && !hints.money_is_gain) {
    because = money_ceiling;
    return Relation::at_most;
  }
  if (number.reached == vocabulary::Trend::fall) {
    because = "reduced_to";
    return Relation::at_most;
  }
  because = "more_is_better";
  return Relation::at_least;
}

void settle_direction(NumberTraits const& number, ColumnMeaning const& columns, NameMeaning const& name,
                      Settled& settled) {
  Relation const relation = *settled.relation;
  Direction direction = direction_of(relation);
  Origin origin = settled.relation_origin;
  if (relation == Relation::equal) {
    bool const printed = columns.direction != Direction::none;
    direction = printed ? columns.direction : number.zero ? Direction::negative : Direction::positive;
    origin = printed ? Origin::printed : Origin::implied;
  } else if (relation == Relation::about) {
    std::string_view because;
    bool const printed = columns.direction != Direction::none;
    direction = printed ? columns.direction : direction_of(usual_relation(number, name, because));
    origin = printed ? Origin::printed : Origin::implied;
  } else if (columns.direction == direction && direction != Direction::none) {
    origin = Origin::printed;
  }
  settled.direction = direction;
  settled.direction_origin = direction == Direction::none ? Origin::none : origin;
}

} // namespace

Direction direction_of(Relation relation) {
  switch (relation) {
  case Relation::at_least:
  case Relation::more_than: return Direction::positive;
  case Relation::at_most:
  case Relation::less_than: return Direction::negative;
  case Relation::equal:
  case Relation::not_equal:
  case Relation::about: return Direction::none;
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

bool wants_less(vocabulary::NameHints const& hints) {
  return hints.lower_is_better && !hints.higher_is_better;
}

bool wants_more(vocabulary::NameHints const& hints) {
  return hints.higher_is_better && !hints.lower_is_better && !hints.deviation;
}

Settled settle_relation(NumberTraits const& number, ColumnMeaning const& columns, NameMeaning const& name) {
  Settled result;
  if (columns.relation) {
    result.relation = columns.relation;
    result.relation_origin = Origin::printed;
  } else if (number.relation) {
    result.relation = number.relation;
    result.relation_origin = Origin::printed;
  } else if (columns.direction != Direction::none) {
    result.relation = columns.direction == Direction::positive ? Relation::at_least : Relation::at_most;
    result.relation_origin = Origin::printed; // the direction column says it in other words
    result.because = "direction_column";
  } else {
    result.relation = usual_relation(number, name, result.because);
    result.relation_origin = Origin::implied;
  }
  result.relation = bounded(result.relation, number.bound);
  settle_direction(number, columns, name, result);
  return result;
}

} // namespace jixiao::lowering
