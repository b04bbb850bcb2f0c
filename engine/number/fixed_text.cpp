#include "engine/number/fixed_text.hpp"

#include "engine/number/big_rational.hpp"
#include "engine/number/digits.hpp"
#include "engine/number/rational_access.hpp"
#include "engine/number/rounding_step.hpp"

#include <cassert>
#include <limits>
#include <optional>

namespace jixiao::number {

namespace {

/// |value| * 10^power as a whole number, rounded; no value when it is none of 64 bits.
std::optional<std::uint64_t> units_of(Rational const& value, std::int32_t power, Rounding mode) {
  if (power < 0 || !is_small(value, power)) {
    return std::nullopt;
  }
  std::int64_t const factor = small_powers_of_ten[static_cast<std::size_t>(power)];
  std::int64_t const denominator = RationalAccess::denominator(value);
  std::uint64_t units = 0;
  if (std::int64_t const whole = factor / denominator;
      whole * denominator == factor // points have been rounded before they are shown
      && !__builtin_mul_overflow(magnitude(RationalAccess::numerator(value)),
                                 static_cast<std::uint64_t>(whole), &units)) {
    return units;
  }
  UnsignedWide const all = *rounded_units(value, factor, 1, mode);
  units = static_cast<std::uint64_t>(all);
  return units == all ? std::optional(units) : std::nullopt;
}

/// Numbers beyond 64 bits and places that cut whole digits.
void append_large(std::string& text, Rational const& value, std::int32_t places, Rounding mode) {
  std::optional<Rational> const rounded = round(value, places, mode);
  std::int32_t const decimals = places > 0 ? places : 0;
  if (!is_small(*rounded, decimals)) {
    text += big::fixed_text(*rounded, decimals);
    return;
  }
  auto const factor = static_cast<std::uint64_t>(small_powers_of_ten[static_cast<std::size_t>(decimals)]);
  UnsignedWide const all = static_cast<UnsignedWide>(magnitude(RationalAccess::numerator(*rounded))) * factor
                           / static_cast<UnsignedWide>(RationalAccess::denominator(*rounded));
  text += rounded->sign() < 0 ? "-" : "";
  text += std::to_string(static_cast<std::uint64_t>(all / factor));
  if (decimals > 0) {
    std::string const digits = std::to_string(static_cast<std::uint64_t>(all % factor));
    text.append(".").append(static_cast<std::size_t>(decimals) - digits.size(), '0').append(digits);
  }
}

} // namespace

void append_fixed(std::string& text, Rational const& value, std::int32_t places, Rounding mode) {
  assert(mode != Rounding::never);
  if (std::optional<std::uint64_t> const units = units_of(value, places, mode)) {
    text.append(FixedDigits(value.sign() < 0 && *units != 0, *units, places).text());
  } else {
    append_large(text, value, places, mode);
  }
}

void append_percent(std::string& text, Rational const& value, std::int32_t places, Rounding mode) {
  constexpr std::int32_t percent = 2; // a power of ten
  std::optional<std::uint64_t> const units =
      places >= 0 ? units_of(value, places + percent, mode) : std::nullopt;
  if (units) {
    text.append(FixedDigits(value.sign() < 0 && *units != 0, *units, places).text());
  } else {
    append_large(text, value * Rational(100), places, mode);
  }
  text += '%';
}

std::string format_fixed(Rational const& value, std::int32_t places, Rounding mode) {
  std::string text;
  append_fixed(text, value, places, mode);
  return text;
}

} // namespace jixiao::number
