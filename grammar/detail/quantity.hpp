#pragma once
// Quantities: relation words, number, scale words, unit, and the ranges made of two of them.
#include "grammar/detail/state.hpp"

namespace jixiao::grammar::detail {

inline constexpr int most_relation_words =
    6; ///< on one side of a number; a longer row of signs is no relation

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
/// True when nothing that could be part of a noun follows: the end, a blank, a mark, a relation word.
[[nodiscard]] bool stands_alone(State const& state, Cursor at, Cursor end);
/// The denominators behind the unit of `draft`, when there are any.
void read_denominators(State& state, Cursor& at, Cursor end, UnitDraft& draft);
/// A unit with its denominators.
[[nodiscard]] bool read_unit(State& state, Cursor& at, Cursor end, UnitDraft& unit);

/// The common form, one number with at most a relation, scale words and a unit, without any grammar: the
/// X3 rules read the same and more, at three times the price.
[[nodiscard]] bool read_plain_bound(State& state, Cursor& at, Cursor end, BoundDraft& bound);

/// A range as mathematicians write it, in brackets.
[[nodiscard]] bool read_interval(State& state, Cursor& at, Cursor end, QuantityDraft& quantity);

/// A quantity or a range at `at`.
[[nodiscard]] bool read_quantity(State& state, Cursor& at, Cursor end, QuantityDraft& quantity);

/// Dashes, a tilde or a word between the ends of a range.
[[nodiscard]] bool read_joiner(State& state, Cursor& at, Cursor end, Cursor& joiner);

} // namespace jixiao::grammar::detail
