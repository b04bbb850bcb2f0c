#include "engine/number/rounding.hpp"

#include "engine/number/big_rational.hpp"
#include "engine/number/rational_access.hpp"
#include "engine/number/rounding_step.hpp"
#include "engine/number/wide.hpp"

#include <array>
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

/// |value| * factor / divisor as a whole number, rounded. Operands below 2^63 and 10^19: nothing overflows.
std::optional<UnsignedWide> scaled(Rational const& value, std::int64_t factor, std::int64_t divisor,
                                   Rounding mode) {
  std::int64_t const numerator = RationalAccess::numerator(value);
  UnsignedWide const above =
      static_cast<UnsignedWide>(magnitude(numerator)) * static_cast<UnsignedWide>(factor);
  UnsignedWide const below =
      static_cast<UnsignedWide>(RationalAccess::denominator(value)) * static_cast<UnsignedWide>(divisor);
  UnsignedWide quotient = 0;
  UnsignedWide remainder = 0;
  auto const short_above = static_cast<std::uint64_t>(above);
  auto const short_below = static_cast<std::uint64_t>(below);
  if (short_above == above && short_below == below) {
    quotient = short_above / short_below;
    remainder = short_above % short_below;
  } else {
    quotient = above / below;
    remainder = above % below;
  }
  if (remainder == 0) {
    return quotient;
  }
  if (mode == Rounding::never) {
    return std::nullopt;
  }
  UnsignedWide const twice = remainder * 2;
  std::strong_ordering const half = twice == below  ? std::strong_ordering::equal
                                    : twice < below ? std::strong_ordering::less
                                                    : std::strong_ordering::greater;
  if (moves_away(mode, numerator < 0, (quotient & 1) != 0, half)) {
    ++quotient;
  }
  return quotient;
}

std::int64_t power(std::int32_t exponent) {
  return small_powers_of_ten[static_cast<std::size_t>(exponent)];
}

/// `units` of 10^-places, without a way through strings for its parts.
std::string decimal_text(bool negative, std::uint64_t units, std::int32_t places) {
  std::array<char, 24> digits; // 20 digits, a point and a sign
  std::size_t at = digits.size();
  auto const put = [&](char c) { digits[--at] = c; };
  for (std::int32_t i = 0; i < places || units != 0 || i == places; ++i) {
    if (i == places && places > 0) {
      put('.');
    }
    put(static_cast<char>('0' + units % 10));
    units /= 10;
  }
  if (negative) {
    put('-');
  }
  return {digits.data() + at, digits.size() - at};
}

bool is_small(Rational const& value, std::int32_t places) {
  return RationalAccess::big(value) == nullptr && -small_power_limit <= places && places <= small_power_limit;
}

} // namespace

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
  std::optional<UnsignedWide> const quotient = scaled(value, factor, divisor, mode);
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

std::string format_fixed(Rational const& value, std::int32_t places, Rounding mode) {
  assert(mode != Rounding::never);
  if (places >= 0 && is_small(value, places)) {
    UnsignedWide const units = *scaled(value, power(places), 1, mode);
    if (auto const few = static_cast<std::uint64_t>(units); few == units) {
      return decimal_text(RationalAccess::numerator(value) < 0 && few != 0, few, places);
    }
  }
  std::optional<Rational> const rounded = round(value, places, mode);
  std::int32_t const decimals = places > 0 ? places : 0;
  if (!is_small(*rounded, decimals)) {
    return big::fixed_text(*rounded, decimals);
  }
  auto const factor = static_cast<std::uint64_t>(power(decimals));
  UnsignedWide const all = static_cast<UnsignedWide>(magnitude(RationalAccess::numerator(*rounded))) * factor
                           / static_cast<UnsignedWide>(RationalAccess::denominator(*rounded));
  std::string result = rounded->sign() < 0 ? "-" : "";
  result += std::to_string(static_cast<std::uint64_t>(all / factor));
  if (decimals > 0) {
    std::string const digits = std::to_string(static_cast<std::uint64_t>(all % factor));
    result.append(".").append(static_cast<std::size_t>(decimals) - digits.size(), '0').append(digits);
  }
  return result;
}

} // namespace jixiao::number
