// The unbounded form. The one file of the engine that sees Boost.Multiprecision, which costs seconds a file
// to compile.
#include "engine/number/big_rational.hpp"

#include "engine/number/rational_access.hpp"
#include "engine/number/rounding_step.hpp"
#include "engine/number/wide.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cassert>
#include <limits>
#include <memory>

namespace jixiao::number {

namespace {

// Without expression templates: a result of `auto` would refer to operands that are gone.
namespace multiprecision = boost::multiprecision;
using Integer = multiprecision::number<multiprecision::cpp_int_backend<>, multiprecision::et_off>;
using Fraction = multiprecision::number<multiprecision::rational_adaptor<multiprecision::cpp_int_backend<>>,
                                        multiprecision::et_off>;

} // namespace

struct Rational::Big {
  Fraction value;
};

void Rational::release() noexcept {
  delete big();
}

void Rational::copy_big(Rational const& other) {
  set_big(new Big(*other.big()));
}

namespace {

/// A Rational in either form as an unbounded fraction: a big one is looked at, not copied.
class Operand {
public:
  explicit Operand(Rational const& value) {
    if (RationalAccess::Big const* big = RationalAccess::big(value)) {
      value_ = &big->value;
    } else {
      // Straight into the two halves: the constructor would look for a common divisor that is not there.
      own_.backend().num() = Integer(RationalAccess::numerator(value)).backend();
      own_.backend().denom() = Integer(RationalAccess::denominator(value)).backend();
    }
  }
  Operand(Operand const&) = delete;
  Operand& operator=(Operand const&) = delete;
  ~Operand() = default;

  [[nodiscard]] Fraction const& value() const { return *value_; }

private:
  Fraction own_;
  Fraction const* value_ = &own_;
};

Integer numerator_of(Fraction const& value) {
  return multiprecision::numerator(value);
}
Integer denominator_of(Fraction const& value) {
  return multiprecision::denominator(value);
}

Integer power_of_ten(std::uint32_t exponent) {
  return multiprecision::pow(Integer(10), exponent);
}

/// The canonical form of `value`: small when both words fit.
Rational canonical(Fraction value) {
  static Integer const lowest(std::numeric_limits<std::int64_t>::min());
  static Integer const highest(std::numeric_limits<std::int64_t>::max());
  Integer const above = numerator_of(value);
  Integer const below = denominator_of(value);
  if (above < lowest || above > highest || below > highest) {
    return RationalAccess::adopt(new RationalAccess::Big{std::move(value)});
  }
  // By the magnitude: what a conversion to a signed word does with the lowest value is left to the library.
  auto const size = static_cast<std::uint64_t>(Integer(multiprecision::abs(above)));
  return RationalAccess::small(static_cast<std::int64_t>(above < 0 ? std::uint64_t{0} - size : size),
                               static_cast<std::int64_t>(static_cast<std::uint64_t>(below)));
}

/// Whole digits with a point before the last `places`.
std::string with_point(Integer const& units, std::uint32_t places) {
  std::string digits = Integer(multiprecision::abs(units)).str();
  if (digits.size() <= places) {
    digits.insert(0, places + 1 - digits.size(), '0');
  }
  if (places > 0) {
    digits.insert(digits.size() - places, 1, '.');
  }
  return units < 0 ? "-" + digits : digits;
}

} // namespace

namespace big {

Rational add(Rational const& left, Rational const& right) {
  return canonical(Operand(left).value() + Operand(right).value());
}

Rational subtract(Rational const& left, Rational const& right) {
  return canonical(Operand(left).value() - Operand(right).value());
}

Rational multiply(Rational const& left, Rational const& right) {
  return canonical(Operand(left).value() * Operand(right).value());
}

Rational divide(Rational const& left, Rational const& right) {
  return canonical(Operand(left).value() / Operand(right).value());
}

std::strong_ordering compare(Rational const& left, Rational const& right) {
  int const order = Operand(left).value().compare(Operand(right).value());
  return order <=> 0;
}

int sign(Rational const& value) {
  return Operand(value).value().sign();
}

bool is_integer(Rational const& value) {
  return denominator_of(Operand(value).value()) == 1;
}

Rational from_digits(std::string_view digits, std::int32_t exponent) {
  // The library reads a leading 0 as octal.
  std::size_t const first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  Integer const value{std::string(digits.substr(first))};
  if (exponent >= 0) {
    return canonical(Fraction(value * power_of_ten(static_cast<std::uint32_t>(exponent))));
  }
  return canonical(
      Fraction(value, power_of_ten(static_cast<std::uint32_t>(-static_cast<std::int64_t>(exponent)))));
}

std::string text(Rational const& value) {
  Operand const operand(value);
  Fraction const& fraction = operand.value();
  Integer const below = denominator_of(fraction);
  std::string const above = numerator_of(fraction).str();
  return below == 1 ? above : above + "/" + below.str();
}

std::string plain_text(Rational const& value) {
  Operand const operand(value);
  Fraction const& fraction = operand.value();
  Integer rest = denominator_of(fraction);
  std::uint32_t const twos = static_cast<std::uint32_t>(multiprecision::lsb(rest));
  rest >>= twos;
  std::uint32_t fives = 0;
  while (rest % 5 == 0) {
    rest /= 5;
    ++fives;
  }
  if (rest != 1) {
    return text(value);
  }
  std::uint32_t const places = std::max(twos, fives);
  return with_point(numerator_of(fraction) * power_of_ten(places) / denominator_of(fraction), places);
}

std::optional<Rational> round(Rational const& value, std::int32_t places, Rounding mode) {
  Operand const operand(value);
  Fraction const& fraction = operand.value();
  Integer const power = power_of_ten(static_cast<std::uint32_t>(places < 0 ? -places : places));
  Integer above = multiprecision::abs(numerator_of(fraction));
  Integer below = denominator_of(fraction);
  (places < 0 ? below : above) *= power;
  Integer quotient;
  Integer remainder;
  multiprecision::divide_qr(above, below, quotient, remainder);
  if (remainder != 0) {
    if (mode == Rounding::never) {
      return std::nullopt;
    }
    Integer const twice = remainder * 2;
    bool const odd = multiprecision::bit_test(quotient, 0);
    if (moves_away(mode, fraction.sign() < 0, odd, twice.compare(below) <=> 0)) {
      ++quotient;
    }
  }
  if (fraction.sign() < 0) {
    quotient = -quotient;
  }
  return canonical(places < 0 ? Fraction(quotient * power) : Fraction(quotient, power));
}

std::string fixed_text(Rational const& value, std::int32_t places) {
  Operand const operand(value);
  Fraction const& fraction = operand.value();
  auto const decimals = static_cast<std::uint32_t>(places);
  return with_point(numerator_of(fraction) * power_of_ten(decimals) / denominator_of(fraction), decimals);
}

} // namespace big

} // namespace jixiao::number
