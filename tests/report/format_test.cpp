#include "engine/report/format.hpp"

#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using namespace jixiao::report;
using number::Rational;

TEST_CASE("points have the decimals of the pack") {
  rulepack::RulePack pack = test::sample_pack();
  CHECK(points(Rational::fraction(50, 3), pack) == "16.67");
  CHECK(points(Rational(20), pack) == "20.00");
  CHECK(points(number::Interval::closed(60, 80), pack) == "60.00~80.00");
  CHECK(points(number::Interval::point(80), pack) == "80.00");
  CHECK(points({{Rational(60), true}, {Rational(80), false}}, pack) == "60.00~<80.00");
  CHECK(points({{Rational(60), false}, {Rational(80), true}}, pack) == ">60.00~80.00");
  pack.rounding.places = 1;
  CHECK(points(Rational::fraction(50, 3), pack) == "16.7");
}

TEST_CASE("money is shown in ten thousands with all its decimals") {
  CHECK(ten_thousands(Rational(1380000)) == "138.00");
  CHECK(ten_thousands(*Rational::parse("3404383.36")) == "340.438336");
  CHECK(ten_thousands(Rational(0)) == "0.00");
}

TEST_CASE("places are named as people find them") {
  diagnostic::SourceTable sources;
  diagnostic::SourceId const csv = sources.add("a.csv"), sheet = sources.add("b.xlsx", "表1");
  CHECK(place_text({csv, 12, 6, 0, 0}, sources) == "a.csv F12");
  CHECK(place_text({csv, 12, 0, 0, 0}, sources) == "a.csv:12");
  CHECK(place_text({sheet, 3, 27, 0, 0}, sources) == "b.xlsx [表1] AA3");
  auto const rules = sources.add("rules/packs/base.yaml");
  CHECK(place_text({rules, 50, 22, 0, 0}, sources) == "rules/packs/base.yaml:50:22");
  CHECK(place_text({rules, 50, 0, 0, 0}, sources) == "rules/packs/base.yaml:50");
  CHECK(place_text({}, sources).empty());
  CHECK(column_letters(16384) == "XFD");
}

TEST_CASE("a target is shown as it is printed") {
  model::Indicator indicator;
  indicator.relation_text = "≥";
  indicator.target_text = "95";
  indicator.measure_text = "%";
  CHECK(target_text(indicator) == "≥95%");
  indicator.target_text = "95%";
  CHECK(target_text(indicator) == "≥95%");
  indicator = {};
  indicator.relation_text = "定性";
  indicator.target_text = "高";
  CHECK(target_text(indicator) == "定性 高");
}
