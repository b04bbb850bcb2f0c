#include "engine/lowering/number_doubts.hpp"

#include "engine/lowering/days_asked.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace jixiao::lowering {

using number::Rational;

namespace {

constexpr std::string_view full_width_comma = "\xEF\xBC\x8C";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool starts_with_digit(std::string_view text) {
  return !text.empty() && is_digit(text.front());
}

/// 5,200 with the comma of a list. 1,000 with it is no list: no number begins with a zero like that.
bool has_wide_thousands(std::string_view text) {
  std::size_t const at = text.find(full_width_comma);
  if (at == std::string_view::npos || at == 0 || !is_digit(text[at - 1])) {
    return false;
  }
  std::string_view const rest = text.substr(at + full_width_comma.size());
  return rest.size() >= 3 && is_digit(rest[0]) && rest[0] != '0' && is_digit(rest[1]) && is_digit(rest[2]);
}

/// What stands behind a dash at the beginning of `text`; empty when there is none.
std::string_view behind_dash(std::string_view text) {
  constexpr std::array<std::string_view, 6> dashes{"-",
                                                   "~",
                                                   "\xE2\x80\x93",  // en dash
                                                   "\xE2\x80\x94",  // em dash
                                                   "\xEF\xBD\x9E",  // full-width tilde
                                                   "\xE8\x87\xB3"}; // "to"
  for (std::string_view const dash : dashes) {
    if (text.substr(0, dash.size()) == dash) {
      return text.substr(dash.size());
    }
  }
  return {};
}

bool has_sign_in_front(std::string_view text) {
  constexpr std::array<std::string_view, 8> signs{">",
                                                  "<",
                                                  "=",
                                                  "\xE2\x89\xA5",
                                                  "\xE2\x89\xA4", // at least, at most
                                                  "\xEF\xBC\x9E",
                                                  "\xEF\xBC\x9C",
                                                  "\xEF\xBC\x9D"}; // full-width
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return text.substr(0, sign.size()) == sign; });
}

} // namespace

bool is_unclear_number(model::Reading const& reading) {
  std::string_view const text = reading.text;
  if (reading.kind != model::CellKind::quantity || text.size() <= reading.value.size()) {
    return false; // nothing but its digits
  }
  if (has_wide_thousands(text)) {
    return true;
  }
  std::size_t const at = reading.value.empty() ? std::string_view::npos : text.find(reading.value);
  if (at == std::string_view::npos) {
    return false; // written in another way, as words
  }
  std::string_view rest = text.substr(at + reading.value.size());
  bool const fraction = reading.value.find('.') != std::string::npos;
  if (fraction && rest.substr(0, 1) == "." && starts_with_digit(rest.substr(1))) {
    return true;
  }
  if (!reading.unit.empty() && rest.substr(0, reading.unit.size()) == reading.unit) {
    rest.remove_prefix(reading.unit.size());
  }
  return has_sign_in_front(text) && starts_with_digit(behind_dash(rest));
}

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
