#pragma once
// The facts of a number held against a number: sets, verdict, position.
#include "engine/lowering/target.hpp"
#include "engine/model/facts.hpp"

namespace jixiao::lowering {

/// The relation as rules name it.
[[nodiscard]] model::RelationWord word_of(model::Relation relation);

/// The set that a number with its relation stands for.
[[nodiscard]] number::Interval set_of(number::Rational const& value, std::optional<model::Relation> relation);
/// The same for what a cell says; without a relation the number itself.
[[nodiscard]] number::Interval answer_set(Part const& answer, number::Rational const& factor);

/// Of a deviation only the size counts.
[[nodiscard]] number::Interval absolute(number::Interval const& value);

/// Fills `met`, `position`, `at_limit`, `restated`, the two numbers, relation and direction. `assumed` is
/// only ever set, never cleared: by a relation or direction that was supplied and matters.
void add_number_facts(Asked const& asked, number::Rational const& target, number::Interval answer,
                      model::Facts& facts);
/// The same for an answer that is one number.
void add_point_facts(Settled const& settled, number::Rational const& target, number::Rational const& actual,
                     model::Facts& facts);
/// The same for a range; its ends are in the common unit.
void add_range_facts(number::Interval const& target, number::Interval answer, model::Facts& facts);

} // namespace jixiao::lowering
