#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::number {

class Rational;

/// Limits at the door: what `Decimal::parse` accepts. Beyond them a text is refused, never rounded.
struct DecimalLimits {
  std::uint32_t digits = 1000;   ///< of the coefficient, leading zeros not counted
  std::uint32_t exponent = 1000; ///< absolute value of `places`, the power of ten of the last digit
};

/// What a cell says: sign, digits and the number of decimal places as written (22.50 keeps its zero).
/// The value is coefficient * 10^-places; zero has no sign. A value type without arithmetic: formulas use
/// Rational.
class Decimal {
public:
  Decimal() = default; ///< 0
  Decimal(double) = delete;
  Decimal(float) = delete;

  /// Reads ASCII text: [+-] digits [. digits] [e [+-] digits]. No blanks, no separators, at least one digit.
  /// No value when it is something else or beyond `limits`. "010" is ten, "1E3" is 1e3. Refuses in linear
  /// time, however large the exponent claims to be.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text, DecimalLimits limits = {});

  /// Plain digits, never an exponent: "22.50", "-0.5", "1200000". Printing and parsing again gives the same
  /// value, and the same Decimal unless `places` is negative (1e3 prints as 1000).
  [[nodiscard]] std::string text() const;

  /// Digits after the point as written; negative when the exponent was positive (1e3 has places -3).
  [[nodiscard]] std::int32_t places() const { return places_; }
  [[nodiscard]] bool negative() const { return negative_; }
  [[nodiscard]] Rational rational() const;

  /// Same digits and places: 22.5 and 22.50 are different Decimals (their rationals are equal).
  friend bool operator==(Decimal const&, Decimal const&) = default;

private:
  std::string digits_ = "0"; ///< coefficient without sign and leading zeros
  std::int32_t places_ = 0;
  bool negative_ = false;
};

} // namespace jixiao::number
