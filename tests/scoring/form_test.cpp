// Tables that are no ordinary self-evaluation: targets alone, and the form of a department.
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using number::Rational;
using scoring::Assume;

namespace {

model::ProjectEvaluation run(model::Project project) {
  return scoring::score(std::move(project), test::pack("mof-2020"), Assume::as_is);
}

} // namespace

TEST_CASE("targets without any actual value have no total and no grade", "[scoring]") {
  for (char const* rows : {"60 none;30 @b none", "60 none;- empty;30 @b none", "- none;- @b none"}) {
    INFO(rows);
    model::ProjectEvaluation const evaluation = run(test::project(rows, "100/"));
    CHECK_FALSE(evaluation.scored);
    CHECK(evaluation.grades.empty());
    CHECK(evaluation.queue.empty());
    CHECK_FALSE(evaluation.unproven);
    CHECK(test::codes(evaluation).find("no_actuals") != std::string::npos);
    CHECK(test::text(evaluation.ledger) == "0.00 / 0.00 / 0.00 / 0.00");
  }
}

TEST_CASE("targets alone still have their weights checked", "[scoring]") {
  model::ProjectEvaluation const evaluation =
      run(test::project("60 none;- none;20.5 none;4.5 none;? none", ""));
  CHECK(test::codes(evaluation) == "no_actuals weight_missing weight_unreadable");
  CHECK(test::codes(run(test::project("60 none;24 none", ""))) == "no_actuals weight_sum_unexpected");
}

TEST_CASE("actual values that cannot be read make no table of targets", "[scoring]") {
  for (char const* rows : {"60 unreadable;30 unreadable", "60 none;30 unreadable"}) {
    INFO(rows);
    model::ProjectEvaluation const evaluation = run(test::project(rows, ""));
    CHECK(evaluation.scored);
    CHECK(test::codes(evaluation).find("no_actuals") == std::string::npos);
    CHECK(evaluation.queue.size() == 2);
  }
}

TEST_CASE("points beside the full marks neither count nor rebase, and are said", "[scoring]") {
  model::Project project = test::project("60 v:1/1;30 @b v:1/1;10 @s v:1/1;5 v:1/1;- v:1/1", "100/100");
  project.indicators[3].bonus = project.indicators[4].bonus = true;
  model::ProjectEvaluation const evaluation = run(std::move(project));
  CHECK(evaluation.total.max == Rational(100));
  CHECK(evaluation.total.value == number::Interval::point(100));
  CHECK_FALSE(evaluation.total.is_rebased);
  CHECK_FALSE(evaluation.total.incomplete);
  CHECK(evaluation.indicators[3].status == model::Status::excluded);
  CHECK(evaluation.indicators[3].weight.is_zero());
  CHECK(test::codes(evaluation).find("bonus_not_counted") != std::string::npos);
  CHECK(test::codes(evaluation).find("weight") == std::string::npos);
}

TEST_CASE("a table in which nothing carries points has no total", "[scoring]") {
  model::ProjectEvaluation const zero = run(test::project("0 v:1/1;0 v:1/1", "100/100"));
  CHECK_FALSE(zero.scored);
  CHECK(test::codes(zero) == "no_weights weight_sum_unexpected weight_zero");

  rulepack::RulePack closed = test::pack("mof-2020");
  closed.weights.when_missing = rulepack::WhenWeightMissing::open;
  model::ProjectEvaluation const missing =
      scoring::score(test::project("- v:1/1;- v:1/1", "100/100"), closed, Assume::as_is);
  CHECK_FALSE(missing.scored);
  CHECK(test::statuses(missing) == "open open");
  CHECK(test::codes(missing) == "no_weights weight_missing");
}

TEST_CASE("a project without answers still says what its execution is worth", "[scoring]") {
  model::ProjectEvaluation const evaluation = run(test::project("60 none;30 none", "200/100"));
  CHECK_FALSE(evaluation.scored);
  CHECK(test::points(evaluation.execution.score) == "5.00");
}

TEST_CASE("an empty project is no fault", "[scoring]") {
  model::ProjectEvaluation const evaluation = run(test::project("", "100/100"));
  CHECK_FALSE(evaluation.scored);
  CHECK(test::codes(evaluation) == "no_actuals");
}

TEST_CASE("levels without rows may lose their points instead", "[scoring]") {
  rulepack::RulePack strict = test::pack("mof-2020");
  strict.weights.when_level_absent = rulepack::WhenLevelAbsent::lost;
  model::ProjectEvaluation const evaluation =
      scoring::score(test::project("- v:1/1;- v:1/1;- @s v:1/1", "100/100"), strict, Assume::as_is);
  CHECK(test::scores(evaluation) == "25.00 25.00 10.00");
  CHECK(test::points(evaluation.total.value) == "70.00");
  CHECK(evaluation.total.max == Rational(100));
  CHECK(test::text(evaluation.ledger) == "70.00 / 0.00 / 0.00 / 30.00");
  CHECK(test::codes(evaluation) == "level_points_lost weights_distributed");
}

TEST_CASE("the form of a department is what it claims", "[scoring]") {
  // The items of a real form: 10 for setting targets ... 4 for using the results.
  model::Project form =
      test::project("10 none =10;10 none =9;10 none =9;10 none =10;10 none =10;10 none =9;10 "
                    "none =9;10 none =10;4 none =4;4 none =4;4 none =4;4 none =4;4 none =4");
  form.department_form = true;
  model::ProjectEvaluation const evaluation = run(std::move(form));
  CHECK(evaluation.claimed.total == Rational(96));
  CHECK(evaluation.claimed.grade == "excellent");
  CHECK(evaluation.claimed.rows == 13);
  CHECK(evaluation.scored);
  CHECK(test::points(evaluation.total.value) == "[0.00, 96.00]");
  CHECK(test::points(evaluation.total.accepted) == "96.00");
  CHECK(test::text(evaluation.ledger) == "0.00 / 96.00 / 0.00 / 4.00");
  CHECK(evaluation.unproven);
  CHECK(evaluation.queue.size() == 13);
  CHECK(evaluation.queue[0].question.id == "question_evidence");
  CHECK_FALSE(evaluation.execution.added);
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    CHECK(row.evidence == "department_claim");
  }
  CHECK(test::codes(evaluation) == "claimed_without_reason");
}

TEST_CASE("an item of a department form that claims nothing is unanswered", "[scoring]") {
  model::Project form = test::project("60 none =50 !;40 none");
  form.department_form = true;
  model::ProjectEvaluation const evaluation = run(std::move(form));
  CHECK(test::scores(evaluation) == "[0.00, 50.00] [0.00, 40.00]");
  CHECK(test::text(evaluation.ledger) == "0.00 / 50.00 / 40.00 / 10.00");
  CHECK(test::codes(evaluation) == "claimed_partly");
}

TEST_CASE("an item of a department form that claims more than it has is cut to it", "[scoring]") {
  model::Project form = test::project("60 none =70;40 none =-1");
  form.department_form = true;
  model::ProjectEvaluation const evaluation = run(std::move(form));
  CHECK(test::scores(evaluation) == "[0.00, 60.00] 0.00");
  CHECK(test::codes(evaluation).find("claimed_above_weight") != std::string::npos);
  CHECK(test::codes(evaluation).find("claimed_negative") != std::string::npos);
}
