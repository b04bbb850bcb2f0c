#include "engine/lowering/days_asked.hpp"

#include <algorithm>

namespace jixiao::lowering {

using model::Relation;
using number::Rational;

namespace {

Day day_before(Day day) {
  std::int32_t const year = year_of(day);
  std::int32_t const month = month_of(day);
  if (day % 100 > 1) {
    return day - 1;
  }
  if (month > 1) {
    return last_of_month(year, month - 1);
  }
  return year == 0 ? make_day(0, 1, 1) : make_day(year - 1, 12, 31); // no year: nothing lies before it
}

Day day_after(Day day) {
  std::int32_t const year = year_of(day);
  std::int32_t const month = month_of(day);
  if (day != last_of_month(year, month)) {
    return day + 1;
  }
  if (month < 12) {
    return make_day(year, month + 1, 1);
  }
  return year == 0 ? make_day(0, 12, 31) : make_day(year + 1, 1, 1);
}

/// A small whole number as an int; -1 when it is none.
std::int32_t whole(Rational const& value) {
  std::string const digits = value.text();
  if (!value.is_integer() || value.sign() < 0 || digits.size() > 8) {
    return -1;
  }
  std::int32_t result = 0;
  for (char const c : digits) {
    result = result * 10 + (c - '0');
  }
  return result;
}

DaySpan month_span(std::int32_t year, std::int32_t month) {
  bool const valid = year >= 1900 && year <= 2200 && month >= 1 && month <= 12;
  return valid ? DaySpan{make_day(year, month, 1), last_of_month(year, month)} : DaySpan();
}

} // namespace

DaySpan days_in_digits(Rational const& value) {
  std::int32_t const digits = whole(value);
  if (digits >= 10000000) {
    DaySpan const month = month_span(digits / 10000, digits / 100 % 100);
    bool const valid = !month.empty() && digits >= month.from && digits <= month.to;
    return valid ? DaySpan{digits, digits} : DaySpan();
  }
  if (digits >= 0) {
    return digits >= 100000 ? month_span(digits / 100, digits % 100) : DaySpan();
  }
  std::int32_t const hundredths = whole(value * Rational(100));
  if (hundredths < 0) {
    return {};
  }
  std::int32_t const year = hundredths / 100;
  std::int32_t const rest = hundredths % 100;
  if (is_unclear_month(value)) {
    return {month_span(year, 1).from, month_span(year, 10).to};
  }
  return month_span(year, rest > 12 && rest % 10 == 0 ? rest / 10 : rest);
}

bool is_eight_digits(Rational const& value) {
  static Rational const least = 10000000;
  static Rational const above = 100000000;
  return value >= least && value < above;
}

bool is_unclear_month(Rational const& value) {
  std::int32_t const hundredths = whole(value * Rational(100));
  return hundredths % 100 == 10 && !month_span(hundredths / 100, 1).empty();
}

std::string_view date_reason(Rational const& value, Measure const& measure,
                             vocabulary::NameHints const& hints) {
  bool const year_unit = is_year(measure.unit) && measure.exponent == 0 && !measure.rate();
  if ((year_unit || (measure.bare() && hints.deadline)) && whole(value) >= 1900 && whole(value) <= 2200) {
    return "year_date";
  }
  if (measure.bare() && hints.deadline && whole(value) >= 1 && whole(value) <= 12) {
    return "month_deadline";
  }
  if (measure.bare() && hints.deadline && !days_in_digits(value).empty()) {
    return digits_date;
  }
  return {};
}

bool is_date_unit(std::string_view unit, vocabulary::Vocabulary const& vocabulary) {
  using grammar::WordClass;
  auto const& words = vocabulary.lexicon().words;
  return std::any_of(words.begin(), words.end(), [&](grammar::ClassWord const& word) {
    bool const of_date = word.word_class == WordClass::date_month || word.word_class == WordClass::date_day;
    return of_date && word.text == unit;
  });
}

DaySpan days_of_number(Rational const& value, std::string_view reason, std::int32_t year) {
  std::int32_t const number = whole(value);
  if (reason == "month_deadline") {
    return {0, last_of_month(year, number)};
  }
  if (reason == digits_date) {
    return days_in_digits(value);
  }
  return {make_day(number, 1, 1), make_day(number, 12, 31)};
}

DaySpan days_under(DaySpan days, std::optional<Relation> relation) {
  if (!relation || days.empty()) {
    return days;
  }
  switch (*relation) {
  case Relation::at_most: return {0, days.to};
  case Relation::less_than: return {0, day_before(days.from != 0 ? days.from : days.to)};
  case Relation::at_least: return {days.from != 0 ? days.from : days.to, 0};
  case Relation::more_than: return {day_after(days.to != 0 ? days.to : days.from), 0};
  case Relation::equal:
  case Relation::not_equal:
  case Relation::about: break;
  }
  return days;
}

} // namespace jixiao::lowering
