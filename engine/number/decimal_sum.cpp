#include "engine/number/decimal_sum.hpp"

#include "engine/number/rational_access.hpp"

namespace jixiao::number {

namespace {

constexpr std::int32_t places = 4;
constexpr std::int64_t one = 10'000;

} // namespace

void DecimalSum::add(Rational const& term) {
  std::int64_t const denominator = RationalAccess::denominator(term);
  std::int64_t const factor = denominator == 0 ? 0 : one / denominator; // 0: a big one
  std::int64_t units = 0;
  std::int64_t sum = 0;
  if (factor * denominator == one && !__builtin_mul_overflow(RationalAccess::numerator(term), factor, &units)
      && !__builtin_add_overflow(units_, units, &sum)) {
    units_ = sum;
  } else {
    rest_ += term;
  }
}

Rational DecimalSum::total() const {
  return Rational::decimal(units_, places) + rest_;
}

} // namespace jixiao::number
