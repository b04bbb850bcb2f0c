#include "engine/lowering/number_facts.hpp"

#include "engine/model/relation.hpp"

#include <cassert>
#include <utility>

namespace jixiao::lowering {

using model::Direction;
using model::Facts;
using model::NumberField;
using model::Origin;
using model::Position;
using model::Relation;
using model::RelationWord;
using model::Truth;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;

namespace {

/// Where `answer` lies against `target`, and the verdict that follows.
Position locate(Interval const& answer, Interval const& target, Facts& facts) {
  if (number::is_subset(answer, target)) {
    facts.set(TruthField::met, Truth::yes);
    return answer == target ? Position::same : Position::inside;
  }
  bool const apart = number::is_disjoint(answer, target);
  facts.set(TruthField::met, apart ? Truth::no : Truth::unknown);
  return apart ? Position::outside : Position::overlap;
}

void set_position(Position position, bool point, Facts& facts) {
  facts.set(WordField::position, point ? Position::point : position);
  if (!point && position == Position::same) {
    facts.set(TruthField::restated, Truth::yes);
  }
}

/// The relation that decides: `about` is judged as at_least or at_most, by its direction.
Relation deciding_relation(Settled const& settled) {
  if (settled.relation == Relation::about) {
    return settled.direction == Direction::negative ? Relation::at_most : Relation::at_least;
  }
  return *settled.relation;
}

/// A relation or direction that was supplied matters unless the verdict is the same under every candidate:
/// that is, unless actual and target are one number. Nothing but 0 meets "= 0", in either direction.
bool supplied_matters(Settled const& settled, Rational const& target, bool equal) {
  if (equal) {
    return false;
  }
  bool const direction_matters = settled.relation == Relation::equal && !target.is_zero();
  return settled.relation_origin == Origin::implied
         || (direction_matters && settled.direction_origin == Origin::implied);
}

} // namespace

RelationWord word_of(Relation relation) {
  // The words stand in the order of the relations, behind "none".
  return static_cast<RelationWord>(static_cast<std::uint8_t>(relation) + 1);
}

Interval set_of(Rational const& value, std::optional<Relation> relation) {
  if (relation) {
    switch (*relation) {
    case Relation::at_least: return Interval::at_least(value);
    case Relation::at_most: return Interval::at_most(value);
    case Relation::more_than: return Interval::at_least(value, false);
    case Relation::less_than: return Interval::at_most(value, false);
    case Relation::not_equal: return Interval::everything();
    case Relation::equal:
    case Relation::about: break;
    }
  }
  return Interval::point(value);
}

Interval answer_set(Part const& answer, Rational const& factor) {
  if (answer.value) {
    return set_of(*answer.value * factor, answer.relation);
  }
  return *answer.ends * Interval::point(factor);
}

void add_point_facts(Settled const& settled, Rational const& target, Rational const& actual, Facts& facts) {
  Relation const relation = deciding_relation(settled);
  bool const equal = actual == target;
  facts.set(TruthField::quantity, Truth::yes);
  facts.set(WordField::relation, word_of(*settled.relation));
  facts.set(WordField::direction, settled.direction);
  facts.set(TruthField::met, model::meets(relation, actual, target));
  facts.set(TruthField::at_limit, model::is_at_limit(relation, actual, target));
  facts.set(WordField::position, Position::point);
  if (supplied_matters(settled, target, equal)) {
    facts.set(TruthField::assumed, Truth::yes);
  }
  facts.set(NumberField::target, target);
  facts.set(NumberField::actual, actual);
}

Interval absolute(Interval const& value) {
  Rational const zero = 0;
  bool const below = value.low.value && *value.low.value >= zero;
  bool const above = value.high.value && *value.high.value <= zero;
  if (below) {
    return value;
  }
  if (above) {
    return -value;
  }
  Interval result = number::hull(value, -value); // 0 lies inside
  result.low = {zero, true};
  return result;
}

void add_number_facts(Asked const& asked, Rational const& target, Interval answer, Facts& facts) {
  Settled const& settled = asked.settled;
  if (answer.is_point()) {
    add_point_facts(settled, target, *answer.low.value, facts);
    return;
  }
  Relation const relation = deciding_relation(settled);
  facts.set(TruthField::quantity, Truth::yes);
  facts.set(WordField::relation, word_of(*settled.relation));
  facts.set(WordField::direction, settled.direction);
  if (relation == Relation::not_equal) {
    bool const apart = !answer.contains(target);
    facts.set(TruthField::met, apart ? Truth::yes : Truth::unknown);
    facts.set(WordField::position, apart ? Position::inside : Position::overlap);
  } else {
    set_position(locate(answer, set_of(target, relation), facts), false, facts);
  }
  if (settled.relation_origin == Origin::implied || settled.direction_origin == Origin::implied) {
    facts.set(TruthField::assumed, Truth::yes);
  }
  facts.set(NumberField::target, target);
  facts.number(NumberField::actual) = std::move(answer);
}

void add_range_facts(Interval const& target, Interval answer, Facts& facts) {
  facts.set(TruthField::quantity, Truth::yes);
  set_position(locate(answer, target, facts), answer.is_point(), facts);
  // The end that the answer misses gives the range its relation; inside both hold and the lower one is named.
  bool const below = target.low.value && (!answer.low.value || *answer.low.value <= *target.low.value);
  bool const above = target.high.value && (!answer.high.value || *answer.high.value >= *target.high.value);
  bool const inside = facts.truth(TruthField::met) == Truth::yes;
  if (!inside && below && above) {
    facts.set(WordField::relation, RelationWord::none);
    facts.number(NumberField::target) = target;
  } else if (target.low.value && (inside || below || !target.high.value)) {
    facts.set(WordField::relation, target.low.closed ? RelationWord::at_least : RelationWord::more_than);
    facts.set(WordField::direction, Direction::positive);
    facts.number(NumberField::target) = Interval::point(*target.low.value);
    facts.set(TruthField::at_limit,
              !target.low.closed && answer.is_point() && answer.low.value == target.low.value);
  } else {
    assert(target.high.value); // an answer outside misses one end at least
    facts.set(WordField::relation, target.high.closed ? RelationWord::at_most : RelationWord::less_than);
    facts.set(WordField::direction, Direction::negative);
    facts.number(NumberField::target) = Interval::point(*target.high.value);
    facts.set(TruthField::at_limit,
              !target.high.closed && answer.is_point() && answer.high.value == target.high.value);
  }
  facts.number(NumberField::actual) = std::move(answer);
}

} // namespace jixiao::lowering
