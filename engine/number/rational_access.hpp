#pragma once
// The inside of Rational, for the .cpp files of this folder.
#include "engine/number/rational.hpp"

namespace jixiao::number {

struct RationalAccess {
  using Big = Rational::Big;

  /// In lowest terms, denominator above 0.
  [[nodiscard]] static Rational small(std::int64_t numerator, std::int64_t denominator) {
    Rational result(numerator);
    result.denominator_ = denominator;
    return result;
  }
  /// Takes `big` over; its value does not fit the small form.
  [[nodiscard]] static Rational adopt(Big* big) {
    Rational result;
    result.set_big(big);
    return result;
  }
  [[nodiscard]] static std::int64_t numerator(Rational const& value) { return value.numerator_; }
  [[nodiscard]] static std::int64_t denominator(Rational const& value) { return value.denominator_; }
  /// No object when the value is in the small form.
  [[nodiscard]] static Big const* big(Rational const& value) {
    return value.is_big() ? value.big() : nullptr;
  }
};

} // namespace jixiao::number
