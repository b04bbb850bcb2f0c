// Interpolation between points: where the value lies decides, and an interval gives all that its numbers
// give.
#include "engine/rulepack/interpolate.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using number::Interval;
using number::Rational;
using rulepack::Results;

namespace {

Rational rational(char const* text) {
  return *Rational::parse(text);
}

/// 10: 1, 6: 0.8, 2: 0, worse: 0; or falling the other way with `down`.
struct Scale {
  explicit Scale(bool down)
      : points{rational(down ? "2" : "10"), rational("6"), rational(down ? "10" : "2")},
        results{rational("1"), rational("0.8"), rational("0.2")} {}
  [[nodiscard]] std::string at(char const* value) const {
    rulepack::Points<Rational> all{};
    for (std::size_t i = 0; i < 3; ++i) {
      all[i] = &points[i];
    }
    return rulepack::interpolate_exactly(rational(value), all, results, Rational(0)).plain_text();
  }
  [[nodiscard]] std::string over(Interval const& value) const {
    std::array<Interval, 3> sets{Interval::point(points[0]), Interval::point(points[1]),
                                 Interval::point(points[2])};
    rulepack::Points<Interval> all{};
    for (std::size_t i = 0; i < 3; ++i) {
      all[i] = &sets[i];
    }
    return number::text(rulepack::interpolate_set(value, all, results, Interval::point(0)));
  }
  std::array<Rational, 3> points;
  Results results;
};

} // namespace

TEST_CASE("a value earns what lies between its points", "[rulepack][interpolate]") {
  struct Row {
    bool down;
    char const *value, *result;
  };
  constexpr Row rows[] = {
      {false, "12", "1"},  {false, "10", "1"},  {false, "8", "0.9"}, {false, "6", "0.8"}, {false, "4", "0.5"},
      {false, "2", "0.2"}, {false, "1.9", "0"}, {true, "0", "1"},    {true, "2", "1"},    {true, "4", "0.9"},
      {true, "6", "0.8"},  {true, "8", "0.5"},  {true, "10", "0.2"}, {true, "10.1", "0"},
  };
  for (Row const& row : rows) {
    INFO(row.value << (row.down ? " down" : " up"));
    CHECK(Scale(row.down).at(row.value) == row.result);
  }
}

TEST_CASE("an interval earns everything between what its ends earn", "[rulepack][interpolate]") {
  Scale const up(false);
  CHECK(up.over(Interval::closed(4, 8)) == "[0.5, 0.9]");
  CHECK(up.over(Interval::closed(6, 20)) == "[0.8, 1]");
  CHECK(up.over(Interval::closed(0, 4)) == "[0, 0.5]");
  CHECK(up.over(Interval::everything()) == "[0, 1]");
  CHECK(up.over(Interval::point(8)) == "[0.9, 0.9]");
}
