#include "grammar/detail/quantity.hpp"

namespace jixiao::grammar::detail {

namespace {

constexpr std::ptrdiff_t longest_remark = 18; ///< bytes in brackets: some five ideographs

bool is_lower(Relation relation) {
  return relation == Relation::at_least || relation == Relation::more_than;
}
bool is_upper(Relation relation) {
  return relation == Relation::at_most || relation == Relation::less_than;
}

/// "3 (inclusive) and more": a short remark in brackets may stand in front of the word. Its end, or `at`.
Cursor skip_remark(State const& state, Cursor at, Cursor end) {
  MarkHit const open = at == end ? MarkHit{} : mark_at(at, end);
  if (open.kind != MarkKind::open) {
    return at;
  }
  Cursor next = at + open.length;
  while (next != end && next - at <= longest_remark && mark_at(next, end).kind == MarkKind::none) {
    next += character_length(next);
  }
  MarkHit const close = mark_at(next, end);
  Cursor const behind = next + close.length;
  bool const word = state.words.longest(skip_blanks(behind, end), end, role_after).found();
  return close.code_point == closer_of(open.code_point) && close.length != 0 && word ? behind : at;
}

bool read_words(State& state, Cursor& at, Cursor end, Roles roles, bool behind, RelationDraft& relation) {
  relation = {};
  Cursor next = at;
  for (int i = 0; i < most_relation_words; ++i) {
    Cursor from = skip_blanks(next, end);
    Hit word = state.words.longest(from, end, roles);
    if (behind && !word.found() && from != end) {
      from = skip_blanks(skip_remark(state, from, end), end);
      word = state.words.longest(from, end, roles);
    }
    if (!word.found() || (behind && state.words.longest(from, end, role(WordClass::plain)).end > word.end)) {
      break; // a longer word that only begins like one
    }
    bool const opener = !behind && !word.is(role_before);
    state.mark(opener ? TokenClass::subject : TokenClass::relation, from, word.end);
    RelationDraft one;
    one.begin = from;
    one.end = word.end;
    one.found = !opener;
    one.relation = behind ? word.entry->after : word.entry->before;
    one.approximate = !opener && (behind ? word.entry->after_approximate : word.entry->before_approximate);
    join(relation, one);
    next = word.end;
  }
  if (relation.begin == nullptr) {
    return false;
  }
  at = next;
  return true;
}

} // namespace

void join(RelationDraft& left, RelationDraft const& right) {
  if (right.begin == nullptr) {
    return;
  }
  left.begin = left.begin == nullptr ? right.begin : left.begin;
  left.end = right.end;
  left.approximate = left.approximate || right.approximate;
  left.conflict = left.conflict || right.conflict;
  if (!right.found) {
    return;
  }
  if (!left.found) {
    left.found = true;
    left.relation = right.relation;
    return;
  }
  Relation const a = left.relation;
  Relation const b = right.relation;
  if (a == b || b == Relation::about) {
    return;
  }
  auto const both = [&](Relation one, Relation two) {
    return (a == one && b == two) || (a == two && b == one);
  };
  if (a == Relation::about) {
    left.relation = b;
  } else if (both(Relation::more_than, Relation::equal) || both(Relation::at_least, Relation::equal)) {
    left.relation = Relation::at_least;
  } else if (both(Relation::less_than, Relation::equal) || both(Relation::at_most, Relation::equal)) {
    left.relation = Relation::at_most;
  } else if (both(Relation::less_than, Relation::more_than)) {
    left.relation = Relation::not_equal;
  } else {
    left.conflict = true;
    // Of two bounds on one side the first word counts; bounds on opposite sides decide nothing.
    left.found = (is_lower(a) && is_lower(b)) || (is_upper(a) && is_upper(b));
  }
}

bool read_before(State& state, Cursor& at, Cursor end, RelationDraft& relation) {
  return read_words(state, at, end, role_before | role_opener, false, relation);
}

bool read_after(State& state, Cursor& at, Cursor end, RelationDraft& relation) {
  return read_words(state, at, end, role_after, true, relation);
}

} // namespace jixiao::grammar::detail
