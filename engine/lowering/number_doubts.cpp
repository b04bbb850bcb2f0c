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

} // namespace jixiao::lowering
