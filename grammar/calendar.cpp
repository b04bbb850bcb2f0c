// From a date as written to the days that it means.
#include "grammar/detail/date.hpp"

#include <array>

namespace jixiao::grammar::detail {

namespace {

/// A day; year 0 is a year that the text does not say.
struct Day {
  int year = 0, month = 1, day = 1;
};

struct Span {
  Day from, to;
};

int days_in(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  // A year that is not said counts as ordinary: the last day of February is the 28th then.
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap && year != 0 ? 1 : 0);
}

std::string iso(Day const& day) {
  auto const two = [](int value) {
    return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  };
  std::string const year = day.year == 0 ? "XXXX" : two(day.year / 100) + two(day.year % 100);
  return year + '-' + two(day.month) + '-' + two(day.day);
}

Day day_before(Day day) {
  if (--day.day == 0) {
    if (--day.month == 0) {
      day.month = 12;
      day.year -= day.year == 0 ? 0 : 1;
    }
    day.day = days_in(day.year, day.month);
  }
  return day;
}

Day day_after(Day day) {
  if (++day.day > days_in(day.year, day.month)) {
    day.day = 1;
    if (++day.month > 12) {
      day.month = 1;
      day.year += day.year == 0 ? 0 : 1;
    }
  }
  return day;
}

Span months(int year, int first, int last) {
  return {{year, first, 1}, {year, last, days_in(year, last)}};
}

Span third_of(int year, int month, Third third) {
  int const last = days_in(year, month);
  switch (third) {
  case Third::early: return {{year, month, 1}, {year, month, 10}};
  case Third::middle: return {{year, month, 11}, {year, month, 20}};
  case Third::late: return {{year, month, 21}, {year, month, last}};
  case Third::end: return {{year, month, last}, {year, month, last}};
  case Third::none: break;
  }
  return months(year, month, month);
}

Span span_of(PointDraft const& point, bool& valid) {
  int const year = point.year;
  auto const last_or = [&](int last, int first) {
    valid = valid && (last == 0 || last >= first);
    return last == 0 ? first : last;
  };
  if (point.quarter != 0) {
    int const last = last_or(point.quarter_last, point.quarter);
    return months(year, point.quarter * 3 - 2, last * 3);
  }
  if (point.half != 0) {
    return months(year, point.half * 6 - 5, point.half * 6);
  }
  if (point.month == 0) {
    int const last = last_or(point.year_last, year);
    return point.year_end ? Span{{year, 12, 31}, {year, 12, 31}} : Span{{year, 1, 1}, {last, 12, 31}};
  }
  if (point.month > 12) {
    valid = false;
    return {{year, 1, 1}, {year, 12, 31}};
  }
  if (point.day != 0) {
    int const longest = year == 0 && point.month == 2 ? 29 : days_in(year, point.month);
    valid = valid && point.day <= longest;
    return {{year, point.month, point.day}, {year, point.month, point.day}};
  }
  if (point.third != Third::none) {
    return third_of(year, point.month_last != 0 ? point.month_last : point.month, point.third);
  }
  return months(year, point.month, last_or(point.month_last, point.month));
}

bool later(Day const& left, Day const& right) {
  return left.year != right.year     ? left.year > right.year
         : left.month != right.month ? left.month > right.month
                                     : left.day > right.day;
}

/// A single month, day or part of a month is a date; everything longer is a period.
bool is_period(DateDraft const& date) {
  PointDraft const& point = date.first;
  bool const one_month = point.month != 0 && point.month_last == 0;
  return date.second.found() || (!one_month && !point.year_end && point.third == Third::none);
}

} // namespace

Calendar resolve(DateDraft const& date) {
  Calendar result;
  Span span = span_of(date.first, result.valid);
  if (date.second.found()) {
    PointDraft last = date.second;
    last.year = last.year == 0 ? date.first.year : last.year;
    last.month = last.month == 0 && last.day != 0 ? date.first.month : last.month;
    result.valid = result.valid && !(last.day != 0 && last.month == 0);
    Span const second = result.valid ? span_of(last, result.valid) : span;
    span.from.year = span.from.year == 0 ? second.from.year : span.from.year;
    span.to = second.to;
  }
  result.valid = result.valid && !later(span.from, span.to);
  RelationDraft relation = date.before;
  if (date.edge.found()) {
    RelationDraft edge;
    edge.begin = date.edge.begin;
    edge.end = date.edge.end;
    edge.found = true;
    bool const deadline = date.edge.is(role(WordClass::date_before));
    edge.relation = deadline ? Relation::at_most : Relation::at_least;
    join(relation, edge);
    result.includes_span = deadline && date.first.is_span();
  }
  join(relation, date.after);
  result.relation = relation;
  result.kind = is_period(date) ? CellKind::period : CellKind::date;
  std::string const from = iso(span.from);
  std::string const to = iso(span.to);
  bool const bound = relation.found && !relation.conflict;
  switch (bound ? relation.relation : Relation::equal) {
  case Relation::at_most: result.to = to; break;
  case Relation::less_than: result.to = iso(day_before(span.from)); break;
  case Relation::at_least: result.from = from; break;
  case Relation::more_than: result.from = iso(day_after(span.to)); break;
  case Relation::equal:
  case Relation::not_equal:
  case Relation::about:
    result.from = result.kind == CellKind::period ? from : "";
    result.to = to;
    return result;
  }
  result.kind = CellKind::date;
  return result;
}

} // namespace jixiao::grammar::detail
