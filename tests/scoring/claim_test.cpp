// Self-evaluated scores are checked, never trusted.
#include "engine/rulepack/program.hpp"
#include "engine/scoring/score.hpp"
#include "engine/vocabulary/messages.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <sstream>

using namespace jixiao;
using number::Rational;
using scoring::Assume;

TEST_CASE("claimed scores differ for the cause that the table says", "[scoring]") {
  vocabulary::Messages const messages = vocabulary::Messages::embedded();
  for (test::CaseRow const& row : test::read_cases("tests/cases/scoring_claims.csv")) {
    INFO("scoring_claims.csv:" << row.line << " " << row.fields[0]);
    REQUIRE(row.fields.size() == 5);
    model::ProjectEvaluation const evaluation =
        scoring::score(test::project(row.fields[1], "100/100"), test::pack("mof-2020"), Assume::as_is);
    model::ScoredIndicator const& first = evaluation.indicators[0];
    CHECK((first.difference ? test::points(*first.difference) : "") == row.fields[2]);
    CHECK(first.difference_cause == row.fields[3]);
    CHECK(test::codes(evaluation) == row.fields[4]);
    CHECK((first.difference_cause.empty() || messages.contains(first.difference_cause)));
  }
}

TEST_CASE("the claimed sum has a grade only when it is that of a whole table", "[scoring]") {
  auto const claimed = [](std::string const& rows, std::string const& budget) {
    return scoring::score(test::project(rows, budget), test::pack("mof-2020"), Assume::as_is).claimed;
  };
  // 90 points and the execution score that the budget proves.
  model::ClaimedTotal const ninety = claimed("60 v:1/1 =55;30 v:1/1 =27", "100/95");
  CHECK(ninety.total == Rational(82));
  CHECK(ninety.rows == 2);
  CHECK(ninety.grade == "excellent");
  // The same sum of a table whose execution is not known.
  CHECK(claimed("60 v:1/1 =55;30 v:1/1 =27", "100/").grade.empty());
  // All 100 points in the table.
  CHECK(claimed("60 v:1/1 =55;40 v:1/1 =34", "100/95").grade == "good");
  // One row does not say what it claims.
  CHECK(claimed("60 v:1/1 =55;40 v:1/1", "100/95").grade.empty());
  CHECK_FALSE(claimed("60 v:1/1;40 v:1/1", "100/95").total);
}

TEST_CASE("distributed points are claimed as a form can hold them", "[scoring]") {
  model::ProjectEvaluation const evaluation =
      scoring::score(test::project("- v:1/1 =16.67;- v:1/1 =16.67;- v:1/1 =16.67;- @b v:1/1 =15;- @b v:1/1 "
                                   "=15;- @s v:1/1 =10",
                                   "100/100"),
                     test::pack("mof-2020"), Assume::as_is);
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    CHECK_FALSE(row.difference);
  }
  // Three times 16.67 is a cent more than the 50 points of the level.
  CHECK(test::codes(evaluation) == "claimed_total_differs weights_distributed");
}

TEST_CASE("claims of a table without answers are added up and held against the points", "[scoring]") {
  model::ProjectEvaluation const evaluation = scoring::score(
      test::project("60 none =70;30 none =20", "100/100"), test::pack("mof-2020"), Assume::as_is);
  CHECK_FALSE(evaluation.scored);
  CHECK(evaluation.claimed.total == Rational(90));
  CHECK(test::codes(evaluation) == "claimed_above_weight claimed_without_reason no_actuals");
}

TEST_CASE("printed sums of claims are held against the rows and the total", "[scoring]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/scoring_claimed_sums.csv")) {
    INFO("scoring_claimed_sums.csv:" << row.line << " " << row.fields[0]);
    REQUIRE(row.fields.size() == 5);
    model::Project project = test::project(row.fields[1], row.fields[2]);
    std::istringstream sums(row.fields[3]); // ROWS[p]:CLAIMED[/WEIGHT]
    for (std::string word; sums >> word;) {
      std::size_t const colon = word.find(':');
      std::size_t const slash = word.find('/');
      model::ClaimedSum sum;
      sum.label = "sum";
      sum.place.row = 99;
      sum.part = word[colon - 1] == 'p';
      sum.rows = static_cast<std::uint32_t>(std::stoul(word));
      sum.claimed = *Rational::parse(word.substr(colon + 1, slash - colon - 1));
      if (slash != std::string::npos) {
        sum.weight = *Rational::parse(word.substr(slash + 1));
      }
      project.claimed_sums.push_back(std::move(sum));
    }
    model::ProjectEvaluation const with = scoring::score(project, test::pack("mof-2020"), Assume::as_is);
    std::string found;
    for (diagnostic::Diagnostic const& each : with.findings) {
      if (each.where.row == 99) {
        found += (found.empty() ? "" : "; ") + std::string(each.code) + " " + each.arguments[1] + " "
                 + each.arguments[2];
      }
    }
    CHECK(found == row.fields[4]);
    project.claimed_sums.clear();
    model::ProjectEvaluation const without =
        scoring::score(std::move(project), test::pack("mof-2020"), Assume::as_is);
    CHECK(test::points(with.total.value) == test::points(without.total.value));
    CHECK(with.claimed.total == without.claimed.total);
  }
}

TEST_CASE("a claim that differs from a judged row differs by the judgement", "[scoring]") {
  auto const judged = [](model::Indicator const&) {
    scoring::Decision decision;
    decision.share = number::Interval::point(Rational::fraction(1, 2));
    decision.applied.what = "share";
    return std::optional<scoring::Decision>(decision);
  };
  model::ProjectEvaluation const evaluation =
      scoring::score(test::project("90 v:1/1 =90", "100/100"), test::pack("mof-2020"), Assume::as_is, judged);
  CHECK(evaluation.indicators[0].difference == Rational(45));
  CHECK(evaluation.indicators[0].difference_cause == "cause_judgement");
}

TEST_CASE("an execution row that nothing can check says so", "[scoring]") {
  auto const scored = [](std::string const& budget) {
    return test::codes(
        scoring::score(test::project("90 v:1/1;10 @x v:1/1", budget), test::pack("mof-2020"), Assume::as_is));
  };
  CHECK(scored("").find("execution_row_alone") != std::string::npos);
  CHECK(scored("100/").find("execution_row_alone") != std::string::npos);
  CHECK(scored("100/100").find("execution_row_alone") == std::string::npos);
  CHECK(scored("100/50").find("execution_row_differs") != std::string::npos);
}

TEST_CASE("when every claim holds no open row earns more than its unit claims", "[scoring][claim]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/scoring_accepted.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    model::ProjectEvaluation const evaluation =
        scoring::score(test::project(row.fields[1]), test::pack("mof-2020"), scoring::Assume::as_is);
    CHECK(test::points(evaluation.total.accepted) == row.fields[2]);
    model::ProjectEvaluation const accepted =
        scoring::score(test::project(row.fields[1]), test::pack("mof-2020"), scoring::Assume::claims_met);
    CHECK(test::points(*accepted.total.value.low.value) == row.fields[2]); // what was announced
    CHECK((evaluation.claimed.total ? evaluation.claimed.total->plain_text() : "") == row.fields[3]);
  }
}

TEST_CASE("a missing claim is found where it is missing", "[scoring][claim]") {
  model::ProjectEvaluation const evaluation =
      scoring::score(test::project("50 v:1/1 =50;- empty;20 @b v:1/1;30 @b v:1/1"), test::pack("mof-2020"),
                     scoring::Assume::as_is);
  std::size_t found = 0;
  for (diagnostic::Diagnostic const& each : evaluation.findings) {
    if (each.code == "claimed_partly") {
      ++found;
      CHECK(each.where.row == 3);
    }
  }
  CHECK(found == 1);
}

TEST_CASE("full marks of a met target that a rule lowers are no claim for a missed one", "[scoring][claim]") {
  auto const cause = [](std::string const& row) {
    static rulepack::RulePack pack = test::pack("mof-2020");
    rulepack::Rule far;
    far.id = "far-over";
    far.when = *rulepack::compile("quantity and actual > 2 * target", rulepack::Want::truth, {}).value;
    far.share = *rulepack::compile("0.5", rulepack::Want::number, {}).value;
    pack.score = test::pack("mof-2020").score;
    pack.score.insert(pack.score.begin(), far);
    return scoring::score(test::project(row, "100/100"), pack, Assume::as_is).indicators[0].difference_cause;
  };
  CHECK(cause("90 v:30/10 =90") == "cause_met_but_lowered");
  CHECK(cause("90 v:8/10 =90") == "cause_full_marks");
  CHECK(cause("90 r:30/10 =90") == "cause_full_marks");
}
