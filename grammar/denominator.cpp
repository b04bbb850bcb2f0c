// Denominators of rates: yuan/person*month, yuan/(person*month), yuan each person each month, times each
// year.
#include "grammar/detail/quantity.hpp"

namespace jixiao::grammar::detail {

namespace {

/// A unit behind "each" or a sign, and where what belongs to it ends.
struct Factor {
  Hit unit;
  Hit each; ///< the word in front of it
};

bool is_raised_dot(Cursor at, Cursor end) {
  return at != end && byte_at(at) >= 0x80
         && (code_point(at) == 0xB7 || code_point(at) == 0x22C5 || code_point(at) == 0x30FB);
}

/// Length of a sign that multiplies two units.
std::size_t product_at(Cursor at, Cursor end) {
  std::size_t const times = at == end ? 0 : times_at(at, end);
  return times != 0 ? times : is_raised_dot(at, end) ? character_length(at) : 0;
}

/// "Each" and a unit. Some words hold both (each person), some the beginning of a longer unit (each
/// person-time): the reading that takes most is meant, and of equals the one with the longer unit.
Factor farthest_each(State const& state, Cursor at, Cursor end, bool& known) {
  constexpr Roles role_each = roles_of(WordClass::each);
  Factor best;
  Hit each = state.words.longest(at, end, role_each);
  for (bool longest = true; each.found(); longest = false) {
    Hit const unit = state.words.longest(skip_blanks(each.end, end), end, role_unit);
    if (unit.found() && !unit.is(role_per) && (!best.unit.found() || unit.end >= best.unit.end)) {
      best = {unit, each};
      known = known || longest;
    }
    each = state.words.longest(at, each.end - 1, role_each);
  }
  return best;
}

/// "Each" begins the next statement as often as it ends this one (100 households, each person gets 300 yuan):
/// a word that may be its subject is taken as a denominator only where nothing else follows.
bool read_each(State& state, Cursor& at, Cursor end, std::string_view counted, Hit& unit) {
  Cursor const from = skip_blanks(at, end);
  bool known = false;
  Factor const factor = farthest_each(state, from, end, known);
  if (!factor.unit.found() || state.words.unit(factor.unit.entry->unit).id == counted) {
    return false;
  }
  Cursor const behind = factor.unit.end;
  bool another = false;
  bool const ends = stands_alone(state, behind, end) || product_at(behind, end) != 0
                    || farthest_each(state, behind, end, another).unit.found();
  if (!known && !ends) {
    return false;
  }
  Cursor const next = skip_blanks(behind, end);
  if (!known && next != behind
      && (digit_at(next, end).length != 0 || state.words.longest(next, end, role_numeral).found())) {
    return false;
  }
  state.mark(TokenClass::unit, factor.each.begin, factor.each.end);
  state.mark(TokenClass::unit, factor.unit.begin, factor.unit.end);
  unit = factor.unit;
  at = factor.unit.end;
  return true;
}

/// A unit behind a sign, with "each" or without.
bool read_factor(State& state, Cursor& at, Cursor end, Hit& unit) {
  Cursor const from = skip_blanks(at, end);
  bool known = false;
  Factor const each = farthest_each(state, from, end, known);
  unit = each.unit.found() ? each.unit : state.words.longest(from, end, role_unit);
  if (!unit.found()) {
    return false;
  }
  state.mark(TokenClass::unit, from, unit.end);
  at = unit.end;
  return true;
}

/// A sign with the unit behind it; `sign` says how it was written.
bool read_signed(State& state, Cursor& at, Cursor end, bool product, std::string_view& sign, Hit& unit) {
  Cursor const from = skip_blanks(at, end);
  std::size_t const times = product ? product_at(from, end) : 0;
  std::size_t const length = times != 0 ? times : either_width(from, end, '/');
  Cursor next = from + length;
  if (length == 0 || !read_factor(state, next, end, unit)) {
    return false;
  }
  state.forget(from);
  state.mark(TokenClass::unit, from, next);
  sign = {from, length};
  at = next;
  return true;
}

/// Yuan/(person*month).
bool read_bracket(State& state, Cursor& at, Cursor end, UnitDraft& draft) {
  Cursor const slash = skip_blanks(at, end);
  Cursor const from = skip_blanks(slash + either_width(slash, end, '/'), end);
  MarkHit const open = from == slash || from == end ? MarkHit{} : mark_at(from, end);
  Cursor next = from + open.length;
  Hit per;
  if (open.kind != MarkKind::open || !read_factor(state, next, end, per)) {
    return false;
  }
  Hit per2;
  std::string_view sign;
  static_cast<void>(read_signed(state, next, end, true, sign, per2));
  next = skip_blanks(next, end);
  MarkHit const close = next == end ? MarkHit{} : mark_at(next, end);
  if (close.length == 0 || close.code_point != closer_of(open.code_point)) {
    return false;
  }
  draft.per = per;
  draft.per2 = per2;
  draft.sign = sign;
  at = next + close.length;
  state.mark(TokenClass::unit, slash, at);
  return true;
}

} // namespace

bool stands_alone(State const& state, Cursor at, Cursor end) {
  return at == end || blank_at(at, end) != 0 || mark_at(at, end).kind != MarkKind::none
         || dash_at(at, end) != 0 || either_width(at, end, '/') != 0
         || state.words.longest(at, end, role_after).found();
}

void read_denominators(State& state, Cursor& at, Cursor end, UnitDraft& draft) {
  std::string_view const counted = state.words.unit(draft.unit.entry->unit).id;
  std::string_view ignored;
  if (read_bracket(state, at, end, draft)) {
    draft.end = at;
    return;
  }
  if (!read_signed(state, at, end, false, ignored, draft.per)
      && !read_each(state, at, end, counted, draft.per)) {
    return;
  }
  if (!read_signed(state, at, end, true, draft.sign, draft.per2)) {
    static_cast<void>(read_each(state, at, end, counted, draft.per2));
  }
  draft.end = at;
}

} // namespace jixiao::grammar::detail
