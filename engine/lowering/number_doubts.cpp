#include "engine/lowering/number_doubts.hpp"

#include "engine/lowering/days_asked.hpp"
#include "engine/lowering/findings.hpp"
#include "grammar/notes.hpp"

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

/// `text` behind its blanks, or in front of them.
std::string_view trimmed(std::string_view text) {
  std::size_t const first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Signs that no number ends or begins with, and that carry no words.
constexpr std::array<std::string_view, 18> stray_marks{"'",
                                                       "`",
                                                       "^",
                                                       "_",
                                                       "*",
                                                       "|",
                                                       "\\",
                                                       "~",
                                                       "#",
                                                       "\xEF\xBD\x9E", // full-width tilde
                                                       "\xE2\x80\x98",
                                                       "\xE2\x80\x99", // single quotation marks
                                                       "\xC2\xB7",
                                                       "\xC2\xB1", // middle dot, plus or minus
                                                       "\xEF\xBC\x87",
                                                       "\xEF\xBC\xBF",
                                                       "\xEF\xBC\x8A",
                                                       "\xE2\x80\xB2"}; // full-width ones, prime

bool begins_with_mark(std::string_view text) {
  return std::any_of(stray_marks.begin(), stray_marks.end(),
                     [&](std::string_view mark) { return text.substr(0, mark.size()) == mark; });
}

/// The length of the mark that `text` ends with; 0 without one.
std::size_t mark_at_end(std::string_view text) {
  for (std::string_view const mark : stray_marks) {
    if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) {
      return mark.size();
    }
  }
  return 0;
}

/// 1'000 was cut at its mark, 96%~ at the end of a range that is missing; 5>= has its sign behind it.
bool has_stray_mark(std::string_view front, std::string_view rest, std::string_view unit, bool related) {
  while (!front.empty() && (is_digit(front.back()) || front.back() == '.')) {
    front.remove_suffix(1); // noughts of the number itself
  }
  front = trimmed(front);
  if (mark_at_end(front) != 0 || front == "/") {
    return true;
  }
  rest = trimmed(rest);
  if (begins_with_mark(rest) || rest == "/") {
    return true;
  }
  if (!unit.empty() && rest.substr(0, unit.size()) == unit) {
    rest = trimmed(rest.substr(unit.size()));
  }
  return begins_with_mark(rest) || rest == "/" || (!related && has_sign_in_front(rest));
}

/// 1.200 of what is counted in whole pieces: a point that parts thousands, as abroad.
bool has_thousands_point(model::Reading const& reading) {
  return parts_thousands(reading.value) && reading.quantity
         && reading.quantity->dimension == model::Dimension::count
         && reading.quantity->value == Rational::parse(reading.value);
}

/// Hours answered in minutes, a terabyte in gigabytes: so large a part of what the unit counts of the next
/// smaller one (smaller_unit) times the target.
bool may_be_smaller_unit(Rational const& target, Rational const& actual, model::Dimension dimension,
                         Rational const& scale, NumberDoubts const& doubts) {
  std::int64_t step = 0;
  if (dimension == model::Dimension::time) {
    step = scale == Rational(86400) ? 24 : scale == Rational(3600) || scale == Rational(60) ? 60 : 0;
  } else if (dimension == model::Dimension::data) {
    step = scale >= Rational(1024) ? 1024 : 0;
  } else if (dimension == model::Dimension::area) {
    return target.sign() > 0 && scale > Rational(1) && actual >= target * scale * doubts.smaller_unit;
  }
  return step != 0 && target.sign() > 0 && actual >= target * Rational(step) * doubts.smaller_unit;
}

} // namespace

bool is_unclear_number(model::Reading const& reading) {
  std::string_view const text = reading.text;
  if (reading.kind != model::CellKind::quantity || text.size() <= reading.value.size()) {
    return false; // nothing but its digits
  }
  if (has_wide_thousands(text) || has_thousands_point(reading)) {
    return true;
  }
  std::size_t const at = reading.value.empty() ? std::string_view::npos : text.find(reading.value);
  if (at == std::string_view::npos) {
    return false; // written in another way, as words
  }
  std::string_view rest = text.substr(at + reading.value.size());
  if (has_stray_mark(text.substr(0, at), rest, reading.unit, reading.relation.has_value())) {
    return true;
  }
  bool const fraction = reading.value.find('.') != std::string::npos;
  if (fraction && rest.substr(0, 1) == "." && starts_with_digit(rest.substr(1))) {
    return true;
  }
  if (!reading.unit.empty() && rest.substr(0, reading.unit.size()) == reading.unit) {
    rest.remove_prefix(reading.unit.size());
  }
  return has_sign_in_front(text) && starts_with_digit(behind_dash(rest));
}

bool parts_thousands(std::string_view digits) {
  std::size_t const size = digits.size();
  return size >= 5 && size <= 7 && digits[size - 4] == '.' && digits[0] != '0' && digits[0] != '-';
}

bool is_unclear_number(model::Reading const& reading, Measure const& column) {
  bool const counts = column.exponent == 0 && dimension(column) == model::Dimension::count;
  return (counts && reading.unit.empty() && parts_thousands(reading.value)) || is_unclear_number(reading);
}

std::string_view unknown_unit(model::Reading const& reading) {
  for (model::CellFinding const& found : reading.findings) {
    if (found.code.id == grammar::notes::unit_unknown && !found.arguments.empty()) {
      return found.arguments.front();
    }
  }
  return {};
}

bool has_question_mark(std::string_view text) {
  constexpr std::string_view full_width = "\xEF\xBC\x9F";
  return text.find('?') != std::string_view::npos || text.find(full_width) != std::string_view::npos;
}

bool may_be_dates(Rational const& target, Rational const& actual, bool deadline) {
  Rational const first_year = 1900;
  if (deadline) {
    return target >= first_year || actual >= first_year;
  }
  return is_eight_digits(target) && is_eight_digits(actual) && !days_in_digits(target).empty()
         && !days_in_digits(actual).empty();
}

bool are_far_apart(Rational const& left, Rational const& right, Rational const& ratio) {
  bool const positive = left.sign() > 0 && right.sign() > 0;
  return positive && (right >= left * ratio || left >= right * ratio);
}

bool may_be_unscaled(Rational const& target, Rational const& actual, model::Dimension dimension,
                     Rational const& scale, NumberDoubts const& doubts) {
  if (may_be_smaller_unit(target, actual, dimension, scale, doubts)) {
    return true;
  }
  if (target.sign() <= 0 || actual.sign() <= 0) {
    return false;
  }
  // There is no third of a person: 1.3 beside 12,000 is of ten thousands.
  bool const part = dimension == model::Dimension::count && !actual.is_integer() && target.is_integer();
  if (scale < doubts.counts_apart) {
    return part && target >= actual * doubts.counts_apart;
  }
  bool const above = actual > target && actual * actual >= target * target * scale;
  return above || target >= actual * doubts.counts_apart;
}

bool may_be_other_scale(Rational const& target, Rational const& actual, NumberDoubts const& doubts) {
  Rational const& smaller = actual < target ? actual : target;
  Rational const& larger = actual < target ? target : actual;
  Rational const& most = doubts.short_scale;
  return smaller.sign() > 0 && smaller <= most && larger > most
         && larger >= smaller * doubts.short_scale_ratio;
}

bool is_fraction(Rational const& value, NumberDoubts const& doubts) {
  return value.sign() > 0 && value <= doubts.fraction_most;
}

bool are_shares(Rational const& target, Rational const& actual, NumberDoubts const& doubts) {
  return target >= doubts.shares_target && target < Rational(1) && actual >= doubts.shares_actual;
}

bool may_be_thousandth(Rational const& fraction, Rational const& other, NumberDoubts const& doubts) {
  return fraction.sign() > 0 && fraction < Rational(1) && fraction * doubts.thousandth_ratio < other;
}

bool may_be_share(Rational const& fraction, Rational const& other, NumberDoubts const& doubts) {
  return fraction < Rational(1) && fraction * doubts.share_ratio < other;
}

} // namespace jixiao::lowering
