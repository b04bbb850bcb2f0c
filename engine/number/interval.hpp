#pragma once
#include "engine/number/rational.hpp"

#include <optional>
#include <string>

namespace jixiao::number {

/// One end of an interval. No value means that this side is unbounded, and then open whatever `closed` says.
struct End {
  std::optional<Rational> value;
  bool closed = true;
  friend bool operator==(End const& left, End const& right) {
    return left.value == right.value && (!left.value || left.closed == right.closed);
  }
};

/// A set of rationals between two ends: what is known of a number. Never empty: low <= high, and both closed
/// when low = high. Exact; nothing here rounds.
struct Interval {
  End low, high;

  [[nodiscard]] static Interval point(Rational const& value) { return {{value, true}, {value, true}}; }
  [[nodiscard]] static Interval closed(Rational low, Rational high);
  [[nodiscard]] static Interval at_least(Rational low, bool closed = true);
  [[nodiscard]] static Interval at_most(Rational high, bool closed = true);
  [[nodiscard]] static Interval everything();

  /// Becomes the one number `value`, in its own storage.
  [[gnu::always_inline]] void set_point(Rational const& value) {
    if (low.value && high.value) {
      value.copy_to(*low.value, *high.value);
      low.closed = high.closed = true;
    } else {
      *this = point(value);
    }
  }

  [[nodiscard]] bool is_point() const { return low.value && high.value && *low.value == *high.value; }
  [[nodiscard]] bool contains(Rational const& value) const;
  friend bool operator==(Interval const&, Interval const&) = default;
};

[[nodiscard]] bool is_subset(Interval const& inner, Interval const& outer);
[[nodiscard]] bool is_disjoint(Interval const& left, Interval const& right);
/// Smallest interval that holds both.
[[nodiscard]] Interval hull(Interval const& left, Interval const& right);

[[nodiscard]] Interval operator+(Interval const& left, Interval const& right);
[[nodiscard]] Interval operator-(Interval const& left, Interval const& right);
[[nodiscard]] Interval operator*(Interval const& left, Interval const& right);
[[nodiscard]] Interval operator-(Interval const& value);
/// No value when the divisor holds 0.
[[nodiscard]] std::optional<Interval> divide(Interval const& left, Interval const& right);

/// `value` cut to [low, high]; an end that is cut becomes closed.
[[nodiscard]] Interval clamp(Interval const& value, Rational const& low, Rational const& high);

/// "[8, 10]", "[6, 8)", "(-inf, 5]": for traces and tests, with plain_text ends.
[[nodiscard]] std::string text(Interval const& value);

} // namespace jixiao::number
