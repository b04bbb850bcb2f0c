#include "engine/number/decimal.hpp"

#include "engine/number/big_rational.hpp"
#include "engine/number/wide.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::number {

namespace {

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

/// Takes the digits at the front of `text` away and returns them.
std::string_view take_digits(std::string_view& text) {
  auto const end = std::find_if_not(text.begin(), text.end(), is_digit);
  std::string_view const digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) {
    return false;
  }
  text.remove_prefix(1);
  return true;
}

std::string_view without_leading_zeros(std::string_view digits) {
  std::size_t const first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? std::string_view() : digits.substr(first);
}

/// Value of an exponent, held far below overflow: no limit reaches as far.
std::int64_t exponent_value(std::string_view digits) {
  constexpr std::int64_t beyond = std::int64_t{1} << 40;
  std::int64_t value = 0;
  for (char const c : digits) {
    value = std::min(beyond, value * 10 + (c - '0'));
  }
  return value;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text, DecimalLimits limits) {
  bool negative = !text.empty() && text.front() == '-';
  take(text, "+-");
  std::string_view const whole = take_digits(text);
  std::string_view decimals;
  if (whole.empty()) {
    return std::nullopt;
  }
  if (take(text, ".")) {
    decimals = take_digits(text);
    if (decimals.empty()) {
      return std::nullopt;
    }
  }
  auto places = static_cast<std::int64_t>(decimals.size());
  if (take(text, "eE")) {
    bool const below_one = !text.empty() && text.front() == '-';
    take(text, "+-");
    std::string_view const exponent = take_digits(text);
    if (exponent.empty()) {
      return std::nullopt;
    }
    places += below_one ? exponent_value(exponent) : -exponent_value(exponent);
  }
  auto const largest = std::min<std::int64_t>(limits.exponent, std::numeric_limits<std::int32_t>::max());
  if (!text.empty() || places > largest || -places > largest) {
    return std::nullopt;
  }
  std::string_view const high = without_leading_zeros(whole);
  std::string_view const low = high.empty() ? without_leading_zeros(decimals) : decimals;
  if (high.size() + low.size() > limits.digits) {
    return std::nullopt;
  }
  Decimal result;
  result.places_ = static_cast<std::int32_t>(places);
  if (!high.empty() || !low.empty()) {
    result.digits_.assign(high).append(low);
    result.negative_ = negative;
  }
  return result;
}

std::string Decimal::text() const {
  std::string result = negative_ ? "-" : "";
  if (places_ <= 0) {
    result += digits_;
    if (digits_ != "0") {
      result.append(static_cast<std::size_t>(-static_cast<std::int64_t>(places_)), '0');
    }
    return result;
  }
  auto const places = static_cast<std::size_t>(places_);
  if (digits_.size() <= places) {
    return result.append("0.").append(places - digits_.size(), '0').append(digits_);
  }
  return result.append(digits_, 0, digits_.size() - places)
      .append(".")
      .append(digits_, digits_.size() - places, places);
}

Rational Decimal::rational() const {
  constexpr std::size_t always_fits = 18;
  if (digits_.size() <= always_fits && -small_power_limit <= places_ && places_ <= small_power_limit) {
    std::int64_t value = 0;
    for (char const c : digits_) {
      value = value * 10 + (c - '0');
    }
    value = negative_ ? -value : value;
    if (places_ == 0) {
      return Rational(value);
    }
    return Rational(value) * Rational::power_of_ten(-places_);
  }
  Rational const value = big::from_digits(digits_, -places_);
  return negative_ ? -value : value;
}

} // namespace jixiao::number
