#include "engine/number/big_rational.hpp"
#include "engine/number/decimal.hpp"
#include "engine/number/digits.hpp"
#include "engine/number/rational_access.hpp"
#include "engine/number/wide.hpp"

namespace jixiao::number {

namespace {

/// What `text` prints must be readable again, so the door is wider here than for the cells of a table.
constexpr DecimalLimits text_limits{100'000, 4096};

/// A decimal of at most 18 digits without an exponent, which is nearly every number of a table; no value for
/// anything else, whether it is a number or not.
std::optional<Rational> parse_short(std::string_view text) {
  std::int64_t value = 0;
  std::int32_t digits = 0;
  std::int32_t whole = -1; // digits before the point
  bool const negative = !text.empty() && text.front() == '-';
  if (negative) {
    text.remove_prefix(1);
  }
  for (char const c : text) {
    if ('0' <= c && c <= '9' && digits < small_power_limit) {
      value = value * 10 + (c - '0');
      ++digits;
    } else if (c == '.' && digits > 0 && whole < 0) {
      whole = digits;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0 || digits == whole) {
    return std::nullopt;
  }
  std::int64_t const below = whole < 0 ? 1 : small_powers_of_ten[static_cast<std::size_t>(digits - whole)];
  auto const common = static_cast<std::int64_t>(
      common_divisor(static_cast<std::uint64_t>(value), static_cast<std::uint64_t>(below)));
  return RationalAccess::small((negative ? -value : value) / common, below / common);
}

} // namespace

std::optional<Rational> Rational::parse(std::string_view text) {
  if (std::optional<Rational> value = parse_short(text)) {
    return value;
  }
  std::size_t const slash = text.find('/');
  if (slash == std::string_view::npos) {
    std::optional<Decimal> const value = Decimal::parse(text, text_limits);
    return value ? std::optional<Rational>(value->rational()) : std::nullopt;
  }
  std::string_view const below = text.substr(slash + 1);
  if (below.empty() || below.front() == '+' || below.front() == '-') {
    return std::nullopt;
  }
  std::optional<Decimal> const numerator = Decimal::parse(text.substr(0, slash), text_limits);
  std::optional<Decimal> const denominator = Decimal::parse(below, text_limits);
  if (!numerator || !denominator) {
    return std::nullopt;
  }
  Rational const divisor = denominator->rational();
  return divisor.is_zero() ? std::nullopt : std::optional<Rational>(numerator->rational() / divisor);
}

std::string Rational::text() const {
  if (is_big()) {
    return big::text(*this);
  }
  std::string result = std::to_string(numerator_);
  if (denominator_ != 1) {
    result += '/';
    result += std::to_string(denominator_);
  }
  return result;
}

std::string Rational::plain_text() const {
  if (is_big()) {
    return big::plain_text(*this);
  }
  auto const denominator = static_cast<std::uint64_t>(denominator_);
  int const twos = std::countr_zero(denominator);
  std::uint64_t rest = denominator >> twos;
  int fives = 0;
  for (; rest % 5 == 0; ++fives) {
    rest /= 5;
  }
  if (rest != 1) {
    return text();
  }
  // In lowest terms, so that exactly so many decimals are needed and the last of them is no 0.
  int const places = twos < fives ? fives : twos;
  std::uint64_t const value = magnitude(numerator_);
  if (places <= small_power_limit) {
    auto const power = static_cast<std::uint64_t>(small_powers_of_ten[static_cast<std::size_t>(places)]);
    if (std::uint64_t units = 0; !__builtin_mul_overflow(value, power / denominator, &units)) {
      return std::string(FixedDigits(numerator_ < 0, units, places).text());
    }
  }
  std::string result = numerator_ < 0 ? "-" : "";
  result += std::to_string(value / denominator);
  // Long division ends: the denominator has no prime factors but those of ten.
  std::uint64_t remainder = value % denominator;
  if (remainder != 0) {
    result += '.';
  }
  while (remainder != 0) {
    UnsignedWide const next = static_cast<UnsignedWide>(remainder) * 10;
    result += static_cast<char>('0' + static_cast<int>(next / denominator));
    remainder = static_cast<std::uint64_t>(next % denominator);
  }
  return result;
}

} // namespace jixiao::number
