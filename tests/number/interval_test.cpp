#include "engine/number/interval.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao::number;

namespace {

End read_end(std::string const& text, bool closed) {
  if (text == "-inf" || text == "inf") {
    REQUIRE_FALSE(closed);
    return {std::nullopt, false};
  }
  std::optional<Rational> const value = Rational::parse(text);
  REQUIRE(value);
  return {value, closed};
}

/// What `text` prints.
Interval read(std::string const& text) {
  std::size_t const comma = text.find(", ");
  REQUIRE(comma != std::string::npos);
  return {read_end(text.substr(1, comma - 1), text.front() == '['),
          read_end(text.substr(comma + 2, text.size() - comma - 3), text.back() == ']')};
}

std::string answer(std::string const& operation, Interval const& left, std::string const& right) {
  if (operation == "negate") {
    return text(-left);
  }
  Interval const other = read(right);
  if (operation == "add") {
    return text(left + other);
  }
  if (operation == "subtract") {
    return text(left - other);
  }
  if (operation == "multiply") {
    CHECK(left * other == other * left);
    return text(left * other);
  }
  if (operation == "divide") {
    std::optional<Interval> const quotient = divide(left, other);
    return quotient ? text(*quotient) : "none";
  }
  if (operation == "hull") {
    CHECK(hull(left, other) == hull(other, left));
    return text(hull(left, other));
  }
  if (operation == "subset") {
    return is_subset(left, other) ? "yes" : "no";
  }
  if (operation == "disjoint") {
    CHECK(is_disjoint(left, other) == is_disjoint(other, left));
    return is_disjoint(left, other) ? "yes" : "no";
  }
  REQUIRE(operation == "clamp");
  return text(clamp(left, *other.low.value, *other.high.value));
}

} // namespace

TEST_CASE("interval: table of operations", "[number][interval]") {
  for (auto const& row : jixiao::test::read_cases("tests/cases/intervals.csv")) {
    REQUIRE(row.fields.size() == 4);
    INFO("line " << row.line << ": " << row.fields[0] << ' ' << row.fields[1] << ' ' << row.fields[2]);
    Interval const left = read(row.fields[1]);
    CHECK(text(left) == row.fields[1]);
    CHECK(answer(row.fields[0], left, row.fields[2]) == row.fields[3]);
  }
}

TEST_CASE("interval: what is made says what it holds", "[number][interval]") {
  Rational const half = Rational::fraction(1, 2);
  CHECK(text(Interval::point(half)) == "[0.5, 0.5]");
  CHECK(Interval::point(half).is_point());
  CHECK(Interval::point(half).contains(half));
  CHECK_FALSE(Interval::point(half).contains(0));
  CHECK(text(Interval::closed(0, half)) == "[0, 0.5]");
  CHECK_FALSE(Interval::closed(0, half).is_point());
  CHECK(Interval::closed(half, half) == Interval::point(half));
  CHECK(text(Interval::at_least(half)) == "[0.5, inf)");
  CHECK(text(Interval::at_least(half, false)) == "(0.5, inf)");
  CHECK_FALSE(Interval::at_least(half, false).contains(half));
  CHECK(Interval::at_least(half).contains(half));
  CHECK(Interval::at_least(half).contains(Rational::power_of_ten(40)));
  CHECK_FALSE(Interval::at_least(half).contains(0));
  CHECK(text(Interval::at_most(half)) == "(-inf, 0.5]");
  CHECK(text(Interval::at_most(half, false)) == "(-inf, 0.5)");
  CHECK_FALSE(Interval::at_most(half, false).contains(half));
  CHECK(Interval::at_most(half).contains(half));
  CHECK(text(Interval::everything()) == "(-inf, inf)");
  CHECK_FALSE(Interval::everything().is_point());
  CHECK(Interval::everything().contains(0));
}

TEST_CASE("interval: a side without a value is open whatever its mark says", "[number][interval]") {
  Interval const unmarked;
  CHECK(unmarked == Interval::everything());
  CHECK(text(unmarked) == "(-inf, inf)");
  CHECK(text(unmarked + Interval::point(1)) == "(-inf, inf)");
  CHECK(text(unmarked * Interval::point(-2)) == "(-inf, inf)");
  CHECK(is_subset(Interval::everything(), unmarked));
  CHECK(is_subset(unmarked, Interval::everything()));
  CHECK(Interval::closed(1, 2) != Interval{End{Rational(1), true}, End{Rational(2), false}});
}
