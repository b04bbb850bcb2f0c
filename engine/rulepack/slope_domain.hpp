#pragma once
// Programs over intervals together with the slope against one field: whether a formula rises or falls in that
// field wherever the facts may lie. Forward differentiation, with the rules of intervals in every step.
#include "engine/rulepack/set_domain.hpp"

namespace jixiao::rulepack {

struct SetWithSlope {
  number::Interval value;
  number::Interval slope;
};

struct SlopeDomain {
  std::uint8_t field = 0; ///< the number field that varies

  using Value = SetWithSlope;
  using Truth = model::Truth;
  using Divided = SetDomain::Divided;
  static constexpr bool joins = true;
  static constexpr bool words_may_be_open = false;

  static number::Interval zero() { return number::Interval::point(0); }
  static Value constant(Program const& program, std::size_t index) { return {program.sets[index], zero()}; }
  template <class Stack>
  bool load(model::Facts const& facts, std::uint8_t loaded, Stack& stack) const {
    auto const& value = facts.number(static_cast<model::NumberField>(loaded));
    stack.push(
        {value ? *value : number::Interval::everything(), number::Interval::point(loaded == field ? 1 : 0)});
    return true;
  }
  static Value add(Value const& left, Value const& right) {
    return {left.value + right.value, left.slope + right.slope};
  }
  static Value subtract(Value const& left, Value const& right) {
    return {left.value - right.value, left.slope - right.slope};
  }
  static Value multiply(Value const& left, Value const& right) {
    return {left.value * right.value, left.slope * right.value + left.value * right.slope};
  }
  static Divided divide(Value& left, Value const& right) {
    number::Interval quotient = left.value;
    Divided const divided = SetDomain::divide(quotient, right.value);
    if (divided == Divided::done) {
      // (u / v)' = (u' - (u / v) v') / v
      number::Interval slope = left.slope - quotient * right.slope;
      SetDomain::divide(slope, right.value);
      left = {std::move(quotient), std::move(slope)};
    } else {
      left = {std::move(quotient), number::Interval::everything()};
    }
    return divided;
  }
  static Value negate(Value const& value) { return {-value.value, -value.slope}; }
  static Value minimum(Value const& left, Value const& right) {
    return {SetDomain::minimum(left.value, right.value),
            slope_of_choice(SetDomain::less(left.value, right.value), left, right)};
  }
  static Value maximum(Value const& left, Value const& right) {
    return {SetDomain::maximum(left.value, right.value),
            slope_of_choice(SetDomain::less(right.value, left.value), left, right)};
  }
  static Value absolute(Value const& value) { return maximum(value, negate(value)); }
  /// Steps: it never falls where the rounded value does not.
  static Value round(Value const& value, std::int32_t places) {
    return {SetDomain::round(value.value, places),
            number::hull(zero(), value.slope * number::Interval::at_least(0))};
  }
  static Value interval(Value const& low, Value const& high, bool low_closed, bool high_closed) {
    return {SetDomain::interval(low.value, high.value, low_closed, high_closed),
            number::hull(low.slope, high.slope)};
  }
  /// Its pieces have slopes of their own: nothing is said of them.
  static Value interpolate(Value const& value, Points<Value> const& points, Results const& results,
                           Value const& otherwise) {
    Points<number::Interval> sets{};
    for (std::size_t i = 0; i < results.size(); ++i) {
      sets[i] = &points[i]->value;
    }
    return {interpolate_set(value.value, sets, results, otherwise.value), number::Interval::everything()};
  }
  static Truth equal(Value const& left, Value const& right) {
    return SetDomain::equal(left.value, right.value);
  }
  static Truth less(Value const& left, Value const& right) {
    return SetDomain::less(left.value, right.value);
  }
  /// A choice that is not decided may jump.
  static Value join(Value const& left, Value const& right) {
    return {number::hull(left.value, right.value), number::Interval::everything()};
  }

private:
  static number::Interval slope_of_choice(Truth takes_left, Value const& left, Value const& right) {
    switch (takes_left) {
    case Truth::yes: return left.slope;
    case Truth::no: return right.slope;
    case Truth::unknown: break;
    }
    return number::hull(left.slope, right.slope);
  }
};

} // namespace jixiao::rulepack
