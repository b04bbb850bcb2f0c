// A sum of decimals is the sum that `+=` gives, whatever the terms are.
#include "engine/number/decimal_sum.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <initializer_list>

using jixiao::number::DecimalSum;
using jixiao::number::Rational;

namespace {

void check_sum(std::initializer_list<Rational> terms) {
  DecimalSum sum;
  Rational expected;
  for (Rational const& term : terms) {
    sum.add(term);
    expected += term;
    CHECK(sum.total() == expected);
  }
}

} // namespace

TEST_CASE("DecimalSum: adds as fractions add", "[number]") {
  check_sum({});
  check_sum({Rational::fraction(1999, 100), Rational::fraction(1, 10), 10, Rational::fraction(-1, 4)});
  check_sum({Rational::fraction(1, 3), Rational::fraction(5, 2), Rational::fraction(2, 3)});
  check_sum({Rational::fraction(1, 10'000), Rational::fraction(1, 100'000), Rational::fraction(1, 16)});
}

TEST_CASE("DecimalSum: nothing overflows", "[number]") {
  check_sum({INT64_MAX, INT64_MAX, 1, INT64_MIN, INT64_MIN});
  check_sum({INT64_MAX / 10'000, INT64_MAX / 10'000, Rational::fraction(1, 2)});
  check_sum({Rational::power_of_ten(30), Rational::power_of_ten(-30), Rational::fraction(1, 100)});
}
