#pragma once
#include "engine/number/rounding.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jixiao::number {

class Decimal;

/// What a formula makes: an exact fraction in lowest terms, denominator above 0.
///
/// Two 64-bit words with 128-bit intermediates; a result that does not fit is promoted to an unbounded
/// fraction and comes back to the small form when it fits again. So arithmetic is never wrong, never refused,
/// never rounded. Equal values have one representation: small whenever numerator and denominator fit in 64
/// bits.
class Rational {
public:
  Rational() = default; ///< 0
  Rational(std::int64_t value) : numerator_(value) {}
  Rational(std::int32_t value) : numerator_(value) {}
  Rational(double) = delete;
  Rational(float) = delete;
  ~Rational() {
    if (is_big()) {
      release();
    }
  }
  Rational(Rational const& other) : numerator_(other.numerator_), denominator_(other.denominator_) {
    if (other.is_big()) {
      copy_big(other);
    }
  }
  Rational(Rational&& other) noexcept : numerator_(other.numerator_), denominator_(other.denominator_) {
    if (other.is_big()) {
      other.numerator_ = 0;
      other.denominator_ = 1;
    }
  }
  Rational& operator=(Rational const& other) {
    if (is_big() || other.is_big()) {
      return *this = Rational(other);
    }
    numerator_ = other.numerator_;
    denominator_ = other.denominator_;
    return *this;
  }
  Rational& operator=(Rational&& other) noexcept {
    std::swap(numerator_, other.numerator_);
    std::swap(denominator_, other.denominator_);
    return *this;
  }

  /// Makes both `low` and `high` this value.
  void copy_to(Rational& low, Rational& high) const {
    if (is_big() || low.is_big() || high.is_big()) {
      low = *this;
      high = *this;
      return;
    }
    low.numerator_ = high.numerator_ = numerator_;
    low.denominator_ = high.denominator_ = denominator_;
  }

  /// numerator / denominator; asserts that denominator is not 0.
  [[nodiscard]] static Rational fraction(std::int64_t numerator, std::int64_t denominator);

  /// units * 10^-places, places from 0 to 18: what a cell with decimals says. Cheaper than `fraction`, for
  /// a power of ten has no factors but 2 and 5.
  [[nodiscard]] static Rational decimal(std::int64_t units, std::int32_t places);

  /// This value * 10^-places, places from 0 to 18. Cheaper than a product, as `decimal` is.
  [[nodiscard]] Rational shifted(std::int32_t places) const;

  /// 10^exponent, exponent from -4096 to 4096.
  [[nodiscard]] static Rational power_of_ten(std::int32_t exponent);

  /// Reads "3", "-2.5" or "1/3" (digits as Decimal::parse, no sign below the line); no value otherwise or
  /// when the denominator is 0. Wider limits than a cell has (100,000 digits), so that `text` can be read
  /// again.
  [[nodiscard]] static std::optional<Rational> parse(std::string_view text);

  [[nodiscard]] bool is_zero() const { return numerator_ == 0; } // an address is none
  [[nodiscard]] bool is_integer() const { return denominator_ == 1 || (is_big() && is_integer_big()); }
  /// -1, 0 or 1.
  [[nodiscard]] int sign() const {
    return is_big() ? sign_big() : static_cast<int>(numerator_ > 0) - static_cast<int>(numerator_ < 0);
  }

  /// "50/3", "2" or "-7/2": lowest terms. `parse(text())` gives the same value.
  [[nodiscard]] std::string text() const;

  /// As plain digits when the fraction ends ("16.5"), else as `text()` ("50/3").
  [[nodiscard]] std::string plain_text() const;

  friend Rational operator+(Rational const& left, Rational const& right) {
    if (std::int64_t sum = 0;
        left.both_whole(right) && !__builtin_add_overflow(left.numerator_, right.numerator_, &sum)) {
      return Rational(sum);
    }
    return sum_of(left, right);
  }
  friend Rational operator-(Rational const& left, Rational const& right) {
    if (std::int64_t difference = 0;
        left.both_whole(right) && !__builtin_sub_overflow(left.numerator_, right.numerator_, &difference)) {
      return Rational(difference);
    }
    return difference_of(left, right);
  }
  friend Rational operator*(Rational const& left, Rational const& right) {
    if (std::int64_t product = 0;
        left.both_whole(right) && !__builtin_mul_overflow(left.numerator_, right.numerator_, &product)) {
      return Rational(product);
    }
    return product_of(left, right);
  }
  /// Asserts that the divisor is not 0: whoever divides has tested it or has it proved by the rule checker.
  friend Rational operator/(Rational const&, Rational const&);
  friend Rational operator-(Rational const&);
  Rational& operator+=(Rational const& other) {
    if (std::int64_t sum = 0;
        both_whole(other) && !__builtin_add_overflow(numerator_, other.numerator_, &sum)) {
      numerator_ = sum;
      return *this;
    }
    return *this = sum_of(*this, other);
  }
  Rational& operator-=(Rational const& other) { return *this = *this - other; }
  Rational& operator*=(Rational const& other) { return *this = *this * other; }

  friend bool operator==(Rational const& left, Rational const& right) {
    return left.denominator_ == right.denominator_
           && (left.numerator_ == right.numerator_ || (left.is_big() && equal_big(left, right)));
  }
  friend std::strong_ordering operator<=>(Rational const& left, Rational const& right) {
    if (left.denominator_ == right.denominator_ && !left.is_big()) {
      return left.numerator_ <=> right.numerator_;
    }
    return compare(left, right);
  }
  // Written out: the compiler makes three comparisons of one that goes through <=>.
  friend bool operator<(Rational const& left, Rational const& right) {
    if (left.denominator_ == right.denominator_ && !left.is_big()) {
      return left.numerator_ < right.numerator_;
    }
    return compare(left, right) < 0;
  }
  friend bool operator>(Rational const& left, Rational const& right) { return right < left; }
  /// The order of `left` and `factor * right`; the product itself, with its common divisors, is not made.
  [[nodiscard]] static std::strong_ordering compare_with_product(Rational const& left, Rational const& factor,
                                                                 Rational const& right);
  friend bool operator<=(Rational const& left, Rational const& right) { return !(right < left); }
  friend bool operator>=(Rational const& left, Rational const& right) { return !(left < right); }

private:
  struct Big;
  // Two words, so that the facts and points of a row stay small: a value that does not fit them is an
  // address.
  std::int64_t numerator_ = 0;   ///< of a big value: where it is; owned, never 0
  std::int64_t denominator_ = 1; ///< 0: the value is big

  [[nodiscard]] bool is_big() const { return denominator_ == 0; }
  [[nodiscard]] Big* big() const {
    return reinterpret_cast<Big*>(static_cast<std::intptr_t>(numerator_)); // NOLINT: stored by set_big
  }
  void set_big(Big* value) {
    numerator_ = static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(value)); // NOLINT
    denominator_ = 0;
  }

  /// Whole numbers in the small form: nearly all points, weights and counts. What is done with two of them
  /// needs no common divisor, so it stands in this header.
  [[nodiscard]] bool both_whole(Rational const& other) const {
    return denominator_ == 1 && other.denominator_ == 1;
  }

  // What the inline functions above leave over.
  [[nodiscard]] static Rational sum_of(Rational const& left, Rational const& right);
  [[nodiscard]] static Rational difference_of(Rational const& left, Rational const& right);
  [[nodiscard]] static Rational product_of(Rational const& left, Rational const& right);
  // Cold: the code for big values moves out of the way of every copy and comparison.
  [[gnu::cold]] void release() noexcept;
  [[gnu::cold]] void copy_big(Rational const& other);
  [[nodiscard, gnu::cold]] bool is_integer_big() const;
  [[nodiscard, gnu::cold]] int sign_big() const;
  [[nodiscard, gnu::cold]] static bool equal_big(Rational const& left, Rational const& right);
  [[nodiscard]] static std::strong_ordering compare(Rational const& left, Rational const& right);

  friend struct RationalAccess;
};

[[nodiscard]] Rational abs(Rational const& value);

/// Rounds `value` to `places` decimals (negative: tens, hundreds). The only function of the engine that gives
/// up precision; every call names its mode. No value only for Rounding::never when the result would not be
/// exact. Asserts that `places` lies from -4096 to 4096.
[[nodiscard]] std::optional<Rational> round(Rational const& value, std::int32_t places, Rounding mode);

/// `value` with exactly `places` decimals ("16.67", "20.00"), rounded by `mode` (not never).
[[nodiscard]] std::string format_fixed(Rational const& value, std::int32_t places, Rounding mode);

} // namespace jixiao::number
