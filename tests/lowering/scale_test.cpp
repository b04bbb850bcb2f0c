// Five targets of one row in one cell, and a reason that is one.
#include "tests/lowering/support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using model::Column;
using model::NumberField;
using model::TruthField;
using test::Cells;

namespace {

model::Indicator lower(Cells const& cells, std::vector<Column> const& extra) {
  return test::reader().lower(test::raw_project({cells}, extra, {}), "").indicators.front();
}

std::string number_text(model::Facts const& facts, NumberField field) {
  auto const& value = facts.number(field);
  return value && value->is_point() ? value->low.value->text() : std::string("none");
}

std::string scale_text(model::Facts const& facts) {
  if (facts.truth(TruthField::scaled) != model::Truth::yes) {
    return "none";
  }
  std::string text;
  for (std::size_t step = 0; step < model::scale_steps; ++step) {
    text += (step == 0 ? "" : " ") + number_text(facts, NumberField::target_1 + step);
  }
  return text;
}

} // namespace

TEST_CASE("Five targets are facts where the actual can be held against them", "[lowering][scale]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/lowering_scales.csv")) {
    auto const& f = row.fields;
    REQUIRE(f.size() == 10);
    INFO("line " << row.line << ": " << f[0] << " answered by " << f[4]);
    model::Indicator const indicator = lower({{Column::name, "x"},
                                              {Column::targets, f[0]},
                                              {Column::target, f[1]},
                                              {Column::relation, f[2]},
                                              {Column::measure, f[3]},
                                              {Column::actual, f[4]},
                                              {Column::weight, "10"}},
                                             {Column::targets});
    REQUIRE(indicator.comparisons.size() == 1);
    model::Facts const& facts = indicator.comparisons.front().facts;
    CHECK(number_text(facts, NumberField::target) == f[5]);
    CHECK(number_text(facts, NumberField::actual) == f[6]);
    CHECK(scale_text(facts) == f[7]);
    auto const direction = static_cast<model::Direction>(facts.word(model::WordField::direction));
    CHECK(model::name(direction) == f[8]);
    std::string codes;
    for (diagnostic::Diagnostic const& finding : indicator.findings) {
      if (finding.code != "target_missing") {
        codes += (codes.empty() ? "" : " ") + std::string(finding.code);
      }
    }
    CHECK(codes == f[9]);
  }
}

TEST_CASE("Facts of one row do not stay for the next", "[lowering][scale]") {
  model::Project const project = test::reader().lower(
      test::raw_project({{{Column::name, "x"}, {Column::targets, "5;4;3;2;1"}, {Column::actual, "3"}},
                         {{Column::name, "y"}, {Column::target, "5"}, {Column::actual, "3"}}},
                        {Column::targets}, {}),
      "");
  model::Facts const& facts = project.indicators.at(1).comparisons.front().facts;
  CHECK(scale_text(facts) == "none");
  CHECK_FALSE(facts.number(NumberField::target_1));
  CHECK(scale_text(project.indicators.at(0).comparisons.front().facts) == "5 4 3 2 1");
}

TEST_CASE("A reason is given where its cell says one", "[lowering]") {
  auto const given = [](std::string const& reason) {
    return lower({{Column::name, "x"},
                  {Column::target, "5"},
                  {Column::relation, ">="},
                  {Column::measure, "\xE6\xAC\xA1"},
                  {Column::actual, "3"},
                  {Column::deviation_reason, reason}},
                 {Column::deviation_reason})
               .comparisons.front()
               .facts.truth(TruthField::reason_given)
           == model::Truth::yes;
  };
  CHECK(given("\xE7\x96\xAB\xE6\x83\x85"));
  CHECK_FALSE(given(""));
  CHECK_FALSE(given("\xE6\x97\xA0"));
  CHECK_FALSE(given("/"));
  CHECK_FALSE(given("--"));
}
