#include "engine/number/rounding.hpp"

#include "engine/number/fixed_text.hpp"
#include "engine/number/rational.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <map>
#include <set>
#include <tuple>

using namespace jixiao::number;

namespace {

std::map<std::string, Rounding> const modes{
    {"half_up", Rounding::half_up}, {"half_even", Rounding::half_even}, {"down", Rounding::down},
    {"up", Rounding::up},           {"floor", Rounding::floor},         {"ceiling", Rounding::ceiling},
    {"never", Rounding::never}};

} // namespace

TEST_CASE("round: table of every mode, sign and tie", "[number][rounding]") {
  std::set<std::tuple<std::string, bool, bool>> seen; // mode, sign, tie
  for (auto const& row : jixiao::test::read_cases("tests/cases/rounding.csv")) {
    REQUIRE(row.fields.size() == 5);
    INFO("line " << row.line << ": " << row.fields[0] << " to " << row.fields[1] << " " << row.fields[2]);
    Rational const value = *Rational::parse(row.fields[0]);
    std::int32_t const places = std::stoi(row.fields[1]);
    Rounding const mode = modes.at(row.fields[2]);
    std::optional<Rational> const rounded = round(value, places, mode);
    bool const tie = (value * Rational::power_of_ten(places) * Rational(2)).is_integer()
                     && !(value * Rational::power_of_ten(places)).is_integer();
    seen.insert({row.fields[2], value.sign() < 0, tie});
    if (row.fields[3] == "none") {
      CHECK_FALSE(rounded);
      continue;
    }
    REQUIRE(rounded);
    CHECK(rounded->text() == row.fields[3]);
    if (mode != Rounding::never) {
      CHECK(format_fixed(value, places, mode) == row.fields[4]);
      CHECK(round(*rounded, places, Rounding::never) == rounded);
    }
  }
  CHECK(seen.size() == modes.size() * 4); // the table leaves no combination out
}

TEST_CASE("format_fixed: pads and never prints a negative zero", "[number][rounding]") {
  CHECK(format_fixed(20, 2, Rounding::half_up) == "20.00");
  CHECK(format_fixed(0, 0, Rounding::half_up) == "0");
  CHECK(format_fixed(*Rational::parse("-0.001"), 2, Rounding::half_up) == "0.00");
  CHECK(format_fixed(*Rational::parse("0.05"), 1, Rounding::half_even) == "0.0");
  CHECK(format_fixed(*Rational::parse("1/3"), 25, Rounding::up) == "0.3333333333333333333333334");
  CHECK(format_fixed(INT64_MIN, 18, Rounding::half_up) == "-9223372036854775808.000000000000000000");
  CHECK(format_fixed(INT64_MIN, 19, Rounding::half_up) == "-9223372036854775808.0000000000000000000");
  CHECK(format_fixed(*Rational::parse("123456789012345678901234567890.125"), 2, Rounding::half_even)
        == "123456789012345678901234567890.12");
}

TEST_CASE("append_fixed: stands behind the text that is there", "[number][rounding]") {
  std::string text = "1,";
  append_fixed(text, Rational::fraction(205, 4), 2, Rounding::half_up);
  CHECK(text == "1,51.25");
  append_fixed(text, Rational::fraction(-1, 8), 2, Rounding::half_up);
  CHECK(text == "1,51.25-0.13");
}

TEST_CASE("append_percent: what 100 times the value is, followed by its sign", "[number][rounding]") {
  for (std::string_view const written :
       {"0", "1", "0.7190", "1/3", "-1/3", "0.00005", "0.00004", "-0.00004", "12.5", "9223372036854775807",
        "-9223372036854775808", "123456789012345678901234567890.125"}) {
    Rational const value = *Rational::parse(written);
    for (std::int32_t const places : {-1, 0, 1, 2, 17, 18, 20}) {
      CAPTURE(written, places);
      std::string text;
      append_percent(text, value, places, Rounding::half_up);
      CHECK(text == format_fixed(value * Rational(100), places, Rounding::half_up) + "%");
    }
  }
}

TEST_CASE("round: the lowest 64-bit value", "[number][rounding]") {
  Rational const lowest(INT64_MIN);
  CHECK(round(lowest, 0, Rounding::half_up) == lowest);
  CHECK(round(lowest, -1, Rounding::up)->text() == "-9223372036854775810");
  CHECK(round(lowest, -1, Rounding::down)->text() == "-9223372036854775800");
  CHECK(round(lowest / Rational(7), 2, Rounding::floor)->text() == "-26352491533870788023/20");
}
