#include "engine/number/rounding.hpp"

#include "engine/number/big_rational.hpp"
#include "engine/number/rational_access.hpp"
#include "engine/number/rounding_step.hpp"
#include "engine/number/wide.hpp"

#include <cassert>
#include <cstdlib>
#include <limits>

namespace jixiao::number {

bool moves_away(Rounding mode, bool negative, bool odd, std::strong_ordering half) {
  switch (mode) {
  case Rounding::half_up: return half >= 0;
  case Rounding::half_even: return half > 0 || (half == 0 && odd);
  case Rounding::down: return false;
  case Rounding::up: return true;
  case Rounding::floor: return negative;
  case Rounding::ceiling: return !negative;
  case Rounding::never: break;
  }
  std::abort(); // a remainder under `never` is answered by the caller
}

namespace {

/// above / below as a whole number, rounded; no value only for Rounding::never and a remainder.
template <class Integer>
std::optional<Integer> rounded_quotient(Integer above, Integer below, bool negative, Rounding mode) {
  Integer quotient = above / below;
  Integer const remainder = above - quotient * below;
  if (remainder == 0) {
    return quotient;
  }
  if (mode == Rounding::never) {
    return std::nullopt;
  }
  Integer const missing = below - remainder; // to the next one
  std::strong_ordering const half = remainder == missing  ? std::strong_ordering::equal
                                    : remainder < missing ? std::strong_ordering::less
                                                          : std::strong_ordering::greater;
  if (moves_away(mode, negative, (quotient & 1) != 0, half)) {
    ++quotient;
  }
  return quotient;
}

std::int64_t power(std::int32_t exponent) {
  return small_powers_of_ten[static_cast<std::size_t>(exponent)];
}

} // namespace

std::optional<UnsignedWide> rounded_units(Rational const& value, std::int64_t factor, std::int64_t divisor,
                                          Rounding mode) {
  std::int64_t const numerator = RationalAccess::numerator(value);
  auto const denominator = static_cast<std::uint64_t>(RationalAccess::denominator(value));
  std::uint64_t above = 0;
  std::uint64_t below = 0;
  if (!__builtin_mul_overflow(magnitude(numerator), static_cast<std::uint64_t>(factor), &above)
      && !__builtin_mul_overflow(denominator, static_cast<std::uint64_t>(divisor), &below)) {
    return rounded_quotient(above, below, numerator < 0, mode);
  }
  return rounded_quotient(static_cast<UnsignedWide>(magnitude(numerator)) * static_cast<UnsignedWide>(factor),
                          static_cast<UnsignedWide>(denominator) * static_cast<UnsignedWide>(divisor),
                          numerator < 0, mode);
}

std::optional<Rational> round(Rational const& value, std::int32_t places, Rounding mode) {
  assert(-4096 <= places && places <= 4096);
  if (!is_small(value, places)) {
    return big::round(value, places, mode);
  }
  if (places >= 0 && RationalAccess::denominator(value) == 1) {
    return value;
  }
  std::int64_t const factor = places >= 0 ? power(places) : 1;
  std::int64_t const divisor = places >= 0 ? 1 : power(-places);
  if (places >= 0 && factor % RationalAccess::denominator(value) == 0) {
    return value; // it has no more places
  }
  std::optional<UnsignedWide> const quotient = rounded_units(value, factor, divisor, mode);
  if (!quotient) {
    return std::nullopt;
  }
  if (*quotient > static_cast<UnsignedWide>(std::numeric_limits<std::int64_t>::max())) {
    return big::round(value, places, mode);
  }
  auto const size = static_cast<std::int64_t>(*quotient);
  std::int64_t const units = RationalAccess::numerator(value) < 0 ? -size : size;
  if (places < 0) {
    return Rational(units) * Rational(divisor);
  }
  return Rational::decimal(units, places);
}

} // namespace jixiao::number
