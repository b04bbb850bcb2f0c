// --assume and judgements: what people may decide, and what the evidence says without them.
#include "engine/scoring/findings.hpp"
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using number::Interval;
using number::Rational;
using scoring::Assume;

namespace {

model::ProjectEvaluation run(std::string const& rows, Assume assume = Assume::as_is,
                             scoring::DecisionFinder const& decide = {}) {
  return scoring::score(test::project(rows, "100/100"), test::pack("mof-2020"), assume, decide);
}

scoring::Decision share(Interval value) {
  scoring::Decision decision;
  decision.share = std::move(value);
  decision.applied = {"by", "2024-01-15", "why", "share", "text"};
  return decision;
}

/// Decides row 2 alone.
scoring::DecisionFinder on_second_row(scoring::Decision const& decision) {
  return [decision](model::Indicator const& row) {
    return row.row == 2 ? std::optional(decision) : std::nullopt;
  };
}

} // namespace

TEST_CASE("assumptions change what the table says they change", "[scoring]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/scoring_assume.csv")) {
    INFO("scoring_assume.csv:" << row.line << " " << row.fields[0]);
    REQUIRE(row.fields.size() == 7);
    Assume const assume = row.fields[1] == "claims-met" ? Assume::claims_met : Assume::nothing;
    model::ProjectEvaluation const evaluation = run(row.fields[2], assume);
    CHECK(test::statuses(evaluation) == row.fields[3]);
    CHECK(test::points(evaluation.total.value) == row.fields[4]);
    CHECK(test::text(evaluation.ledger) == row.fields[5]);
    CHECK(test::text(evaluation.queue) == row.fields[6]);
  }
}

TEST_CASE("accepting every claim gives the total that was announced", "[scoring]") {
  for (char const* rows : {"60 v:1/1;30 @b claim", "60 v:4/5;30 @b met", "45 claim;45 prose",
                           "60 claim+v:1/2+none;30 @b about:4/5", "60 bound;30 @b over:9/10"}) {
    INFO(rows);
    model::ProjectEvaluation const as_is = run(rows);
    model::ProjectEvaluation const accepted = run(rows, Assume::claims_met);
    CHECK(test::points(*accepted.total.value.low.value) == test::points(as_is.total.accepted));
    CHECK(as_is.total.accepted == as_is.ledger.answered + as_is.ledger.claimed);
  }
}

TEST_CASE("a judged share settles the row and is recorded", "[scoring]") {
  model::ProjectEvaluation const evaluation =
      run("60 v:1/1;30 @b claim", Assume::as_is,
          on_second_row(share(Interval::point(Rational::fraction(9, 10)))));
  model::ScoredIndicator const& row = evaluation.indicators[1];
  CHECK(test::statuses(evaluation) == "scored scored");
  CHECK(row.evidence == "judgement");
  CHECK(row.column == model::LedgerColumn::answered);
  REQUIRE(row.judgement);
  CHECK(row.judgement->by == "by");
  CHECK(row.judgement->on == "2024-01-15");
  CHECK(row.judgement->why == "why");
  CHECK(test::scores(evaluation) == "60.00 27.00");
  CHECK(test::points(evaluation.total.value) == "97.00");
  CHECK(evaluation.queue.empty());
}

TEST_CASE("a judged tier leaves its interval open", "[scoring]") {
  Interval tier = Interval::closed(Rational::fraction(3, 5), Rational::fraction(4, 5));
  tier.high.closed = false;
  model::ProjectEvaluation const evaluation =
      run("60 v:1/1;30 @b claim", Assume::as_is, on_second_row(share(tier)));
  CHECK(test::statuses(evaluation) == "scored open");
  CHECK(test::scores(evaluation) == "60.00 [18.00, 24.00)");
  REQUIRE(evaluation.queue.size() == 1);
  CHECK(evaluation.queue[0].question.id == "question_point");
  CHECK(evaluation.queue[0].points == Rational(6));
}

TEST_CASE("a judged share beyond the row is cut to it", "[scoring]") {
  model::ProjectEvaluation const evaluation =
      run("60 v:1/1;30 @b claim", Assume::as_is, on_second_row(share(Interval::point(2))));
  CHECK(test::scores(evaluation) == "60.00 30.00");
}

TEST_CASE("a judged value is read in place of the actual", "[scoring]") {
  scoring::Decision decision;
  decision.with_value = test::project("1 v:1/1;7 a:4/5").indicators[1];
  decision.with_value->row = 99;
  decision.applied = {"by", "2024-01-15", "why", "value", "4"};
  model::ProjectEvaluation const evaluation =
      run("60 v:1/1;30 @b claim =24", Assume::as_is, on_second_row(decision));
  model::ScoredIndicator const& row = evaluation.indicators[1];
  CHECK(row.indicator.row == 2);
  CHECK(row.indicator.key == "unit/project/2");
  CHECK(row.indicator.digest == "digest 2");
  CHECK(row.indicator.claimed == Rational(24));
  CHECK(row.weight == Rational(30));
  CHECK(test::statuses(evaluation) == "scored assumed");
  CHECK(test::scores(evaluation) == "60.00 24.00");
  CHECK(row.judgement);
}

TEST_CASE("what a person has decided is not reopened", "[scoring]") {
  scoring::Decision decision;
  decision.with_value = test::project("1 v:1/1;7 a:4/5").indicators[1];
  model::ProjectEvaluation const evaluation =
      run("60 a:1/1;30 @b claim", Assume::nothing, on_second_row(decision));
  CHECK(test::statuses(evaluation) == "open assumed");
  CHECK(test::scores(evaluation) == "[0.00, 60.00] 24.00");
}

TEST_CASE("a judgement on a row without points is refused", "[scoring]") {
  model::ProjectEvaluation const evaluation =
      run("60 v:1/1;- empty;30 @b v:1/1", Assume::as_is, on_second_row(share(Interval::point(1))));
  CHECK(test::statuses(evaluation) == "scored excluded scored");
  CHECK(test::codes(evaluation) == "judgement_without_points");
  CHECK_FALSE(evaluation.indicators[1].judgement);
}

TEST_CASE("judging one row is enough for a table without answers to have a total", "[scoring]") {
  CHECK_FALSE(run("60 none;30 @b none").scored);
  model::ProjectEvaluation const evaluation =
      run("60 none;30 @b none", Assume::as_is, on_second_row(share(Interval::point(1))));
  CHECK(evaluation.scored);
  CHECK(test::points(evaluation.total.value) == "[40.00, 100.00]");
}

TEST_CASE("a judged share takes away what the rule had said of the row", "[scoring]") {
  auto const said = [](scoring::DecisionFinder const& decide) {
    model::ProjectEvaluation const evaluation = run("60 v:1/1;30 @b r:1/0", Assume::as_is, decide);
    std::string all;
    for (diagnostic::Diagnostic const& each : evaluation.indicators[1].findings) {
      all += std::string(each.code) + " ";
    }
    return all;
  };
  CHECK(said({}) == "zero_target_missed ");
  CHECK(said(on_second_row(share(Interval::point(1)))).empty());
}

TEST_CASE("a judged row calls for no person any more", "[scoring]") {
  model::Project project = test::project("60 v:1/1;30 @b claim", "100/100");
  model::Indicator& second = project.indicators[1];
  second.findings.push_back({"state_not_measured", diagnostic::Severity::info, {}, {"stable"}});
  second.findings.push_back({"digit_slip", diagnostic::Severity::warning, {}, {"1", "2"}});
  auto const said = [&](scoring::DecisionFinder const& decide) {
    return scoring::score(project, test::pack("mof-2020"), Assume::as_is, decide)
        .indicators[1]
        .indicator.findings.size();
  };
  CHECK(said({}) == 2);
  CHECK(said(on_second_row(share(Interval::point(1)))) == 1);
}
