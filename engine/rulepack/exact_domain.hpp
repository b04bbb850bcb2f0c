#pragma once
// Programs over exact fractions: what almost every row needs.
#include "engine/number/rational.hpp"
#include "engine/rulepack/interpolate.hpp"
#include "engine/rulepack/machine.hpp"

namespace jixiao::rulepack {

struct ExactDomain {
  using Value = number::Rational;
  using Truth = model::Truth;
  enum class Divided : std::uint8_t { done, beyond, may_be_zero };
  static constexpr bool joins = false;
  static constexpr bool words_may_be_open = false;

  static Value const& constant(Program const& program, std::size_t index) { return program.constants[index]; }
  template <class Stack>
  static bool load(model::Facts const& facts, std::uint8_t field, Stack& stack) {
    auto const& value = facts.number(static_cast<model::NumberField>(field));
    if (!value || !value->is_point()) {
      return false;
    }
    stack.push(*value->low.value);
    return true;
  }
  static Value add(Value const& left, Value const& right) { return left + right; }
  static Value subtract(Value const& left, Value const& right) { return left - right; }
  static Value multiply(Value const& left, Value const& right) { return left * right; }
  static Divided divide(Value& left, Value const& right) {
    if (right.is_zero()) {
      return Divided::beyond;
    }
    left = left / right;
    return Divided::done;
  }
  static Value negate(Value const& value) { return -value; }
  static Value minimum(Value const& left, Value const& right) { return right < left ? right : left; }
  static Value maximum(Value const& left, Value const& right) { return left < right ? right : left; }
  static Value absolute(Value const& value) { return number::abs(value); }
  static Value round(Value const& value, std::int32_t places) {
    return *number::round(value, places, number::Rounding::half_up);
  }
  static Value interpolate(Value const& value, Points<Value> const& points, Results const& results,
                           Value const& otherwise) {
    return interpolate_exactly(value, points, results, otherwise);
  }
  static Truth equal(Value const& left, Value const& right) { return truth(left == right); }
  static Truth less(Value const& left, Value const& right) { return truth(left < right); }
  static Value const& join(Value const& left, Value const&) { return left; } // never asked: joins is false

private:
  static Truth truth(bool value) { return value ? Truth::yes : Truth::no; }
};

} // namespace jixiao::rulepack
