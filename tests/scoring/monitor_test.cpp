// Lights of mid-year monitoring: the worst row gives the light of the project.
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using scoring::Assume;

namespace {

model::ProjectEvaluation run(std::string const& rows, std::string const& budget, std::uint32_t month) {
  return scoring::score(test::project(rows, budget), test::pack("mof-2020"), Assume::as_is, {}, month);
}

} // namespace

TEST_CASE("without a month there are no lights", "[scoring][monitor]") {
  model::ProjectEvaluation const evaluation = run("90 v:1/2", "100/10", 0);
  CHECK(evaluation.month == 0);
  CHECK(evaluation.light.empty());
  CHECK(evaluation.indicators.front().light.empty());
  CHECK(evaluation.execution.light.empty());
}

TEST_CASE("the execution and the worst row give the light of the project", "[scoring][monitor]") {
  model::ProjectEvaluation const slow = run("90 v:1/1", "100/20", 6);
  CHECK(slow.month == 6);
  CHECK(slow.execution.light == "red");
  CHECK(slow.light == "red");
  model::ProjectEvaluation const good = run("90 v:1/1", "100/100", 12);
  CHECK(good.execution.light == "green");
  CHECK(good.light == "green");
}

TEST_CASE("a row that cannot be judged has no light and no say", "[scoring][monitor]") {
  model::ProjectEvaluation const evaluation = run("45 none;45 v:1/1", "100/100", 12);
  CHECK(evaluation.indicators[0].light.empty());
  CHECK(evaluation.light == "green");
}

TEST_CASE("lights of the project before do not stay", "[scoring][monitor]") {
  model::ProjectEvaluation evaluation = run("90 v:1/1", "100/20", 6);
  rulepack::Judge judge(test::pack("mof-2020"));
  scoring::score(evaluation, judge, Assume::as_is);
  CHECK(evaluation.light.empty());
  CHECK(evaluation.execution.light.empty());
  CHECK(evaluation.indicators.front().light.empty());
}
