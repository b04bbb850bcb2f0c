// Quantities and ranges: the X3 grammar over relation words, numbers and units.
#include "grammar/detail/quantity.hpp"
#include "grammar/detail/range.hpp"
#include "grammar/detail/terminals.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include <string>
#include <utility>

namespace jixiao::grammar::detail {

namespace {

struct Sequence {
  Hit rate; ///< "each week" in front of "at least 2 times"
  BoundDraft first;
  Cursor first_end = nullptr;
  RangeDraft range;
};

/// [80%, 90%)
struct IntervalDraft {
  bool low_closed = true;
  MeasureDraft low, high;
  bool high_closed = true;
  ScaleDraft scale;
  UnitDraft unit;
};

} // namespace

} // namespace jixiao::grammar::detail

BOOST_FUSION_ADAPT_STRUCT(jixiao::grammar::detail::MeasureDraft, rate, currency, number, odd, scale,
                          odd_scale, unit, tail)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammar::detail::BoundDraft, before, measure, after)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammar::detail::RangeDraft, form, left, bound)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammar::detail::IntervalDraft, low_closed, low, high, high_closed, scale,
                          unit)
BOOST_FUSION_ADAPT_STRUCT(jixiao::grammar::detail::Sequence, rate, first, first_end, range)

namespace jixiao::grammar::detail {

namespace {

constexpr int most_dashes = 4;

bool read_tail(State& state, Cursor& at, Cursor end, TailDraft& tail) {
  if (at == end || byte_at(at) < 0x80) {
    return false;
  }
  tail = {};
  Hit const word = state.words.longest(at, end, role_odd | role(WordClass::half));
  if (!word.found()) {
    return false;
  }
  bool const half = word.is(role(WordClass::half));
  // The unit that "odd" has cut in two: its halves together are a unit.
  Piece const& before = state.pieces[state.piece_count == 0 ? 0 : state.piece_count - 1];
  Hit const rest = state.words.longest(word.end, end, role_unit);
  if (state.piece_count != 0 && before.token_class == TokenClass::unit && rest.found()) {
    std::string const whole = std::string(before.begin, before.end) + std::string(rest.text());
    Hit const known = state.words.longest(whole.data(), whole.data() + whole.size(), role_unit);
    tail.unit = known.found() && known.text().size() == whole.size() ? rest : Hit{};
  }
  Cursor const next = tail.unit.found() ? tail.unit.end : word.end;
  bool const ends = next == end || blank_at(next, end) != 0 || mark_at(next, end).kind != MarkKind::none
                    || state.words.longest(next, end, role_after).found();
  if (!tail.unit.found() && !ends) {
    return false; // a word that only begins like this
  }
  (half ? tail.half : tail.odd) = word;
  state.mark(half ? TokenClass::number : TokenClass::relation, at, word.end);
  if (tail.unit.found()) {
    state.mark(TokenClass::unit, tail.unit.begin, tail.unit.end);
  }
  at = next;
  return true;
}

/// A bracket of an interval in either width; `closed` says whether its end belongs to it.
template <char square, char round>
bool read_bracket(State& state, Cursor& at, Cursor end, bool& closed) {
  Cursor const from = skip_blanks(at, end);
  std::size_t const length = either_width(from, end, square);
  closed = length != 0;
  Cursor const next = from + (closed ? length : either_width(from, end, round));
  if (next == from) {
    return false;
  }
  state.mark(TokenClass::relation, from, next);
  at = next;
  return true;
}

bool read_comma(State& state, Cursor& at, Cursor end, Cursor& from) {
  from = skip_blanks(at, end);
  std::size_t const length = either_width(from, end, ',');
  state.mark(TokenClass::mark, from, from + length);
  at = length != 0 ? from + length : at;
  return length != 0;
}

/// "Odd" behind a number; a longer word that begins like it is another word (multi-functional).
bool read_odd(State& state, Cursor& at, Cursor end, Hit& hit) {
  Cursor const from = skip_blanks(at, end);
  hit = state.words.longest(from, end, role_odd);
  if (!hit.found() || state.words.longest(from, end, role(WordClass::plain)).end > hit.end) {
    return false;
  }
  state.mark(TokenClass::relation, from, hit.end);
  at = hit.end;
  return true;
}

/// A currency sign in front of the number.
bool read_currency(State& state, Cursor& at, Cursor end, Hit& sign) {
  Cursor const from = skip_blanks(at, end);
  bool const yen = from != end && (code_point(from) == 0xA5 || code_point(from) == 0xFFE5);
  sign = yen ? state.words.longest(from, end, role_unit) : Hit{};
  if (!sign.found()) {
    return false;
  }
  state.mark(TokenClass::unit, from, sign.end);
  at = sign.end;
  return true;
}

bool read_here(State&, Cursor& at, Cursor, Cursor& here) {
  here = at;
  return true;
}

/// The letter of an inequality: 80% <= x < 90%.
bool read_variable(State& state, Cursor& at, Cursor end, Cursor& letter) {
  letter = skip_blanks(at, end);
  std::size_t const wide = letter != end && byte_at(letter) == 0xEF && end - letter >= 3
                                   && ((code_point(letter) | 0x20U) == (0xFEE0U + 'x'))
                               ? 3
                               : 0;
  std::size_t const length = is_ascii_letter(letter, end) && !is_ascii_letter(letter + 1, end) ? 1 : wide;
  if (length == 0) {
    return false;
  }
  state.mark(TokenClass::subject, letter, letter + length);
  at = letter + length;
  return true;
}

auto const before = reader<RelationDraft, read_before>;
auto const after = reader<RelationDraft, read_after>;
auto const number = reader<NumberDraft, read_number>;
auto const scale = reader<ScaleDraft, read_scale>;
auto const unit = reader<UnitDraft, read_unit>;
auto const currency = reader<Hit, read_currency>;
auto const tail = reader<TailDraft, read_tail>;
auto const here = reader<Cursor, read_here>;
auto const joiner = x3::omit[reader<Cursor, read_joiner>];
auto const variable = x3::omit[reader<Cursor, read_variable>];
auto const odd = reader<Hit, read_odd>;
auto const rate = word<role_per, TokenClass::unit>;
auto const conjunction = x3::omit[word<roles_of(WordClass::conjunction), TokenClass::mark>];
auto const no_relation = x3::attr(RelationDraft{});

auto const measure = x3::rule<struct measure_id, MeasureDraft>{"measure"} =
    -rate >> -currency >> number >> -odd >> -scale >> -odd >> -unit >> -tail;

auto const bound = x3::rule<struct bound_id, BoundDraft>{"bound"} //
= -before >> measure >> -after;

auto const range = x3::rule<struct range_id, RangeDraft>{"range"} =
    (x3::attr(RangeForm::joined) >> no_relation >> joiner >> bound)
    | (x3::attr(RangeForm::enclosed) >> before >> variable >> bound)
    | (x3::attr(RangeForm::two_bounds) >> no_relation >> -conjunction >> bound);

auto const quantity = x3::rule<struct quantity_id, Sequence>{"quantity"} //
= -rate >> bound >> here >> -range;

auto const comma = x3::omit[reader<Cursor, read_comma>];
auto const interval = x3::rule<struct interval_id, IntervalDraft>{"interval"} =
    reader<bool, read_bracket<'[', '('>> >> measure >> comma >> measure
    >> reader<bool, read_bracket<']', ')'>> >> -scale >> -unit;

} // namespace

bool read_joiner(State& state, Cursor& at, Cursor end, Cursor& from) {
  from = skip_blanks(at, end);
  Cursor next = from;
  for (int i = 0; i < most_dashes; ++i) {
    next += dash_at(next, end);
  }
  if (next == from) {
    next = state.words.longest(from, end, role(WordClass::range_joiner)).end;
    if (next == nullptr) {
      return false;
    }
  }
  state.mark(TokenClass::mark, from, next);
  at = next;
  return true;
}

bool read_plain_bound(State& state, Cursor& at, Cursor end, BoundDraft& draft) {
  MeasureDraft& plain = draft.measure;
  static_cast<void>(read_before(state, at, end, draft.before));
  if (!read_number(state, at, end, plain.number) || plain.number.in_words()) {
    return false;
  }
  if (at == end) {
    return true;
  }
  static_cast<void>(read_scale(state, at, end, plain.scale));
  static_cast<void>(read_unit(state, at, end, plain.unit));
  static_cast<void>(read_after(state, at, end, draft.after));
  return true;
}

bool read_interval(State& state, Cursor& at, Cursor end, QuantityDraft& result) {
  IntervalDraft draft;
  Cursor next = at;
  state.groups = false; // the comma stands between the ends
  bool const read = x3::parse(next, end, x3::with<state_tag>(state)[interval], draft);
  state.groups = true;
  if (!read || !same_unit(state, draft.low, draft.high)) {
    return false;
  }
  result = {};
  result.form = RangeForm::interval;
  result.low_closed = draft.low_closed;
  result.high_closed = draft.high_closed;
  result.first.measure = draft.low;
  result.second.measure = draft.high;
  if (!draft.high.unit.found() && !draft.high.scale.found()) {
    result.second.measure.unit = draft.unit;
    result.first.measure.scale = result.second.measure.scale = draft.scale;
  }
  state.forget(next);
  at = next;
  return true;
}

bool read_quantity(State& state, Cursor& at, Cursor end, QuantityDraft& result) {
  Sequence sequence;
  Cursor next = at;
  if (!x3::parse(next, end, x3::with<state_tag>(state)[quantity], sequence)) {
    return false;
  }
  result = {};
  result.first = sequence.first;
  if (!result.first.measure.rate.found()) {
    result.first.measure.rate = sequence.rate;
  }
  if (sequence.range.form != RangeForm::none && !make_range(state, sequence.range, result)) {
    next = sequence.first_end;
  }
  collapse(result);
  if (result.reversed) {
    std::swap(result.first, result.second);
    std::swap(result.low_closed, result.high_closed);
    result.reversed = false; // said in this order on purpose: less than 20, more than 10
  }
  state.forget(next);
  at = next;
  return true;
}

} // namespace jixiao::grammar::detail
