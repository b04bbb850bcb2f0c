#include "engine/number/interval.hpp"

#include <array>
#include <cassert>
#include <utility>

namespace jixiao::number {

namespace {

End unbounded() {
  return {std::nullopt, false};
}

bool is_valid(Interval const& value) {
  if (!value.low.value || !value.high.value) {
    return true;
  }
  return *value.low.value < *value.high.value
         || (*value.low.value == *value.high.value && value.low.closed && value.high.closed);
}

Interval make(End low, End high) {
  Interval result{std::move(low), std::move(high)};
  assert(is_valid(result));
  return result;
}

bool is_closed(End const& end) {
  return end.value.has_value() && end.closed;
}

/// Whether `left` as a low end lets in all that `right` lets in.
bool reaches_below(End const& left, End const& right) {
  if (!left.value || !right.value) {
    return !left.value;
  }
  return *left.value < *right.value || (*left.value == *right.value && (left.closed || !right.closed));
}

/// Whether `left` as a high end lets in all that `right` lets in.
bool reaches_above(End const& left, End const& right) {
  if (!left.value || !right.value) {
    return !left.value;
  }
  return *left.value > *right.value || (*left.value == *right.value && (left.closed || !right.closed));
}

/// Whether everything of `left` lies below everything of `right`.
bool lies_below(Interval const& left, Interval const& right) {
  if (!left.high.value || !right.low.value) {
    return false;
  }
  return *left.high.value < *right.low.value
         || (*left.high.value == *right.low.value && !(left.high.closed && right.low.closed));
}

End sum(End const& left, End const& right) {
  if (!left.value || !right.value) {
    return unbounded();
  }
  return {*left.value + *right.value, left.closed && right.closed};
}

End negated(End const& end) {
  return end.value ? End{-*end.value, end.closed} : unbounded();
}

/// An end with the side it stands on: without a value it is infinite in the direction of `infinity`.
struct Corner {
  End end;
  int infinity = 0;

  [[nodiscard]] int sign() const { return end.value ? end.value->sign() : infinity; }
};

/// Product of two corners. Zero times anything is zero, and reached when the zero itself is.
Corner product(Corner const& left, Corner const& right) {
  int const sign = left.sign() * right.sign();
  if (sign == 0) {
    bool const reached = (left.sign() == 0 && left.end.closed) || (right.sign() == 0 && right.end.closed);
    return {End{Rational(0), reached}, 0};
  }
  if (!left.end.value || !right.end.value) {
    return {unbounded(), sign};
  }
  return {End{*left.end.value * *right.end.value, left.end.closed && right.end.closed}, 0};
}

End lowest(std::array<Corner, 4> const& corners) {
  Corner const* best = nullptr;
  for (Corner const& corner : corners) {
    if (corner.infinity < 0) {
      return unbounded();
    }
    if (corner.infinity == 0 && (best == nullptr || reaches_below(corner.end, best->end))) {
      best = &corner;
    }
  }
  assert(best != nullptr);
  return best->end;
}

End highest(std::array<Corner, 4> const& corners) {
  Corner const* best = nullptr;
  for (Corner const& corner : corners) {
    if (corner.infinity > 0) {
      return unbounded();
    }
    if (corner.infinity == 0 && (best == nullptr || reaches_above(corner.end, best->end))) {
      best = &corner;
    }
  }
  assert(best != nullptr);
  return best->end;
}

/// 1/end of an interval that does not hold 0: infinity becomes an open 0 and an open 0 infinity.
End inverse(End const& end) {
  if (!end.value) {
    return {Rational(0), false};
  }
  if (end.value->is_zero()) {
    return unbounded();
  }
  return {Rational(1) / *end.value, end.closed};
}

} // namespace

Interval Interval::closed(Rational low, Rational high) {
  return make({std::move(low), true}, {std::move(high), true});
}

Interval Interval::at_least(Rational low, bool closed) {
  return {{std::move(low), closed}, unbounded()};
}

Interval Interval::at_most(Rational high, bool closed) {
  return {unbounded(), {std::move(high), closed}};
}

Interval Interval::everything() {
  return {unbounded(), unbounded()};
}

bool Interval::contains(Rational const& value) const {
  bool const above = !low.value || *low.value < value || (low.closed && *low.value == value);
  return above && (!high.value || value < *high.value || (high.closed && value == *high.value));
}

bool is_subset(Interval const& inner, Interval const& outer) {
  return reaches_below(outer.low, inner.low) && reaches_above(outer.high, inner.high);
}

bool is_disjoint(Interval const& left, Interval const& right) {
  return lies_below(left, right) || lies_below(right, left);
}

Interval hull(Interval const& left, Interval const& right) {
  return {reaches_below(left.low, right.low) ? left.low : right.low,
          reaches_above(left.high, right.high) ? left.high : right.high};
}

Interval operator+(Interval const& left, Interval const& right) {
  return {sum(left.low, right.low), sum(left.high, right.high)};
}

Interval operator-(Interval const& value) {
  return {negated(value.high), negated(value.low)};
}

Interval operator-(Interval const& left, Interval const& right) {
  return left + -right;
}

Interval operator*(Interval const& left, Interval const& right) {
  if (left.is_point() && right.is_point()) {
    return Interval::point(*left.low.value * *right.low.value);
  }
  Corner const a{left.low, left.low.value ? 0 : -1};
  Corner const b{left.high, left.high.value ? 0 : 1};
  Corner const c{right.low, right.low.value ? 0 : -1};
  Corner const d{right.high, right.high.value ? 0 : 1};
  std::array<Corner, 4> const corners{product(a, c), product(a, d), product(b, c), product(b, d)};
  return make(lowest(corners), highest(corners));
}

std::optional<Interval> divide(Interval const& left, Interval const& right) {
  if (right.contains(Rational(0))) {
    return std::nullopt;
  }
  if (left.is_point() && right.is_point()) {
    return Interval::point(*left.low.value / *right.low.value);
  }
  return left * make(inverse(right.high), inverse(right.low));
}

Interval clamp(Interval const& value, Rational const& low, Rational const& high) {
  assert(low <= high);
  if (value.low.value && *value.low.value >= high) {
    return Interval::point(high);
  }
  if (value.high.value && *value.high.value <= low) {
    return Interval::point(low);
  }
  bool const cut_low = !value.low.value || *value.low.value < low;
  bool const cut_high = !value.high.value || *value.high.value > high;
  return make(cut_low ? End{low, true} : value.low, cut_high ? End{high, true} : value.high);
}

std::string text(Interval const& value) {
  std::string result = is_closed(value.low) ? "[" : "(";
  result += value.low.value ? value.low.value->plain_text() : "-inf";
  result += ", ";
  result += value.high.value ? value.high.value->plain_text() : "inf";
  result += is_closed(value.high) ? "]" : ")";
  return result;
}

} // namespace jixiao::number
