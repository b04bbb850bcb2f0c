#pragma once
// Quantities: relation words, number, scale words, unit, and the ranges made of two of them.
#include "grammar/detail/state.hpp"

namespace jixiao::grammar::detail {

/// Relation words and signs in front of a number, in any repetition.
[[nodiscard]] bool read_before(State& state, Cursor& at, Cursor end, RelationDraft& relation);
/// Relation words behind a number.
[[nodiscard]] bool read_after(State& state, Cursor& at, Cursor end, RelationDraft& relation);

/// Two statements about one number as one; `left` stands in front.
void join(RelationDraft& left, RelationDraft const& right);

/// Scale words in front of a unit.
[[nodiscard]] bool read_scale(State& state, Cursor& at, Cursor end, ScaleDraft& scale);
/// A second classifier right behind `unit`, when the two stand alone.
[[nodiscard]] bool read_compound(State& state, Cursor& at, Cursor end, Hit& unit);
/// A unit with its denominators.
[[nodiscard]] bool read_unit(State& state, Cursor& at, Cursor end, UnitDraft& unit);

/// A range as mathematicians write it, in brackets.
[[nodiscard]] bool read_interval(State& state, Cursor& at, Cursor end, QuantityDraft& quantity);

/// A quantity or a range at `at`.
[[nodiscard]] bool read_quantity(State& state, Cursor& at, Cursor end, QuantityDraft& quantity);

/// Dashes, a tilde or a word between the ends of a range.
[[nodiscard]] bool read_joiner(State& state, Cursor& at, Cursor end, Cursor& joiner);

} // namespace jixiao::grammar::detail
