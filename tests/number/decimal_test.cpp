#include "engine/number/decimal.hpp"

#include "engine/number/rational.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <type_traits>

using namespace jixiao::number;

static_assert(!std::is_constructible_v<Decimal, double> && !std::is_constructible_v<Decimal, float>);

TEST_CASE("decimal: table of texts", "[number][decimal]") {
  for (auto const& row : jixiao::test::read_cases("tests/cases/decimals.csv")) {
    REQUIRE(row.fields.size() == 4);
    INFO("line " << row.line << ": " << row.fields[0]);
    std::optional<Decimal> const value = Decimal::parse(row.fields[0]);
    if (row.fields[3] == "refused") {
      CHECK_FALSE(value);
      continue;
    }
    REQUIRE(value);
    CHECK(value->text() == row.fields[1]);
    CHECK(std::to_string(value->places()) == row.fields[2]);
    CHECK(value->rational().text() == row.fields[3]);
    CHECK(value->negative() == (row.fields[3][0] == '-'));
    std::optional<Decimal> const again = Decimal::parse(value->text());
    REQUIRE(again);
    CHECK(again->rational() == value->rational());
    CHECK((*again == *value) == (value->places() >= 0));
  }
}

TEST_CASE("decimal: same value with other places is another decimal", "[number][decimal]") {
  Decimal const shorter = *Decimal::parse("22.5");
  Decimal const longer = *Decimal::parse("22.50");
  CHECK_FALSE(shorter == longer);
  CHECK(shorter.rational() == longer.rational());
  CHECK(Decimal() == *Decimal::parse("0"));
  CHECK(*Decimal::parse("-0") == *Decimal::parse("0"));
}

TEST_CASE("decimal: limits hold at the last digit and the last place", "[number][decimal]") {
  std::string const thousand(1000, '9');
  CHECK(Decimal::parse(thousand));
  CHECK_FALSE(Decimal::parse(thousand + "9"));
  CHECK(Decimal::parse(std::string(5000, '0') + thousand)->text() == thousand);
  CHECK(Decimal::parse("0." + thousand));
  CHECK_FALSE(Decimal::parse("1." + thousand));
  CHECK_FALSE(Decimal::parse("0." + std::string(1001, '0')));
  CHECK(Decimal::parse("0." + std::string(1000, '0'))->places() == 1000);
  CHECK(Decimal::parse("1e1000")->text() == "1" + std::string(1000, '0'));
  CHECK(Decimal::parse("1e-1000")->text() == "0." + std::string(999, '0') + "1");
  CHECK(Decimal::parse("1.5e1001")->places() == -1000);
  CHECK(Decimal::parse("12", {2, 0}));
  CHECK_FALSE(Decimal::parse("123", {2, 0}));
  CHECK_FALSE(Decimal::parse("1.2", {2, 0}));
  CHECK(Decimal::parse("1e5000", {10, 5000})->rational() / Decimal::parse("1e4999", {10, 5000})->rational()
        == Rational(10));
  CHECK_FALSE(Decimal::parse("1e4294967296", {10, 4294967295U}));
}

TEST_CASE("decimal: a long text is refused without being read as a number", "[number][decimal]") {
  CHECK_FALSE(Decimal::parse(std::string(10'000'000, '7')));
  CHECK_FALSE(Decimal::parse("1e" + std::string(10'000'000, '9')));
  CHECK_FALSE(Decimal::parse("1e-" + std::string(10'000'000, '9')));
}
