#include "engine/ingest/stored_number.hpp"

#include <algorithm>

namespace jixiao::ingest {

namespace {

constexpr std::size_t shown_digits = 15;
/// A binary fraction of 64 bits stays within 1E-324 and 1.8E+308.
constexpr std::int32_t largest_exponent = 400;
constexpr std::size_t longest_text = 1024;

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

std::string_view take_digits(std::string_view& text) {
  auto const end = std::find_if_not(text.begin(), text.end(), is_digit);
  std::string_view const digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

bool take(std::string_view& text, char c) {
  bool const found = !text.empty() && text.front() == c;
  text.remove_prefix(found ? 1 : 0);
  return found;
}

/// The power behind an E; no value when it is none or too large to matter.
std::optional<std::int32_t> take_power(std::string_view& text) {
  if (!take(text, 'e') && !take(text, 'E')) {
    return 0;
  }
  bool const negative = take(text, '-');
  if (!negative) {
    take(text, '+');
  }
  std::string_view const digits = take_digits(text);
  if (digits.empty() || digits.size() > 4) {
    return std::nullopt;
  }
  std::int32_t power = 0;
  for (char const digit : digits) {
    power = power * 10 + (digit - '0');
  }
  return negative ? -power : power;
}

void drop_zeros(StoredNumber& number) {
  std::size_t const first = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, first);
  number.exponent -= static_cast<std::int32_t>(first);
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
  if (number.digits.empty()) {
    number = {};
  }
}

} // namespace

std::optional<StoredNumber> parse_stored_number(std::string_view text) {
  if (text.size() > longest_text) {
    return std::nullopt;
  }
  StoredNumber number;
  number.negative = take(text, '-');
  if (!number.negative) {
    take(text, '+');
  }
  std::string_view const whole = take_digits(text);
  std::string_view const part = take(text, '.') ? take_digits(text) : std::string_view();
  std::optional<std::int32_t> const power = take_power(text);
  if (whole.empty() && part.empty()) {
    return std::nullopt;
  }
  if (!power || !text.empty()) {
    return std::nullopt;
  }
  number.digits = std::string(whole) + std::string(part);
  number.exponent = static_cast<std::int32_t>(whole.size()) + *power;
  drop_zeros(number);
  if (number.exponent > largest_exponent || number.exponent < -largest_exponent) {
    return std::nullopt;
  }
  return number;
}

bool round_to_shown(StoredNumber& number) {
  if (number.digits.size() <= shown_digits) {
    return false;
  }
  bool const up = number.digits[shown_digits] >= '5';
  number.digits.resize(shown_digits);
  if (up) {
    std::size_t at = shown_digits;
    while (at > 0 && number.digits[at - 1] == '9') {
      number.digits[--at] = '0';
    }
    if (at == 0) {
      number.digits.insert(number.digits.begin(), '1');
      ++number.exponent;
    } else {
      ++number.digits[at - 1];
    }
  }
  drop_zeros(number);
  return true;
}

std::string to_plain(StoredNumber const& number) {
  if (number.digits.empty()) {
    return "0";
  }
  std::string text = number.negative ? "-" : "";
  if (number.exponent <= 0) {
    return text + "0." + std::string(static_cast<std::size_t>(-number.exponent), '0') + number.digits;
  }
  auto const whole = static_cast<std::size_t>(number.exponent);
  if (whole >= number.digits.size()) {
    return text + number.digits + std::string(whole - number.digits.size(), '0');
  }
  return text + number.digits.substr(0, whole) + "." + number.digits.substr(whole);
}

} // namespace jixiao::ingest
