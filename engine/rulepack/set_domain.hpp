#pragma once
// Programs over intervals: each number is what is known of it. Ends stay exact, open or closed.
#include "engine/number/interval.hpp"
#include "engine/rulepack/interpolate.hpp"
#include "engine/rulepack/machine.hpp"

namespace jixiao::rulepack {

struct SetDomain {
  using Value = number::Interval;
  using Truth = model::Truth;
  enum class Divided : std::uint8_t { done, beyond, may_be_zero };
  static constexpr bool joins = true;
  static constexpr bool words_may_be_open = false;

  static Value const& constant(Program const& program, std::size_t index) { return program.sets[index]; }
  /// An absent number may be anything.
  template <class Stack>
  static bool load(model::Facts const& facts, std::uint8_t field, Stack& stack) {
    auto const& value = facts.number(static_cast<model::NumberField>(field));
    stack.push(value ? *value : number::Interval::everything());
    return true;
  }
  static Value add(Value const& left, Value const& right) { return left + right; }
  static Value subtract(Value const& left, Value const& right) { return left - right; }
  static Value multiply(Value const& left, Value const& right) { return left * right; }
  static Divided divide(Value& left, Value const& right);
  static Value negate(Value const& value) { return -value; }
  static Value minimum(Value const& left, Value const& right);
  static Value maximum(Value const& left, Value const& right);
  static Value absolute(Value const& value);
  /// What the rounded values can be: both ends are reached.
  static Value round(Value const& value, std::int32_t places);
  /// From the lowest low end to the highest high end; ends that come out the wrong way round are swapped.
  static Value interval(Value const& low, Value const& high, bool low_closed, bool high_closed);
  static Value interpolate(Value const& value, Points<Value> const& points, Results const& results,
                           Value const& otherwise) {
    return interpolate_set(value, points, results, otherwise);
  }
  static Truth equal(Value const& left, Value const& right);
  static Truth less(Value const& left, Value const& right);
  static Value join(Value const& left, Value const& right) { return number::hull(left, right); }
};

} // namespace jixiao::rulepack
