#include "engine/lowering/number_doubts.hpp"

#include "engine/lowering/days_asked.hpp"

namespace jixiao::lowering {

using number::Rational;

bool may_be_dates(Rational const& target, Rational const& actual, bool deadline) {
  Rational const first_year = 1900;
  if (deadline) {
    return target >= first_year || actual >= first_year;
  }
  return is_eight_digits(target) && is_eight_digits(actual) && !days_in_digits(target).empty()
         && !days_in_digits(actual).empty();
}

bool are_far_apart(Rational const& left, Rational const& right) {
  Rational const thousand = 1000;
  bool const positive = left.sign() > 0 && right.sign() > 0;
  return positive && (right >= left * thousand || left >= right * thousand);
}

bool may_be_unscaled(Rational const& target, Rational const& actual, Rational const& scale) {
  Rational const thousand = 1000;
  if (target.sign() <= 0 || actual.sign() <= 0 || scale < thousand) {
    return false;
  }
  bool const above = actual > target && actual * actual >= target * target * scale;
  return above || target >= actual * thousand;
}

bool may_be_share(Rational const& fraction, Rational const& other) {
  return fraction < Rational(1) && fraction * Rational(10) < other;
}

} // namespace jixiao::lowering
