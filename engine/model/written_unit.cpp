#include "engine/model/written_unit.hpp"

#include <algorithm>

namespace jixiao::model {
namespace {

using number::Rational;

std::int32_t decimals(std::string const& digits) {
  std::size_t const point = digits.find('.');
  return point == std::string::npos ? 0 : static_cast<std::int32_t>(digits.size() - point - 1);
}

/// What is counted or goes by the calendar is written in whole numbers, measures go on behind the point.
bool is_measure(Dimension dimension) {
  return dimension == Dimension::money || dimension == Dimension::ratio || dimension == Dimension::area
         || dimension == Dimension::length || dimension == Dimension::mass || dimension == Dimension::data;
}

std::optional<WrittenUnit> unit_of(Reading const& reading, std::optional<number::Interval> const& compared) {
  std::optional<Rational> const value = Rational::parse(reading.value);
  bool const known = reading.kind == CellKind::quantity && value && !value->is_zero() && compared
                     && compared->is_point() && !compared->low.value->is_zero();
  if (!known) {
    return std::nullopt;
  }
  WrittenUnit unit{reading.unit, *compared->low.value / *value, 1};
  if (unit.unit.empty() && reading.implied) {
    unit.unit = reading.implied->unit;
  }
  bool const bare = unit.unit.empty() && unit.factor != Rational(1);
  return bare || unit.factor.sign() <= 0 ? std::nullopt : std::optional(std::move(unit));
}

} // namespace

std::optional<WrittenUnit> written_unit(Indicator const& indicator) {
  if (indicator.comparisons.size() != 1) {
    return std::nullopt;
  }
  Facts const& facts = indicator.comparisons.front().facts;
  std::optional<WrittenUnit> const target = unit_of(*indicator.target, facts.number(NumberField::target));
  std::optional<WrittenUnit> unit = unit_of(*indicator.actual, facts.number(NumberField::actual));
  unit = unit ? unit : target;
  if (unit) {
    bool const same = target && target->factor == unit->factor;
    // Hours against a target in minutes: whole hours would pass over the nearest figure.
    bool const other = target && !same;
    auto const dimension = static_cast<Dimension>(facts.word(WordField::dimension));
    std::int32_t const places =
        std::max({decimals(indicator.actual->value), same ? decimals(indicator.target->value) : 0,
                  is_measure(dimension) || other ? 2 : 0});
    unit->precision = Rational::power_of_ten(-places);
  }
  return unit;
}

} // namespace jixiao::model
