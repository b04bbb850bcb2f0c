// Dates: the X3 grammar over numbers and the words of the calendar.
#include "grammar/detail/date.hpp"
#include "grammar/detail/quantity.hpp"
#include "grammar/detail/terminals.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

BOOST_FUSION_ADAPT_STRUCT(jixiao::grammar::detail::DateDraft, before, first, second, edge, after)

namespace jixiao::grammar::detail {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

/// An integer of `digits` digits or the same in words, within [low, high].
bool read_integer(State& state, Cursor& at, Cursor end, std::size_t digits, int low, int high, int& value) {
  Cursor const from = skip_blanks(at, end);
  Cursor next = from;
  std::size_t count = 0;
  value = 0;
  for (DigitHit digit = digit_at(next, end); digit.length != 0 && count <= digits;
       digit = digit_at(next, end)) {
    value = value * 10 + digit.value;
    next += digit.length;
    ++count;
  }
  if (count == 0) {
    NumberDraft words;
    if (next == end || byte_at(next) < 0x80 || !read_numeral(state, next, end, words) || words.negative) {
      return false;
    }
    value = words.small;
  } else if (count > digits || (digits == 4 && count != 4)) {
    return false;
  }
  if (value < low || value > high) {
    return false;
  }
  at = next;
  return true;
}

bool read_year(State& state, Cursor& at, Cursor end, int& value) {
  return read_integer(state, at, end, 4, first_year, last_year, value);
}
bool read_month(State& state, Cursor& at, Cursor end, int& value) {
  return read_integer(state, at, end, 2, 1, 12, value);
}
/// Behind a year also what is no month: the date is wrong then, and no quantity.
bool read_any_month(State& state, Cursor& at, Cursor end, int& value) {
  return read_integer(state, at, end, 2, 1, 99, value);
}
bool read_day(State& state, Cursor& at, Cursor end, int& value) {
  return read_integer(state, at, end, 2, 1, 99, value);
}
bool read_quarter(State& state, Cursor& at, Cursor end, int& value) {
  return read_integer(state, at, end, 1, 1, 4, value);
}

/// The sign between the parts of 2021-12-31; both signs of one date must be equal.
template <char sign>
bool read_sign(State&, Cursor& at, Cursor end, Cursor& from) {
  from = at;
  at += sign == '-' && tilde_at(at, end) == 0 ? dash_at(at, end) : either_width(at, end, sign);
  return at != from;
}

/// Succeeds at the end of a number: no digit, point or sign carries it on.
bool read_stop(State& state, Cursor& at, Cursor end, Cursor& here) {
  here = at;
  Cursor const next = skip_blanks(at, end);
  return digit_at(at, end).length == 0 && either_width(at, end, '.') == 0 && either_width(at, end, '%') == 0
         && times_at(next, end) == 0 && dash_at(next, end) == 0
         && !state.words.longest(next, end, role_unit | role_numeral | role(WordClass::range_joiner)).found()
         && mark_at(next, end).kind != MarkKind::list;
}

template <WordClass... classes>
constexpr auto calendar_word = x3::omit[word<roles_of(classes...), TokenClass::date>];

auto const year_number = reader<int, read_year>;
auto const month_number = reader<int, read_month>;
auto const any_month_number = reader<int, read_any_month>;
auto const day_number = reader<int, read_day>;
auto const quarter_number = reader<int, read_quarter>;
auto const stop = x3::omit[reader<Cursor, read_stop>];
auto const joiner = x3::omit[reader<Cursor, read_joiner>];

auto const year_word = calendar_word<WordClass::date_year>;
auto const month_word = calendar_word<WordClass::date_month>;
auto const day_word = calendar_word<WordClass::date_day>;
auto const quarter_word = calendar_word<WordClass::date_quarter>;
auto const before_word = calendar_word<WordClass::date_before>;
auto const end_word = calendar_word<WordClass::date_end>;
auto const ordinal = calendar_word<WordClass::ordinal>;

template <auto member>
auto put() {
  return [](auto& context) { x3::_val(context).*member = x3::_attr(context); };
}
template <auto member, auto value>
auto set() {
  return [](auto& context) { x3::_val(context).*member = value; };
}
/// An alternative that failed may have left something behind: each begins afresh.
auto const fresh = x3::eps[([](auto& context) { x3::_val(context) = PointDraft{}; })];
/// The year stands already; what names a part of it begins without one.
auto const no_part = x3::eps[([](auto& context) {
  PointDraft& point = x3::_val(context);
  PointDraft kept;
  kept.year = point.year;
  kept.whole_year = point.whole_year;
  point = kept;
})];

using Draft = PointDraft;
using Rule = x3::rule<struct part_id, PointDraft>;

// Actions stand behind whole sequences: an optional part that fails leaves nothing behind.
auto const day = (day_number >> (day_word | &before_word))[put<&Draft::day>()];
auto const third = calendar_word<WordClass::date_early>[set<&Draft::third, Third::early>()]
                   | calendar_word<WordClass::date_middle>[set<&Draft::third, Third::middle>()]
                   | calendar_word<WordClass::date_late>[set<&Draft::third, Third::late>()]
                   | end_word[set<&Draft::third, Third::end>()];
auto const months = month_number[put<&Draft::month>()] >> -(joiner >> month_number[put<&Draft::month_last>()])
                    >> month_word >> -(day | third);
auto const no_month = (any_month_number >> month_word)[put<&Draft::month>()];
auto const quarters = -ordinal >> quarter_number[put<&Draft::quarter>()]
                      >> -(joiner >> -ordinal >> quarter_number[put<&Draft::quarter_last>()]) >> quarter_word;
auto const half = calendar_word<WordClass::date_first_half>[set<&Draft::half, 1>()]
                  | calendar_word<WordClass::date_second_half>[set<&Draft::half, 2>()];
auto const bare_month = (month_number >> stop)[([](auto& context) {
  x3::_val(context).month = x3::_attr(context);
  x3::_val(context).month_assumed = true;
})];

auto const part_of_year = (no_part >> quarters) | (no_part >> half) | (no_part >> months)
                          | (no_part >> no_month) | (no_part >> end_word[set<&Draft::year_end, true>()]);

/// 2021-12-31, 2021.12.31, 2021/12/31; with a dash or slash also without the day.
template <char sign>
auto const signs = x3::omit[reader<Cursor, read_sign<sign>>];
template <char sign>
auto const numeric =
    fresh >> year_number[put<&Draft::year>()] >> signs<sign> >> any_month_number[put<&Draft::month>()]
    >> signs<sign> >> day_number[put<&Draft::day>()] >> -day_word;
template <char sign>
auto const numeric_month = fresh >> year_number[put<&Draft::year>()]
                           >> signs<sign> >> month_number[put<&Draft::month>()] >> -month_word;

auto const years = fresh >> year_number[put<&Draft::year>()] >> joiner
                   >> year_number[put<&Draft::year_last>()] >> (year_word | stop);
auto const year = fresh >> year_number[put<&Draft::year>()]
                  >> ((year_word >> -(part_of_year | (no_part >> bare_month))) | &before_word);
auto const this_year =
    fresh >> calendar_word<WordClass::date_whole_year>[set<&Draft::whole_year, true>()] >> -part_of_year;
auto const year_end = fresh >> year_word >> end_word[set<&Draft::year_end, true>()];

auto const point = Rule{"date"} = numeric<'-'> | numeric<'.'> | numeric<'/'> | years
                                  | (numeric_month<'-'> >> stop) | (numeric_month<'/'> >> stop)
                                  | (numeric_month<'.'> >> (&before_word | third)) //
                                  | year | this_year | year_end                    //
                                  | (fresh >> quarters) | (fresh >> half) | (fresh >> months);
auto const day_alone = x3::rule<struct day_id, PointDraft>{"day"} =
    fresh >> day_number[put<&Draft::day>()] >> day_word;

/// Two digits, at most `highest`; where they end, or `at`.
Cursor clock_digits(Cursor at, Cursor end, int highest) {
  Cursor next = at;
  int value = 0;
  int count = 0;
  for (DigitHit digit = digit_at(next, end); digit.length != 0; digit = digit_at(next, end)) {
    value = value * 10 + digit.value;
    next += digit.length;
    if (++count > 2) {
      return at;
    }
  }
  return count != 0 && value <= highest ? next : at;
}

/// The time of day behind a day, as workbooks write it: 09:36, 9:36:00. A day is all that it says.
Cursor skip_clock(Cursor at, Cursor end) {
  Cursor const hours = skip_blanks(at, end);
  Cursor const behind_hours = clock_digits(hours, end, 24);
  std::size_t const colon = either_width(behind_hours, end, ':');
  if (hours == at || behind_hours == hours || colon == 0) {
    return at;
  }
  Cursor const minutes = behind_hours + colon;
  Cursor const behind_minutes = clock_digits(minutes, end, 59);
  if (behind_minutes == minutes) {
    return at;
  }
  std::size_t const second_colon = either_width(behind_minutes, end, ':');
  if (second_colon == 0) {
    return behind_minutes;
  }
  Cursor const seconds = behind_minutes + second_colon;
  Cursor const behind_seconds = clock_digits(seconds, end, 59);
  return behind_seconds == seconds ? at : behind_seconds;
}

bool read_point(State& state, Cursor& at, Cursor end, PointDraft& draft) {
  Cursor const from = skip_blanks(at, end);
  Cursor next = from;
  if (!x3::parse(next, end, x3::with<state_tag>(state)[point], draft)) {
    return false;
  }
  if (draft.day != 0) {
    next = skip_clock(next, end);
  }
  state.mark(TokenClass::date, from, next);
  at = next;
  return true;
}

/// The second end of a period may leave out the month.
bool read_last_point(State& state, Cursor& at, Cursor end, PointDraft& draft) {
  if (read_point(state, at, end, draft)) {
    return true;
  }
  Cursor const from = skip_blanks(at, end);
  Cursor next = from;
  if (!x3::parse(next, end, x3::with<state_tag>(state)[day_alone], draft)) {
    return false;
  }
  state.mark(TokenClass::date, from, next);
  at = next;
  return true;
}

auto const edge = word<roles_of(WordClass::date_before, WordClass::date_after), TokenClass::date>;
auto const date = x3::rule<struct date_id, DateDraft>{"date"} =
    -reader<RelationDraft, read_before> >> reader<PointDraft, read_point> >> -(
        joiner >> reader<PointDraft, read_last_point>)
    >> -edge >> -reader<RelationDraft, read_after>;

} // namespace

bool read_date(State& state, Cursor& at, Cursor end, DateDraft& draft) {
  draft = {};
  Cursor next = at;
  if (!x3::parse(next, end, x3::with<state_tag>(state)[date], draft)) {
    return false;
  }
  state.forget(next);
  at = next;
  return true;
}

} // namespace jixiao::grammar::detail
