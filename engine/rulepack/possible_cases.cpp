// What can occur together, and how a case is written down.
#include "engine/rulepack/cases.hpp"
#include "engine/rulepack/names.hpp"
#include "engine/rulepack/set_domain.hpp"

#include <cassert>

namespace jixiao::rulepack {

using model::Direction;
using model::NumberField;
using model::Truth;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;

namespace {

/// How the actual lies to the target; unknown where the cells do not say.
struct Order {
  Truth below = Truth::unknown;
  Truth above = Truth::unknown;
  [[nodiscard]] Truth same() const { return both(inverse(below), inverse(above)); }
};

/// Whether `met` may be what it is when the actual must lie `required`ly for it.
bool agrees(Truth met, Truth required) {
  return met == Truth::unknown || required == Truth::unknown || met == required;
}

enum class Relations : std::uint8_t {
  at_least,
  at_most,
  equal,
  more_than,
  less_than,
  not_equal,
  about,
  none
};

/// The relation by its word: the enumerations of cells and facts number it differently.
Relations relation_of(Case const& given) {
  constexpr std::array<std::string_view, 7> names{"at_least",  "at_most",   "equal", "more_than",
                                                  "less_than", "not_equal", "about"};
  std::string_view const word = model::words_of(WordField::relation)[given.facts.word(WordField::relation)];
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == word) {
      return static_cast<Relations>(i);
    }
  }
  return Relations::none;
}

/// What the relation demands of the order for `met`. `=` is read as its direction where the two differ, so it
/// settles nothing but equality.
bool relation_allows(Relations relation, Truth met, Order order) {
  switch (relation) {
  case Relations::at_least: return agrees(met, inverse(order.below));
  case Relations::at_most: return agrees(met, inverse(order.above));
  case Relations::more_than: return agrees(met, order.above);
  case Relations::less_than: return agrees(met, order.below);
  case Relations::not_equal: return agrees(met, inverse(order.same()));
  case Relations::equal: return order.same() != Truth::yes || met != Truth::no;
  case Relations::about:
  case Relations::none: break;
  }
  return true;
}

/// Direction and relation come from one settlement: they never point against each other.
bool direction_allows(Relations relation, Direction direction) {
  switch (relation) {
  case Relations::at_least:
  case Relations::more_than: return direction == Direction::positive;
  case Relations::at_most:
  case Relations::less_than: return direction == Direction::negative;
  default: return true;
  }
}

bool positive(std::optional<Interval> const& value) {
  return value && value->low.value && value->low.value->sign() >= 0 && !value->contains(Rational(0));
}
bool negative(std::optional<Interval> const& value) {
  return value && value->high.value && value->high.value->sign() <= 0 && !value->contains(Rational(0));
}

} // namespace

bool CaseSpace::can_occur(Case const& given) const {
  model::Facts const& facts = given.facts;
  auto const& actual = facts.number(NumberField::actual);
  auto const& target = facts.number(NumberField::target);
  bool const pair_settled = given.settled(NumberField::actual);
  Truth const quantity = facts.truth(TruthField::quantity);
  Truth const met = facts.truth(TruthField::met);
  Truth const at_limit = facts.truth(TruthField::at_limit);
  bool const graded = given.settled(WordField::level)
                      && facts.word(WordField::level) != static_cast<std::uint8_t>(model::LevelVerdict::none);
  bool const dated = facts.truth(TruthField::deadline) == Truth::yes;
  if (quantity == Truth::yes && (graded || dated || (pair_settled && !actual))) {
    return false; // both sides are numbers, and neither levels nor dates
  }
  if (at_limit == Truth::yes && (met == Truth::yes || quantity == Truth::no)) {
    return false; // equal under a strict relation
  }
  if (facts.truth(TruthField::zero_event) == Truth::yes && facts.truth(TruthField::no_event) == Truth::no) {
    return false;
  }
  if (kind_ == RuleKind::execution) {
    auto const& rate = facts.number(NumberField::execution_rate);
    auto const& executed = facts.number(NumberField::executed);
    bool const signs_differ =
        rate && executed && (positive(rate) != positive(executed) || negative(rate) != negative(executed));
    return !signs_differ;
  }
  bool const direction_settled = given.settled(WordField::direction);
  auto const direction = static_cast<Direction>(facts.word(WordField::direction));
  bool const relation_settled = given.settled(WordField::relation);
  Relations const relation = relation_settled ? relation_of(given) : Relations::none;
  if (quantity != Truth::yes) {
    return true; // met and direction of texts, levels and dates say nothing about numbers
  }
  if (relation_settled && direction_settled && !direction_allows(relation, direction)) {
    return false;
  }
  if (!pair_settled) {
    return true;
  }
  Order const order{SetDomain::less(*actual, *target), SetDomain::less(*target, *actual)};
  if (at_limit == Truth::yes && order.same() == Truth::no) {
    return false;
  }
  if (relation_settled && !relation_allows(relation, met, order)) {
    return false;
  }
  // Where some rule looks at the relation, `=` and `!=` may part from their direction.
  bool const tied = !relation_matters_
                    || (relation_settled && relation != Relations::equal && relation != Relations::not_equal);
  if (!direction_settled || !tied) {
    return true;
  }
  switch (direction) {
  case Direction::positive:
    return !(order.below == Truth::yes && met == Truth::yes)
           && !(order.above == Truth::yes && met == Truth::no);
  case Direction::negative:
    return !(order.above == Truth::yes && met == Truth::yes)
           && !(order.below == Truth::yes && met == Truth::no);
  case Direction::none: break;
  }
  return true;
}

namespace {

std::string times_target(Rational const& ratio) {
  if (ratio.is_zero()) {
    return "0";
  }
  return ratio == Rational(1) ? "target" : ratio.plain_text() + " * target";
}

/// `name` inside `cell`, with its ends written by `shown`.
template <class Shown>
std::string within(std::string_view name, Interval const& cell, Shown shown) {
  std::string const field(name);
  if (cell.is_point()) {
    return field + " = " + shown(*cell.low.value);
  }
  std::string text;
  if (cell.low.value) {
    text = field + (cell.low.closed ? " >= " : " > ") + shown(*cell.low.value);
  }
  if (cell.high.value) {
    text +=
        (text.empty() ? "" : " and ") + field + (cell.high.closed ? " <= " : " < ") + shown(*cell.high.value);
  }
  return text;
}

std::string plain(Rational const& value) {
  return value.plain_text();
}

} // namespace

std::string CaseSpace::text_of_pair(Pair const& pair) const {
  if (!pair.actual) {
    return "actual = ?";
  }
  std::string const target = within("target", *pair.target, plain);
  if (!ratios_only_) {
    std::string const actual = within("actual", *pair.actual, plain);
    return target + (target.empty() || actual.empty() ? "" : " and ") + actual;
  }
  int const sign = pair.target->low.value->sign();
  if (sign == 0) {
    return target + " and " + within("actual", *pair.actual, plain);
  }
  // The cell is one of ratios: as multiples of the target it reads the same for every target of this sign.
  std::string const actual = within(
      "actual", *pair.actual, [sign](Rational const& edge) { return times_target(sign > 0 ? edge : -edge); });
  return std::string(sign > 0 ? "target > 0" : "target < 0") + " and " + actual;
}

std::string CaseSpace::text(Case const& given) const {
  std::string result;
  auto const add = [&result](std::string const& part) {
    if (!part.empty()) {
      result += (result.empty() ? "" : " and ") + part;
    }
  };
  for (std::uint8_t field = 0; field < model::truth_field_count; ++field) {
    if ((given.truths >> field & 1U) != 0) {
      std::string const name(model::name(static_cast<TruthField>(field)));
      add(given.facts.truths[field] == Truth::yes ? name : "not " + name);
    }
  }
  for (std::uint8_t field = 0; field < model::word_field_count; ++field) {
    if ((given.words >> field & 1U) == 0) {
      continue;
    }
    auto const which = static_cast<WordField>(field);
    auto const words = model::words_of(which);
    std::string const name(model::name(which));
    if (!has_other_[field] || given.facts.words[field] != words_[field].back()) {
      add(name + " = " + std::string(words[given.facts.words[field]]));
      continue;
    }
    for (std::size_t i = 0; i + 1 < words_[field].size(); ++i) {
      add(name + " != " + std::string(words[words_[field][i]]));
    }
  }
  if (given.settled(NumberField::actual)) {
    add(text_of_pair({given.facts.number(NumberField::actual), given.facts.number(NumberField::target)}));
  }
  for (std::uint8_t field = 0; field < model::number_field_count; ++field) {
    auto const which = static_cast<NumberField>(field);
    if (which == NumberField::actual || which == NumberField::target || !given.settled(which)) {
      continue;
    }
    auto const& value = given.facts.number(which);
    std::string const& given_name = names_[field];
    std::string const name = given_name.empty() ? std::string(model::name(which)) : given_name;
    add(value ? within(name, *value, plain) : name + " = ?");
  }
  return result.empty() ? "true" : result;
}

} // namespace jixiao::rulepack
