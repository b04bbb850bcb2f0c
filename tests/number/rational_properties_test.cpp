// Rational beside boost's unbounded fractions, on seeded random values: small ones, ones at the edge of 64
// bits, where a result just fits or just does not, and huge ones.
#include "engine/number/rational.hpp"
#include "tests/support/catch.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <random>
#include <vector>

using namespace jixiao::number;

namespace {

namespace multiprecision = boost::multiprecision;
using Integer = multiprecision::number<multiprecision::cpp_int_backend<>, multiprecision::et_off>;
using Fraction = multiprecision::number<multiprecision::rational_adaptor<multiprecision::cpp_int_backend<>>,
                                        multiprecision::et_off>;

/// The value under test and the same value by the other library.
struct Pair {
  Rational ours;
  Fraction theirs;
};

std::string text(Fraction const& value) {
  Integer const below = multiprecision::denominator(value);
  std::string const above = multiprecision::numerator(value).str();
  return below == 1 ? above : above + "/" + below.str();
}

/// Same value, and in the form that a value of its own would have (equality compares forms).
bool agree(Rational const& ours, Fraction const& theirs) {
  std::string const expected = text(theirs);
  return ours.text() == expected && Rational::parse(expected) == ours;
}

class Generator {
public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  Pair value() {
    Integer const above = integer();
    Integer below = multiprecision::abs(integer());
    if (random_() % 3 == 0 || below == 0) {
      below = 1;
    } else if (random_() % 4 == 0) {
      below = multiprecision::pow(Integer(10), static_cast<unsigned>(random_() % 24));
    }
    Fraction const theirs(above, below);
    std::optional<Rational> const ours = Rational::parse(text(theirs));
    REQUIRE(ours);
    return {*ours, theirs};
  }

  std::int32_t places() { return static_cast<std::int32_t>(random_() % 60) - 25; }

private:
  Integer integer() {
    Integer result;
    switch (random_() % 6) {
    case 0: result = Integer(random_() % 13); break;
    case 1: result = Integer(random_() % 100'000); break;
    case 2: result = Integer(random_() >> (random_() % 64)); break;
    case 3: // at the edge: 2^31, 2^32, 2^62, 2^63, 2^64 and a little beside
      result = (Integer(1) << edge()) + Integer(random_() % 5) - Integer(2);
      break;
    case 4: // a product of two words or of one word and a small factor
      result = Integer(random_()) * Integer(random_() % 3 == 0 ? random_() : random_() % 9);
      break;
    default:
      result = Integer(random_());
      for (std::uint64_t words = random_() % 6; words > 0; --words) {
        result = (result << 64) + Integer(random_());
      }
    }
    return random_() % 2 == 0 ? Integer(-result) : result;
  }

  unsigned edge() {
    constexpr unsigned edges[] = {31, 32, 62, 63, 64};
    return edges[random_() % 5];
  }

  std::mt19937_64 random_;
};

/// How `round` is defined: the nearest multiples of 10^-places on either side, chosen by the mode.
Fraction rounded(Fraction const& value, std::int32_t places, Rounding mode) {
  Integer const power = multiprecision::pow(Integer(10), static_cast<unsigned>(std::abs(places)));
  Fraction const unit = places < 0 ? Fraction(power) : Fraction(Integer(1), power);
  Fraction const scaled = value / unit;
  Integer below = multiprecision::numerator(scaled) / multiprecision::denominator(scaled);
  if (Fraction(below) > scaled) {
    below -= 1; // division cut towards zero; make it the floor
  }
  if (Fraction(below) == scaled) {
    return value;
  }
  Fraction const part = scaled - Fraction(below);
  Fraction const half(Integer(1), Integer(2));
  bool const negative = value < 0;
  bool up = false;
  switch (mode) {
  case Rounding::half_up: up = negative ? part > half : part >= half; break;
  case Rounding::half_even: up = part > half || (part == half && below % 2 != 0); break;
  case Rounding::down: up = negative; break;
  case Rounding::up: up = !negative; break;
  case Rounding::floor: up = false; break;
  case Rounding::ceiling: up = true; break;
  case Rounding::never: FAIL("never has no rounded value");
  }
  return Fraction(up ? Integer(below + 1) : below) * unit;
}

constexpr std::size_t rounds = 4000;

} // namespace

TEST_CASE("rational properties: arithmetic and order agree with unbounded fractions",
          "[number][properties]") {
  Generator make(20240601);
  for (std::size_t i = 0; i < rounds; ++i) {
    Pair const a = make.value();
    Pair const b = make.value();
    INFO("case " << i << ": " << text(a.theirs) << " and " << text(b.theirs));
    REQUIRE(agree(a.ours, a.theirs));
    REQUIRE(agree(a.ours + b.ours, a.theirs + b.theirs));
    REQUIRE(agree(a.ours - b.ours, a.theirs - b.theirs));
    REQUIRE(agree(a.ours * b.ours, a.theirs * b.theirs));
    if (!b.ours.is_zero()) {
      REQUIRE(agree(a.ours / b.ours, a.theirs / b.theirs));
    }
    REQUIRE(agree(-a.ours, -a.theirs));
    REQUIRE(agree(abs(a.ours), multiprecision::abs(a.theirs)));
    REQUIRE(a.ours.sign() == a.theirs.sign());
    REQUIRE(a.ours.is_zero() == (a.theirs == 0));
    REQUIRE(a.ours.is_integer() == (multiprecision::denominator(a.theirs) == 1));
    REQUIRE((a.ours == b.ours) == (a.theirs == b.theirs));
    REQUIRE((a.ours <=> b.ours) == (a.theirs.compare(b.theirs) <=> 0));
  }
}

TEST_CASE("rational properties: field laws", "[number][properties]") {
  Generator make(7);
  for (std::size_t i = 0; i < rounds; ++i) {
    Rational const a = make.value().ours;
    Rational const b = make.value().ours;
    Rational const c = make.value().ours;
    INFO("case " << i << ": " << a.text() << ", " << b.text() << ", " << c.text());
    REQUIRE(a + b == b + a);
    REQUIRE(a * b == b * a);
    REQUIRE((a + b) + c == a + (b + c));
    REQUIRE((a * b) * c == a * (b * c));
    REQUIRE(a * (b + c) == a * b + a * c);
    REQUIRE(a + Rational(0) == a);
    REQUIRE(a * Rational(1) == a);
    REQUIRE((a - a).is_zero());
    // Equality compares forms, so this also says that a promoted value comes back.
    REQUIRE((a + b) - b == a);
    if (!b.is_zero()) {
      REQUIRE(a / b * b == a);
      REQUIRE(Rational(1) / (Rational(1) / b) == b);
    }
  }
}

TEST_CASE("rational properties: order is total and goes with addition", "[number][properties]") {
  Generator make(11);
  for (std::size_t i = 0; i < rounds; ++i) {
    Rational const a = make.value().ours;
    Rational const b = make.value().ours;
    Rational const c = make.value().ours;
    INFO("case " << i << ": " << a.text() << ", " << b.text() << ", " << c.text());
    REQUIRE((a < b) + (a == b) + (a > b) == 1);
    REQUIRE((a < b) == (b > a));
    REQUIRE((a < b) == (a + c < b + c));
    REQUIRE((a < b) == ((a - b).sign() < 0));
    if (a <= b && b <= c) {
      REQUIRE(a <= c);
    }
    if (c.sign() > 0) {
      REQUIRE((a < b) == (a * c < b * c));
    }
  }
}

TEST_CASE("rational properties: print and parse", "[number][properties]") {
  Generator make(13);
  for (std::size_t i = 0; i < rounds; ++i) {
    Rational const a = make.value().ours;
    INFO("case " << i << ": " << a.text());
    REQUIRE(Rational::parse(a.text()) == a);
    REQUIRE(Rational::parse(a.plain_text()) == a);
    bool const ends = round(a, 1200, Rounding::never).has_value(); // denominators have 1,150 bits at most
    REQUIRE((a.plain_text().find('/') == std::string::npos) == ends);
  }
}

TEST_CASE("rational properties: rounding agrees with its definition", "[number][properties]") {
  Generator make(17);
  for (std::size_t i = 0; i < rounds; ++i) {
    Pair const a = make.value();
    std::int32_t const places = make.places();
    INFO("case " << i << ": " << a.ours.text() << " to " << places);
    bool exact = true;
    for (Rounding const mode : {Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up,
                                Rounding::floor, Rounding::ceiling}) {
      std::optional<Rational> const result = round(a.ours, places, mode);
      REQUIRE(result);
      REQUIRE(agree(*result, rounded(a.theirs, places, mode)));
      exact = *result == a.ours;
      std::string const fixed = format_fixed(a.ours, places, mode);
      REQUIRE(Rational::parse(fixed) == result);
      std::size_t const point = fixed.find('.');
      REQUIRE((point == std::string::npos ? 0 : fixed.size() - point - 1)
              == static_cast<std::size_t>(std::max(places, 0)));
    }
    REQUIRE(round(a.ours, places, Rounding::never).has_value() == exact);
  }
}

TEST_CASE("rational properties: decimals and products are what fractions and products are",
          "[number][properties]") {
  Generator random(7);
  std::mt19937_64 bits(11);
  for (int i = 0; i < 20'000; ++i) {
    auto const places = static_cast<std::int32_t>(bits() % 19);
    auto units = static_cast<std::int64_t>(bits() >> (bits() % 64));
    units = bits() % 4 == 0 ? units / 1000 * 1000 : units; // many factors in common
    units = bits() % 2 == 0 ? -units : units;
    Rational const decimal = Rational::decimal(units, places);
    INFO(units << " / 10^" << places);
    REQUIRE(decimal == Rational(units) * Rational::power_of_ten(-places));
    REQUIRE(Rational::parse(decimal.text()) == decimal);
    Pair const left = random.value();
    Pair const factor = random.value();
    Pair const right = random.value();
    REQUIRE(left.ours.shifted(places) == left.ours * Rational::power_of_ten(-places));
    REQUIRE(decimal.shifted(places) == decimal * Rational::power_of_ten(-places));
    INFO(left.ours.text() << " ? " << factor.ours.text() << " * " << right.ours.text());
    REQUIRE(Rational::compare_with_product(left.ours, factor.ours, right.ours)
            == (left.ours <=> factor.ours * right.ours));
    Rational const product = factor.ours * right.ours;
    REQUIRE(Rational::compare_with_product(product, factor.ours, right.ours) == std::strong_ordering::equal);
  }
  CHECK(Rational::decimal(INT64_MIN, 18).text() == "-35184372088832/3814697265625");
  CHECK(Rational::decimal(INT64_MIN, 0) == Rational(INT64_MIN));
  CHECK(Rational::decimal(0, 9).is_integer());
  CHECK(Rational(INT64_MIN).shifted(18) == Rational::decimal(INT64_MIN, 18));
  CHECK(Rational(0).shifted(3) == Rational(0));
  CHECK((Rational::fraction(1, INT64_MAX).shifted(18) * Rational::power_of_ten(18)).text()
        == "1/9223372036854775807");
}
