#pragma once
// What a relation between an actual and a target means: one place for those who score and for those who look
// for a better actual.
#include "engine/model/reading.hpp"
#include "engine/number/rational.hpp"

namespace jixiao::model {

/// Whether "`actual` `relation` `target`" holds. `about` says nothing by itself: it is judged as at_least or
/// at_most, by its direction, and must not be asked here.
[[nodiscard]] bool meets(Relation relation, number::Rational const& actual, number::Rational const& target);

/// Whether `actual` is the very limit that a strict relation leaves out.
[[nodiscard]] bool is_at_limit(Relation relation, number::Rational const& actual,
                               number::Rational const& target);

} // namespace jixiao::model
