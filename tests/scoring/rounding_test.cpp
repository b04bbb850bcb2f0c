// Where rounding happens (docs/adr/0006), for every place that a pack can name.
#include "engine/scoring/apportion.hpp"
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using number::Interval;
using number::Rational;
using number::Rounding;
using rulepack::RoundAt;
using scoring::Assume;

namespace {

model::ProjectEvaluation run(std::string const& rows, RoundAt at, Rounding mode = Rounding::half_up,
                             std::int32_t places = 2) {
  rulepack::RulePack pack = test::pack("mof-2020");
  pack.rounding = {places, mode, at};
  return scoring::score(test::project(rows, "100/100"), pack, Assume::as_is);
}

std::string const thirds = "20 v:1/3;20 v:1/3;20 v:1/3;15 @b v:1/3;15 @b v:1/3";

Rational sum_of_lows(model::ProjectEvaluation const& evaluation) {
  Rational sum = *evaluation.execution.score.low.value;
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    sum += *row.score.low.value;
  }
  return sum;
}

} // namespace

TEST_CASE("the place of rounding is the pack's", "[scoring]") {
  // Rows: 3 x 6.67 + 2 x 5 + 10. Levels: 20 + 10 + 10. Total: 90/3 + 10.
  model::ProjectEvaluation const rows = run(thirds, RoundAt::indicator);
  CHECK(test::points(rows.total.value) == "40.01");
  CHECK(test::scores(rows) == "6.67 6.67 6.67 5.00 5.00");
  model::ProjectEvaluation const levels = run(thirds, RoundAt::level);
  CHECK(test::points(levels.total.value) == "40.00");
  CHECK(test::scores(levels) == "6.67 6.67 6.66 5.00 5.00");
  model::ProjectEvaluation const total = run(thirds, RoundAt::total);
  CHECK(test::points(total.total.value) == "40.00");
  for (model::ProjectEvaluation const* each : {&rows, &levels, &total}) {
    CHECK(sum_of_lows(*each) == *each->total.value.low.value);
    CHECK(each->ledger.answered == *each->total.value.low.value);
  }
}

TEST_CASE("the mode of rounding is the pack's", "[scoring]") {
  std::string const rows = "90 v:1/7"; // 12.857142...
  CHECK(test::scores(run(rows, RoundAt::indicator, Rounding::half_up)) == "12.86");
  CHECK(test::scores(run(rows, RoundAt::indicator, Rounding::down)) == "12.85");
  CHECK(test::scores(run(rows, RoundAt::indicator, Rounding::up)) == "12.86");
  CHECK(test::scores(run(rows, RoundAt::indicator, Rounding::half_up, 1)) == "12.90");
  CHECK(test::scores(run(rows, RoundAt::indicator, Rounding::half_up, 0)) == "13.00");
  CHECK(test::scores(run("89.99 v:1/2;0.01 v:1/2", RoundAt::indicator, Rounding::half_up)) == "45.00 0.01");
  CHECK(test::scores(run("89.99 v:1/2;0.01 v:1/2", RoundAt::indicator, Rounding::half_even)) == "45.00 0.00");
}

TEST_CASE("a pack may forbid rounding", "[scoring]") {
  for (RoundAt const at : {RoundAt::indicator, RoundAt::level, RoundAt::total}) {
    model::ProjectEvaluation const evaluation = run("20 v:1/3;70 v:1/1", at, Rounding::never);
    CHECK(*evaluation.indicators[0].score.low.value == Rational::fraction(20, 3));
    CHECK(*evaluation.total.value.low.value == Rational(80) + Rational::fraction(20, 3));
  }
}

TEST_CASE("the exact points of a row stay beside the rounded ones", "[scoring]") {
  model::ProjectEvaluation const evaluation = run("90 v:1/7", RoundAt::indicator);
  CHECK(evaluation.indicators[0].exact == Interval::point(Rational::fraction(90, 7)));
  CHECK(evaluation.total.exact == Interval::point(*Rational::parse("22.86")));
  CHECK(run("90 v:1/7", RoundAt::total).total.exact
        == Interval::point(Rational(10) + Rational::fraction(90, 7)));
}

TEST_CASE("parts of a sum are rounded so that they add up to it", "[scoring]") {
  scoring::Rounder const round({2, Rounding::half_up, RoundAt::total});
  Rational const third = Rational::fraction(50, 3);
  std::vector<Rational> const parts =
      scoring::apportion(std::vector<Rational>{third, third, third}, {}, Rational(50), round);
  CHECK(test::points(parts[0]) == "16.67");
  CHECK(test::points(parts[1]) == "16.67");
  CHECK(test::points(parts[2]) == "16.66");
  // The largest remainder, not the first part.
  std::vector<Rational> const uneven = scoring::apportion(
      {*Rational::parse("1.001"), *Rational::parse("1.009")}, {}, *Rational::parse("2.01"), round);
  CHECK(test::points(uneven[0]) == "1.00");
  CHECK(test::points(uneven[1]) == "1.01");
  // A floor is kept although the remainder says otherwise.
  std::vector<Rational> const floored =
      scoring::apportion({*Rational::parse("1.001"), *Rational::parse("1.009")},
                         {*Rational::parse("1.01"), Rational(0)}, *Rational::parse("2.01"), round);
  CHECK(test::points(floored[0]) == "1.01");
  CHECK(test::points(floored[1]) == "1.00");
}

TEST_CASE("a total on another scale is accepted below its open end", "[scoring]") {
  // 40 + [6, 8) of 60: [76.67, 80.00) of 100.
  for (RoundAt const at : {RoundAt::indicator, RoundAt::total}) {
    rulepack::RulePack pack = test::pack("mof-2020");
    pack.rounding.at = at;
    model::ProjectEvaluation const evaluation =
        scoring::score(test::project("40 v:1/1;10 @b part;10 v:0/1", ""), pack, Assume::as_is);
    CHECK(test::points(evaluation.total.rebased) == "[76.67, 80.00)");
    CHECK(test::text(evaluation.grades) == "fair");
    CHECK(evaluation.total.accepted < Rational(80));
  }
}
