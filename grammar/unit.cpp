// Units: scale words, the unit, a second classifier.
#include "grammar/detail/quantity.hpp"
#include "grammar/detail/terminals.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

BOOST_FUSION_ADAPT_STRUCT(jixiao::grammar::detail::UnitDraft, unit, compound)

namespace jixiao::grammar::detail {

namespace {

constexpr int most_scales = 4;
constexpr std::uint8_t most_exponent = 60;

auto const unit_word = word<role_unit, TokenClass::unit>;
auto const compound = reader<Hit, read_compound>;

auto const unit = x3::rule<struct unit_id, UnitDraft>{"unit"} = unit_word >> -compound;

} // namespace

bool read_scale(State& state, Cursor& at, Cursor end, ScaleDraft& scale) {
  scale = {};
  Cursor next = skip_blanks(at, end);
  if (next == end || byte_at(next) < 0x80) {
    return false;
  }
  for (int i = 0; i < most_scales; ++i) {
    Hit const word = state.words.longest(next, end, role_multiplier);
    if (!word.found() || begins_unit(state, word, end)) {
      break;
    }
    scale.begin = scale.found() ? scale.begin : next;
    scale.end = next = word.end;
    scale.exponent = static_cast<std::uint8_t>(scale.exponent + word.entry->exponent);
    if (scale.exponent > most_exponent) {
      return false;
    }
  }
  if (!scale.found()) {
    return false;
  }
  state.mark(TokenClass::unit, scale.begin, scale.end);
  at = next;
  return true;
}

bool read_compound(State& state, Cursor& at, Cursor end, Hit& second) {
  if (at == end || byte_at(at) < 0x80) {
    return false;
  }
  second = state.words.longest(at, end, role_unit);
  Piece const& first = state.pieces[state.piece_count == 0 ? 0 : state.piece_count - 1];
  if (state.piece_count != 0
      && second.text() == std::string_view(first.begin, static_cast<std::size_t>(first.end - first.begin))) {
    return false; // the same word twice is no classifier
  }
  if (state.piece_count != 0 && state.words.longest(first.begin, first.end, role_calendar).found()) {
    return false; // a year is no classifier
  }
  if (!second.found() || second.is(role_per) || state.words.longest(at, end, role(WordClass::half)).found()
      || !stands_alone(state, second.end, end)) {
    return false;
  }
  state.mark(TokenClass::unit, at, second.end);
  at = second.end;
  return true;
}

namespace {

/// 98 (%): a unit in brackets behind the number.
bool read_bracketed(State& state, Cursor& at, Cursor end, UnitDraft& draft) {
  Cursor const from = skip_blanks(at, end);
  MarkHit const open = from == end ? MarkHit{} : mark_at(from, end);
  if (open.kind != MarkKind::open) {
    return false;
  }
  Cursor const inside = skip_blanks(from + open.length, end);
  Hit const word = state.words.longest(inside, end, role_unit);
  Cursor const after = word.found() ? skip_blanks(word.end, end) : end;
  MarkHit const close = after == end ? MarkHit{} : mark_at(after, end);
  if (close.length == 0 || close.code_point != closer_of(open.code_point)) {
    return false;
  }
  draft.unit = word;
  state.mark(TokenClass::unit, from, after + close.length);
  at = after + close.length;
  return true;
}

} // namespace

bool read_unit(State& state, Cursor& at, Cursor end, UnitDraft& draft) {
  draft = {};
  Cursor next = at;
  // Most numbers have no denominator, and most units are one word: no grammar is needed to see that.
  Cursor const from = skip_blanks(next, end);
  Hit const first = state.words.longest(from, end, role_unit);
  if (!first.found()) {
    return read_bracketed(state, at, end, draft);
  }
  if (first.end == end) {
    state.mark(TokenClass::unit, from, first.end);
    draft.unit = first;
    at = first.end;
    return true;
  }
  if (!x3::parse(next, end, x3::with<state_tag>(state)[unit], draft)) {
    return false;
  }
  read_denominators(state, next, end, draft);
  state.forget(next);
  at = next;
  return true;
}

} // namespace jixiao::grammar::detail
