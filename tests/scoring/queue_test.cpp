// Which question a row asks.
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using scoring::Assume;

namespace {

model::Question only_question(model::Project project, Assume assume = Assume::as_is) {
  model::ProjectEvaluation const evaluation =
      scoring::score(std::move(project), test::pack("mof-2020"), assume);
  REQUIRE(evaluation.queue.size() == 1);
  return evaluation.queue.front().question;
}

model::Project with_questions(std::string const& rows) {
  model::Project project = test::project(rows, "100/100");
  std::size_t part = 0;
  for (model::Comparison& each : project.indicators.back().comparisons) {
    each.question = {"asked_" + std::to_string(++part), {"argument"}};
  }
  return project;
}

} // namespace

TEST_CASE("what the reading asks comes before what the evidence class asks", "[scoring]") {
  model::Question const asked = only_question(with_questions("60 v:1/1;30 claim"));
  CHECK(asked.id == "asked_1");
  CHECK(asked.arguments == std::vector<std::string>{"argument"});
  CHECK(only_question(test::project("60 v:1/1;30 claim", "100/100")).id == "settle_text");
  CHECK(only_question(test::project("60 v:1/1;30 none", "100/100")).id == "settle_no_actual");
}

TEST_CASE("a compound row asks the question of the part that says least", "[scoring]") {
  CHECK(only_question(with_questions("60 v:1/1;30 v:1/1+claim")).id == "asked_2");
  CHECK(only_question(with_questions("60 v:1/1;30 claim+v:1/1+none")).id == "asked_3");
  CHECK(only_question(with_questions("60 v:1/1;30 met+claim+claim")).id == "asked_2");
}

TEST_CASE("scoring asks for what only scoring misses", "[scoring]") {
  CHECK(only_question(test::project("60 v:1/1;30 v:1/1;- v:1/1", "100/100")).id == "question_weight");
  CHECK(only_question(test::project("60 v:1/1;30 a:1/1", "100/100"), Assume::nothing).id
        == "question_confirm");
  rulepack::RulePack silent = test::pack("mof-2020");
  for (rulepack::EvidenceClass& each : silent.evidence) {
    each.question.clear();
  }
  model::ProjectEvaluation const evaluation =
      scoring::score(test::project("60 v:1/1;30 claim", "100/100"), silent, Assume::as_is);
  CHECK(evaluation.queue.front().question.id == "question_settle");
}

TEST_CASE("numbers that no rule scores are to be judged, not to be filled in", "[scoring]") {
  CHECK(only_question(test::project("60 v:1/1;30 v:-8/-5", "100/100")).id == "question_judge");
}

TEST_CASE("a row without points at stake asks nothing", "[scoring]") {
  model::ProjectEvaluation const evaluation =
      scoring::score(test::project("90 v:1/1;0 claim", "100/100"), test::pack("mof-2020"), Assume::as_is);
  CHECK(evaluation.queue.empty());
}
