#pragma once
// The slow path of Rational, over unbounded integers. Takes and returns Rationals in either form, results in
// the canonical one.
#include "engine/number/rational.hpp"

namespace jixiao::number::big {

[[nodiscard]] Rational add(Rational const& left, Rational const& right);
[[nodiscard]] Rational subtract(Rational const& left, Rational const& right);
[[nodiscard]] Rational multiply(Rational const& left, Rational const& right);
[[nodiscard]] Rational divide(Rational const& left, Rational const& right);

[[nodiscard]] std::strong_ordering compare(Rational const& left, Rational const& right);
[[nodiscard]] int sign(Rational const& value);
[[nodiscard]] bool is_integer(Rational const& value);

/// digits * 10^exponent; `digits` are ASCII digits, at least one.
[[nodiscard]] Rational from_digits(std::string_view digits, std::int32_t exponent);

[[nodiscard]] std::string text(Rational const& value);
[[nodiscard]] std::string plain_text(Rational const& value);

[[nodiscard]] std::optional<Rational> round(Rational const& value, std::int32_t places, Rounding mode);
/// Digits of a value that has no more than `places` (not below 0) decimals.
[[nodiscard]] std::string fixed_text(Rational const& value, std::int32_t places);

} // namespace jixiao::number::big
