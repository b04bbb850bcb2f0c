#include "engine/number/rational.hpp"

#include "engine/number/big_rational.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <type_traits>

using namespace jixiao::number;

static_assert(!std::is_constructible_v<Rational, double> && !std::is_constructible_v<Rational, float>);
static_assert(!std::is_convertible_v<double, Rational>);
static_assert(std::is_nothrow_move_constructible_v<Rational> && std::is_nothrow_move_assignable_v<Rational>);

namespace {

Rational read(std::string_view text) {
  std::optional<Rational> const value = Rational::parse(text);
  REQUIRE(value);
  return *value;
}

Rational const lowest(INT64_MIN);
Rational const highest(INT64_MAX);

} // namespace

TEST_CASE("rational: table of texts", "[number][rational]") {
  for (auto const& row : jixiao::test::read_cases("tests/cases/rational_texts.csv")) {
    REQUIRE(row.fields.size() == 3);
    INFO("line " << row.line << ": " << row.fields[0]);
    std::optional<Rational> const value = Rational::parse(row.fields[0]);
    if (row.fields[1] == "refused") {
      CHECK_FALSE(value);
      continue;
    }
    REQUIRE(value);
    CHECK(value->text() == row.fields[1]);
    CHECK(value->plain_text() == row.fields[2]);
    CHECK(Rational::parse(value->text()) == value);
    CHECK(Rational::parse(value->plain_text()) == value);
  }
}

TEST_CASE("rational: the lowest 64-bit value has no negative in 64 bits", "[number][rational]") {
  CHECK((-lowest).text() == "9223372036854775808");
  CHECK(-(-lowest) == lowest);
  CHECK(abs(lowest).text() == "9223372036854775808");
  CHECK(Rational::fraction(INT64_MIN, -1).text() == "9223372036854775808");
  CHECK(Rational::fraction(INT64_MIN, INT64_MIN) == Rational(1));
  CHECK(Rational::fraction(1, INT64_MIN).text() == "-1/9223372036854775808");
  CHECK(Rational::fraction(INT64_MIN, 2).text() == "-4611686018427387904");
  CHECK(Rational::fraction(2, INT64_MIN).text() == "-1/4611686018427387904");
  CHECK(Rational::fraction(INT64_MIN, INT64_MAX).text() == "-9223372036854775808/9223372036854775807");
  CHECK(lowest / lowest == Rational(1));
  CHECK(lowest * Rational(-1) == -lowest);
  CHECK(lowest / Rational(-1) == -lowest);
  CHECK((Rational(0) - lowest).text() == "9223372036854775808");
  CHECK((lowest - lowest).is_zero());
  CHECK((lowest + lowest).text() == "-18446744073709551616");
  CHECK((lowest * lowest).text() == "85070591730234615865843651857942052864");
  CHECK(lowest < highest);
  CHECK(lowest < Rational::fraction(INT64_MIN + 1, 1));
  CHECK(lowest.sign() == -1);
}

TEST_CASE("rational: leaves the small form when it must and comes back when it can", "[number][rational]") {
  Rational const beyond = highest + Rational(1);
  CHECK(beyond.text() == "9223372036854775808");
  CHECK(beyond - Rational(1) == highest);
  CHECK(beyond - beyond == Rational(0));
  CHECK((beyond - beyond).is_zero());
  CHECK_FALSE(beyond.is_zero());
  CHECK(beyond * Rational::fraction(1, 2) == Rational(INT64_C(4611686018427387904)));
  CHECK(beyond / beyond == Rational(1));
  CHECK(-beyond == lowest); // the canonical form: a big -2^63 would not equal the small one
  CHECK(beyond.is_integer());
  CHECK_FALSE((beyond / Rational(3)).is_integer());
  CHECK(beyond.sign() == 1);
  CHECK((-beyond - Rational(1)).sign() == -1);
  Rational const tiny = Rational(1) / highest / highest;
  CHECK(tiny * highest * highest == Rational(1));
  CHECK(tiny.sign() == 1);
  CHECK_FALSE(tiny.is_zero());
}

TEST_CASE("rational: order across forms", "[number][rational]") {
  Rational const beyond = highest + Rational(1);
  CHECK(beyond > highest);
  CHECK(highest < beyond);
  CHECK(-beyond - Rational(1) < lowest);
  CHECK(Rational(1) / beyond > Rational(0));
  CHECK(Rational(1) / beyond < Rational::fraction(1, INT64_MAX));
  CHECK((beyond <=> beyond) == std::strong_ordering::equal);
  CHECK(beyond != highest);
  CHECK(beyond != beyond + Rational(1));
  CHECK(Rational::fraction(1, 3) < Rational::fraction(2, 5));
  CHECK(Rational::fraction(-1, 3) > Rational::fraction(-2, 5));
  CHECK(Rational::fraction(INT64_MAX, INT64_MAX - 1) < Rational::fraction(INT64_MAX - 1, INT64_MAX - 2));
}

TEST_CASE("rational: copies and moves keep the big form apart", "[number][rational]") {
  Rational const original = highest * highest;
  Rational copy = original;
  CHECK(copy == original);
  copy += Rational(1);
  CHECK(copy - original == Rational(1));
  Rational const moved = std::move(copy);
  CHECK(moved - original == Rational(1));
  copy = original; // a moved-from value may be assigned to
  CHECK(copy == original);
  copy = Rational(7);
  CHECK(copy == Rational(7));
  Rational& alias = copy;
  copy = alias;
  CHECK(copy == Rational(7));
  copy *= highest * highest;
  copy = alias;
  CHECK(copy == original * Rational(7));
  copy -= copy;
  CHECK(copy.is_zero());
}

TEST_CASE("rational: powers of ten", "[number][rational]") {
  CHECK(Rational::power_of_ten(0) == Rational(1));
  CHECK(Rational::power_of_ten(4) == Rational(10'000));
  CHECK(Rational::power_of_ten(-2).text() == "1/100");
  CHECK(Rational::power_of_ten(18).text() == "1000000000000000000");
  CHECK(Rational::power_of_ten(19).text() == "10000000000000000000");
  CHECK(Rational::power_of_ten(-19).text() == "1/10000000000000000000");
  CHECK(Rational::power_of_ten(4096) * Rational::power_of_ten(-4096) == Rational(1));
}

TEST_CASE("rational: the harmonic sum outgrows 64 bits and stays exact", "[number][rational]") {
  Rational sum;
  for (std::int64_t k = 1; k <= 60; ++k) {
    sum += Rational::fraction(1, k);
  }
  CHECK(sum.text() == "15117092380124150817026911/3230237388259077233637600");
  for (std::int64_t k = 60; k >= 1; --k) {
    sum -= Rational::fraction(1, k);
  }
  CHECK(sum.is_zero());
}

TEST_CASE("rational: digits that look octal are decimal in both forms", "[number][rational]") {
  CHECK(read("010") == Rational(10));
  CHECK(read("00000000000000000000000000000000000010") == Rational(10));
  CHECK(read("0100000000000000000000000000000").text() == "100000000000000000000000000000");
  CHECK(read("0.0100000000000000000000000000000000000") == Rational::fraction(1, 100));
  CHECK(read("089/0100") == Rational::fraction(89, 100));
  // Where the digits meet the library that would read them as octal.
  CHECK(big::from_digits("010", 0) == Rational(10));
  CHECK(big::from_digits("089", -1) == Rational::fraction(89, 10));
  CHECK(big::from_digits("000", 3).is_zero());
}

TEST_CASE("rational: a text of many digits is read again", "[number][rational]") {
  Rational const large = Rational::power_of_ten(4096) * Rational::power_of_ten(4096) + Rational(1);
  CHECK(large.text() == "1" + std::string(8191, '0') + "1");
  CHECK(read(large.text()) == large);
  CHECK(read((Rational(1) / large).text()) * large == Rational(1));
}
