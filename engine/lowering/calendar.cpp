#include "engine/lowering/calendar.hpp"

#include <array>
#include <cstddef>

namespace jixiao::lowering {

namespace {

/// The number in `text[begin, begin + count)`, or -1 when that is not all digits.
std::int32_t digits_at(std::string_view text, std::size_t begin, std::size_t count) {
  std::int32_t result = 0;
  if (text.size() < begin + count) {
    return -1;
  }
  for (char const c : text.substr(begin, count)) {
    if (c < '0' || c > '9') {
      return -1;
    }
    result = result * 10 + (c - '0');
  }
  return result;
}

bool is_leap(std::int32_t year) {
  // Without a year February may have 29 days: a deadline must not come a day too early.
  return year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

void append_padded(std::string& text, std::int32_t value, std::size_t width) {
  std::string const digits = std::to_string(value);
  text.append(width > digits.size() ? width - digits.size() : 0, '0');
  text += digits;
}

} // namespace

Day make_day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return year * 10000 + month * 100 + day;
}

Day last_of_month(std::int32_t year, std::int32_t month) {
  constexpr std::array<std::int32_t, 13> lengths{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::int32_t length = lengths[static_cast<std::size_t>(month)];
  if (month == 2 && is_leap(year)) {
    length = 29;
  }
  return make_day(year, month, length);
}

Day parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') {
    return 0;
  }
  std::int32_t const year = iso.substr(0, 4) == "XXXX" ? 0 : digits_at(iso, 0, 4);
  std::int32_t const month = digits_at(iso, 5, 2);
  std::int32_t const day = digits_at(iso, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
    return 0;
  }
  return make_day(year, month, day);
}

std::string iso_text(Day day) {
  std::string result;
  if (day == 0) {
    return result;
  }
  if (year_of(day) == 0) {
    result = "XXXX";
  } else {
    append_padded(result, year_of(day), 4);
  }
  result += '-';
  append_padded(result, month_of(day), 2);
  result += '-';
  append_padded(result, day % 100, 2);
  return result;
}

std::int32_t leading_year(std::string_view text) {
  std::int32_t const year = digits_at(text, 0, 4);
  bool const longer = text.size() > 4 && text[4] >= '0' && text[4] <= '9';
  return year >= 1900 && year <= 2200 && !longer ? year : 0;
}

bool DaySpan::year_known() const {
  return !empty() && (from == 0 || year_of(from) != 0) && (to == 0 || year_of(to) != 0);
}

DaySpan make_span(std::string_view from, std::string_view to) {
  return {parse_day(from), parse_day(to)};
}

DaySpan in_year(DaySpan span, std::int32_t year) {
  auto const complete = [year](Day day) {
    return day != 0 && year_of(day) == 0 ? make_day(year, month_of(day), day % 100) : day;
  };
  span.from = complete(span.from);
  span.to = complete(span.to);
  if (span.to % 10000 == 229 && !is_leap(year_of(span.to))) {
    --span.to; // the end of a February whose year was not said
  }
  return span;
}

bool is_whole_year(DaySpan span) {
  bool const ends = span.to % 10000 == 1231;
  return ends && (span.from == 0 || span.from == make_day(year_of(span.to), 1, 1));
}

} // namespace jixiao::lowering
