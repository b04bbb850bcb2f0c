#include "engine/scoring/points.hpp"

#include "engine/number/fixed_text.hpp"

#include <utility>

namespace jixiao::scoring {

Rational scaled(Rational const& share, Rational const& weight) {
  return share == Rational(1) ? weight : share * weight; // full marks are the weight, and need no product
}

Interval scaled(Interval const& share, Rational const& weight) {
  if (weight.is_zero()) {
    return Interval::point(0);
  }
  Rational const from = scaled(low(share), weight);
  return share.is_point()
             ? Interval::point(from)
             : Interval{{from, share.low.closed}, {scaled(high(share), weight), share.high.closed}};
}

void add(Interval& sum, Interval const& term) {
  bool const one = sum.is_point() && term.is_point(); // added once
  *sum.low.value += low(term);
  if (one) {
    sum.high.value = *sum.low.value;
  } else {
    *sum.high.value += high(term);
  }
  sum.low.closed = sum.low.closed && term.low.closed;
  sum.high.closed = sum.high.closed && term.high.closed;
}

Rounder::Rounder(rulepack::RoundingPolicy const& policy)
    : policy_(policy), unit_(Rational::power_of_ten(-policy.places)) {}

Rational Rounder::operator()(Rational const& value) const {
  if (policy_.places >= 0 && value.is_integer()) {
    return value;
  }
  // No value only for `never`, which asks for exactly this: the exact number.
  std::optional<Rational> rounded = number::round(value, policy_.places, policy_.mode);
  return rounded ? std::move(*rounded) : value;
}

Rational Rounder::capped(Rational const& value, Rational const& cap) const {
  if (value == cap) {
    return cap;
  }
  Rational rounded = (*this)(value);
  return rounded > cap ? cap : rounded;
}

Interval Rounder::capped(Interval const& value, Rational const& cap) const {
  Interval rounded = value;
  rounded.low.value = capped(low(value), cap);
  rounded.high.value = value.is_point() ? *rounded.low.value : capped(high(value), cap);
  if (*rounded.low.value == *rounded.high.value) {
    rounded.low.closed = rounded.high.closed = true;
  }
  return rounded;
}

Interval Rounder::operator()(Interval const& value) const {
  Interval rounded = value;
  rounded.low.value = (*this)(low(value));
  rounded.high.value = value.is_point() ? *rounded.low.value : (*this)(high(value));
  if (*rounded.low.value == *rounded.high.value) {
    rounded.low.closed = rounded.high.closed = true;
  }
  return rounded;
}

std::string points_text(Rational const& points, std::int32_t places) {
  std::string plain = points.plain_text();
  std::size_t const point = plain.find('.');
  bool const ends = plain.find('/') == std::string::npos;
  if (ends && point != std::string::npos && plain.size() - point - 1 > static_cast<std::size_t>(places)) {
    return plain;
  }
  return number::format_fixed(points, places, number::Rounding::half_up);
}

std::string percent_text(Rational const& share) {
  std::string text;
  number::append_percent(text, share, 2, number::Rounding::half_up);
  return text;
}

std::string ten_thousands_text(Rational const& yuan) {
  return (yuan * Rational::power_of_ten(-4)).plain_text();
}

} // namespace jixiao::scoring
