// The small form of Rational. Every operation answers here when its result fits two words and is handed to
// the unbounded form otherwise.
#include "engine/number/rational.hpp"

#include "engine/number/big_rational.hpp"
#include "engine/number/rational_access.hpp"
#include "engine/number/wide.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

namespace jixiao::number {

namespace {

/// Divisions are slow, and most fractions are in lowest terms already.
template <class Integer>
void divide_both(Integer& above, Integer& below, Integer common) {
  if (common != 1) {
    above /= common;
    below /= common;
  }
}

enum class Sign : std::uint8_t { plus, minus };

/// left + right or left - right of two small forms; no value when the result does not fit.
/// The numerator stays below 2^127: |a * d| <= 2^63 * (2^63 - 1), and there are two of them.
template <Sign sign>
bool add_small(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d, std::int64_t& numerator,
               std::int64_t& denominator) {
  if (b == d) {
    bool const overflow = sign == Sign::plus ? __builtin_add_overflow(a, c, &numerator)
                                             : __builtin_sub_overflow(a, c, &numerator);
    if (!overflow) {
      denominator = b;
      if (b != 1) {
        auto const divisor =
            static_cast<std::int64_t>(common_divisor(magnitude(numerator), static_cast<std::uint64_t>(b)));
        divide_both(numerator, denominator, divisor);
      }
      return true;
    }
  }
  std::int64_t divisor = 1;
  if (b != 1 && d != 1) {
    divisor = static_cast<std::int64_t>(
        common_divisor(static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(d)));
  }
  std::int64_t const left_factor = d / divisor;
  std::int64_t const right_factor = b / divisor;
  Wide sum = static_cast<Wide>(a) * left_factor;
  Wide const second = static_cast<Wide>(c) * right_factor;
  sum = sign == Sign::plus ? sum + second : sum - second;
  // Only factors of `divisor` can still be common to the sum and the product of the denominators.
  if (divisor != 1) {
    auto const modulus = static_cast<std::uint64_t>(divisor);
    std::uint64_t const rest = fits(sum) ? magnitude(static_cast<std::int64_t>(sum)) % modulus
                                         : static_cast<std::uint64_t>(magnitude(sum) % modulus);
    auto const common = static_cast<std::int64_t>(common_divisor(rest, modulus));
    if (common != 1) {
      sum = fits(sum) ? static_cast<Wide>(static_cast<std::int64_t>(sum) / common) : sum / common;
      b /= common;
    }
  }
  if (!fits(sum)) {
    return false;
  }
  numerator = static_cast<std::int64_t>(sum);
  return !__builtin_mul_overflow(b, left_factor, &denominator);
}

/// The order of a * b and c * d.
std::strong_ordering compare_products(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
  std::int64_t first = 0;
  std::int64_t second = 0;
  if (!__builtin_mul_overflow(a, b, &first) && !__builtin_mul_overflow(c, d, &second)) {
    return first <=> second;
  }
  Wide const left = static_cast<Wide>(a) * b;
  Wide const right = static_cast<Wide>(c) * d;
  return left == right  ? std::strong_ordering::equal
         : left < right ? std::strong_ordering::less
                        : std::strong_ordering::greater;
}

} // namespace

Rational Rational::fraction(std::int64_t numerator, std::int64_t denominator) {
  assert(denominator != 0);
  if (denominator < 0) {
    return Rational(numerator) / Rational(denominator);
  }
  auto const common = static_cast<std::int64_t>(
      common_divisor(magnitude(numerator), static_cast<std::uint64_t>(denominator)));
  return RationalAccess::small(numerator / common, denominator / common);
}

Rational Rational::decimal(std::int64_t units, std::int32_t places) {
  assert(0 <= places && places <= small_power_limit);
  if (units == 0 || places == 0) {
    return Rational(units);
  }
  std::uint64_t rest = magnitude(units);
  std::int32_t const twos = std::min(std::countr_zero(rest), places);
  rest >>= twos;
  std::int32_t fives = 0;
  // Times the inverse of 5 modulo 2^64, what 5 divides becomes its fifth, and everything else is larger.
  constexpr std::uint64_t inverse_of_five = 0xCCCCCCCCCCCCCCCDU;
  constexpr std::uint64_t largest_fifth = std::numeric_limits<std::uint64_t>::max() / 5;
  for (std::uint64_t fifth = rest * inverse_of_five; fives < places && fifth <= largest_fifth;
       fifth = rest * inverse_of_five) {
    rest = fifth;
    ++fives;
  }
  std::int64_t const denominator = small_powers_of_ten[static_cast<std::size_t>(places)] >> twos;
  auto const numerator = static_cast<std::int64_t>(rest);
  return RationalAccess::small(
      units < 0 ? -numerator : numerator,
      fives == 0 ? denominator : denominator / small_powers_of_five[static_cast<std::size_t>(fives)]);
}

Rational Rational::shifted(std::int32_t places) const {
  if (!is_big()) {
    Rational const above = decimal(numerator_, places); // has no divisor in common with the denominator
    std::int64_t denominator = 0;
    if (!__builtin_mul_overflow(above.denominator_, denominator_, &denominator)) {
      return RationalAccess::small(above.numerator_, denominator);
    }
  }
  return *this * power_of_ten(-places);
}

Rational Rational::sum_of(Rational const& left, Rational const& right) {
  if (left.is_zero() || right.is_zero()) { // sums begin with 0, and many terms are 0
    return left.is_zero() ? right : left;
  }
  if (!left.is_big() && !right.is_big()) {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    if (add_small<Sign::plus>(left.numerator_, left.denominator_, right.numerator_, right.denominator_,
                              numerator, denominator)) {
      return RationalAccess::small(numerator, denominator);
    }
  }
  return big::add(left, right);
}

Rational Rational::difference_of(Rational const& left, Rational const& right) {
  if (right.is_zero()) {
    return left;
  }
  if (!left.is_big() && !right.is_big()) {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    if (add_small<Sign::minus>(left.numerator_, left.denominator_, right.numerator_, right.denominator_,
                               numerator, denominator)) {
      return RationalAccess::small(numerator, denominator);
    }
  }
  return big::subtract(left, right);
}

Rational Rational::product_of(Rational const& left, Rational const& right) {
  if (!left.is_big() && !right.is_big()) {
    std::int64_t a = left.numerator_;
    std::int64_t b = left.denominator_;
    std::int64_t c = right.numerator_;
    std::int64_t d = right.denominator_;
    if (d != 1) {
      auto const common =
          static_cast<std::int64_t>(common_divisor(magnitude(a), static_cast<std::uint64_t>(d)));
      divide_both(a, d, common);
    }
    if (b != 1) {
      auto const common =
          static_cast<std::int64_t>(common_divisor(magnitude(c), static_cast<std::uint64_t>(b)));
      divide_both(c, b, common);
    }
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    if (!__builtin_mul_overflow(a, c, &numerator) && !__builtin_mul_overflow(b, d, &denominator)) {
      return RationalAccess::small(numerator, denominator);
    }
  }
  return big::multiply(left, right);
}

Rational operator/(Rational const& left, Rational const& right) {
  assert(!right.is_zero());
  if (!left.is_big() && !right.is_big()) {
    // In magnitudes: the lowest value has no negative in 64 bits.
    std::uint64_t a = magnitude(left.numerator_);
    auto b = static_cast<std::uint64_t>(left.denominator_);
    std::uint64_t c = magnitude(right.numerator_);
    auto d = static_cast<std::uint64_t>(right.denominator_);
    divide_both(a, c, common_divisor(a, c));
    if (b == d) { // figures with the same number of decimals: most quotients
      b = d = 1;
    } else if (b != 1 && d != 1) {
      divide_both(b, d, common_divisor(b, d));
    }
    Wide numerator = static_cast<Wide>(a) * static_cast<Wide>(d);
    Wide const denominator = static_cast<Wide>(b) * static_cast<Wide>(c);
    if ((left.numerator_ < 0) != (right.numerator_ < 0)) {
      numerator = -numerator;
    }
    if (fits(numerator) && fits(denominator)) {
      return RationalAccess::small(static_cast<std::int64_t>(numerator),
                                   static_cast<std::int64_t>(denominator));
    }
  }
  return big::divide(left, right);
}

Rational operator-(Rational const& value) {
  std::int64_t numerator = 0;
  if (!value.is_big() && !__builtin_sub_overflow(std::int64_t{0}, value.numerator_, &numerator)) {
    return RationalAccess::small(numerator, value.denominator_);
  }
  return big::subtract(Rational(), value);
}

bool Rational::is_integer_big() const {
  return big::is_integer(*this);
}

int Rational::sign_big() const {
  return big::sign(*this);
}

bool Rational::equal_big(Rational const& left, Rational const& right) {
  // One value has one form, so a small and a big value always differ.
  return left.is_big() && right.is_big() && big::compare(left, right) == 0;
}

std::strong_ordering Rational::compare(Rational const& left, Rational const& right) {
  if (left.is_big() || right.is_big()) {
    return big::compare(left, right);
  }
  return compare_products(left.numerator_, right.denominator_, right.numerator_, left.denominator_);
}

std::strong_ordering Rational::compare_with_product(Rational const& left, Rational const& factor,
                                                    Rational const& right) {
  std::int64_t above = 0;
  std::int64_t below = 0;
  bool const small = !left.is_big() && !factor.is_big() && !right.is_big()
                     && !__builtin_mul_overflow(factor.numerator_, right.numerator_, &above)
                     && !__builtin_mul_overflow(factor.denominator_, right.denominator_, &below);
  if (!small) {
    return left <=> factor * right;
  }
  return compare_products(left.numerator_, below, above, left.denominator_);
}

Rational Rational::power_of_ten(std::int32_t exponent) {
  assert(-4096 <= exponent && exponent <= 4096);
  if (0 <= exponent && exponent <= small_power_limit) {
    return Rational(small_powers_of_ten[static_cast<std::size_t>(exponent)]);
  }
  if (-small_power_limit <= exponent && exponent < 0) {
    return RationalAccess::small(1, small_powers_of_ten[static_cast<std::size_t>(-exponent)]);
  }
  return big::from_digits("1", exponent);
}

Rational abs(Rational const& value) {
  return value.sign() < 0 ? -value : value;
}

} // namespace jixiao::number
