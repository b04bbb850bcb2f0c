// Caps on the total: what holds for certain lowers both ends, what may hold the lower one.
#include "engine/rulepack/program.hpp"
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using scoring::Assume;

namespace {

rulepack::Rule cap(std::string when, std::string share) {
  rulepack::Rule rule;
  rule.id = "capped";
  rule.when = *rulepack::compile(when, rulepack::Want::truth, {}).value;
  rule.share = *rulepack::compile(share, rulepack::Want::number, {}).value;
  rule.when_text = std::move(when);
  rule.share_text = std::move(share);
  return rule;
}

model::ProjectEvaluation run(std::vector<rulepack::Rule> caps, std::string const& rows,
                             std::string const& budget) {
  static rulepack::RulePack pack =
      test::pack("mof-2020"); // evaluations name its grades: it must outlive them
  pack.caps = std::move(caps);
  return scoring::score(test::project(rows, budget), pack, Assume::as_is);
}

std::string low(model::Total const& total) {
  return total.rebased.low.value->plain_text();
}
std::string high(model::Total const& total) {
  return total.rebased.high.value->plain_text();
}

} // namespace

TEST_CASE("a cap holds on its side of the boundary alone", "[scoring][cap]") {
  auto const half = [] { return std::vector<rulepack::Rule>{cap("execution_rate < 0.5", "0.79")}; };
  model::ProjectEvaluation const below = run(half(), "90 v:1/1", "1000/499");
  CHECK(high(below.total) == "79");
  CHECK(low(below.total) == "79");
  CHECK(below.total.is_capped);
  CHECK(below.grades.size() == 1);
  CHECK(below.grades.front() == "fair");
  CHECK(test::codes(below).find("total_capped") != std::string::npos);
  model::ProjectEvaluation const at = run(half(), "90 v:1/1", "1000/500");
  CHECK(high(at.total) == "95");
  CHECK_FALSE(at.total.is_capped);
  CHECK(test::codes(at).find("total_capped") == std::string::npos);
}

TEST_CASE("of several caps the lowest counts, and one above the total does nothing", "[scoring][cap]") {
  model::ProjectEvaluation const both =
      run({cap("execution_rate < 0.9", "0.85"), cap("execution_rate < 0.5", "0.6")}, "90 v:1/1", "100/40");
  CHECK(high(both.total) == "60");
  model::ProjectEvaluation const above = run({cap("true", "0.99")}, "90 v:1/1", "100/50");
  CHECK(high(above.total) == "95");
  CHECK_FALSE(above.total.is_capped);
}

TEST_CASE("where it is not known whether a cap holds only the lower end is lowered", "[scoring][cap]") {
  model::ProjectEvaluation const evaluation = run({cap("execution_rate < 0.5", "0.6")}, "90 v:1/1", "100/");
  CHECK(low(evaluation.total) == "60");
  CHECK(high(evaluation.total) == "100");
  CHECK_FALSE(evaluation.total.is_capped);
}

TEST_CASE("a cap may be a formula of the project", "[scoring][cap]") {
  model::ProjectEvaluation const evaluation = run({cap("true", "execution_rate")}, "90 v:1/1", "100/70");
  CHECK(high(evaluation.total) == "70");
}
