#include "engine/rulepack/set_domain.hpp"

#include <algorithm>
#include <compare>

namespace jixiao::rulepack {

using number::End;
using number::Interval;
using number::Rational;
using number::Rounding;

namespace {

End const unbounded{std::nullopt, false};

/// Order of two ends on one side, `side` -1 for low ends and 1 for high ones: an end without a value lies
/// outermost.
std::strong_ordering order(End const& left, End const& right, int side) {
  if (!left.value || !right.value) {
    if (!left.value && !right.value) {
      return std::strong_ordering::equal;
    }
    bool const left_outermost = !left.value;
    return left_outermost == (side < 0) ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return *left.value <=> *right.value;
}

/// The lower (or higher) of two ends. At a tie, `reached_by_one` says whether one of the two sets suffices to
/// reach the value or both must hold it.
End pick(End const& left, End const& right, int side, bool lower, bool reached_by_one) {
  std::strong_ordering const order_of_ends = order(left, right, side);
  if (order_of_ends == std::strong_ordering::equal) {
    bool const closed = reached_by_one ? left.closed || right.closed : left.closed && right.closed;
    return {left.value, left.value.has_value() && closed};
  }
  bool const take_left = (order_of_ends == std::strong_ordering::less) == lower;
  return take_left ? left : right;
}

} // namespace

SetDomain::Divided SetDomain::divide(Value& left, Value const& right) {
  auto quotient = number::divide(left, right);
  left = quotient ? std::move(*quotient) : Interval::everything();
  return quotient ? Divided::done : Divided::may_be_zero;
}

Interval SetDomain::minimum(Value const& left, Value const& right) {
  // The least value is reached as soon as one of the two is that low; the greatest only where both are.
  return {pick(left.low, right.low, -1, true, true), pick(left.high, right.high, 1, true, false)};
}

Interval SetDomain::maximum(Value const& left, Value const& right) {
  return {pick(left.low, right.low, -1, false, false), pick(left.high, right.high, 1, false, true)};
}

Interval SetDomain::absolute(Value const& value) {
  if (value.low.value && value.low.value->sign() >= 0) {
    return value;
  }
  if (value.high.value && value.high.value->sign() <= 0) {
    return -value;
  }
  if (!value.low.value || !value.high.value) {
    return {End{Rational(0), true}, unbounded};
  }
  return {End{Rational(0), true}, pick(End{-*value.low.value, value.low.closed}, value.high, 1, false, true)};
}

Interval SetDomain::round(Value const& value, std::int32_t places) {
  // Just inside an open end the values round as those a hair above (below) it do: a tie there goes to the
  // side on which the interval lies.
  Rational const half_step = Rational::power_of_ten(-places) * Rational::fraction(1, 2);
  auto const rounded = [&](End const& end, int inwards) {
    if (!end.value) {
      return unbounded;
    }
    if (end.closed) {
      return End{*number::round(*end.value, places, Rounding::half_up), true};
    }
    return inwards > 0 ? End{*number::round(*end.value + half_step, places, Rounding::floor), true}
                       : End{*number::round(*end.value - half_step, places, Rounding::ceiling), true};
  };
  return {rounded(value.low, 1), rounded(value.high, -1)};
}

Interval SetDomain::interval(Value const& low, Value const& high, bool low_closed, bool high_closed) {
  End from{low.low.value, low.low.closed && low_closed};
  End to{high.high.value, high.high.closed && high_closed};
  if (from.value && to.value && !(*from.value < *to.value)) {
    std::swap(from, to);
    from.closed = true;
    to.closed = true;
  }
  return {from, to};
}

model::Truth SetDomain::equal(Value const& left, Value const& right) {
  if (number::is_disjoint(left, right)) {
    return Truth::no;
  }
  return left.is_point() && right.is_point() ? Truth::yes : Truth::unknown;
}

model::Truth SetDomain::less(Value const& left, Value const& right) {
  if (left.high.value && right.low.value) {
    bool const touch = *left.high.value == *right.low.value;
    if (*left.high.value < *right.low.value || (touch && !(left.high.closed && right.low.closed))) {
      return Truth::yes;
    }
  }
  if (left.low.value && right.high.value && *left.low.value >= *right.high.value) {
    return Truth::no;
  }
  return Truth::unknown;
}

} // namespace jixiao::rulepack
