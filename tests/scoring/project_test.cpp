#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;

TEST_CASE("projects score as the table says", "[scoring]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/scoring_projects.csv")) {
    INFO("scoring_projects.csv:" << row.line << " " << row.fields[0]);
    REQUIRE(row.fields.size() == 14);
    model::ProjectEvaluation const evaluation = scoring::score(
        test::project(row.fields[3], row.fields[2]), test::pack(row.fields[1]), scoring::Assume::as_is);
    CHECK(evaluation.scored);
    CHECK(test::statuses(evaluation) == row.fields[4]);
    CHECK(test::scores(evaluation) == row.fields[5]);
    CHECK(test::points(evaluation.total.value) == row.fields[6]);
    CHECK(test::points(evaluation.total.rebased) == row.fields[7]);
    CHECK(test::points(evaluation.total.accepted) == row.fields[8]);
    CHECK(test::text(evaluation.ledger) == row.fields[9]);
    CHECK(test::text(evaluation.grades) == row.fields[10]);
    CHECK((evaluation.unproven ? "yes" : "no") == row.fields[11]);
    CHECK(test::text(evaluation.queue) == row.fields[12]);
    CHECK(test::codes(evaluation) == row.fields[13]);
  }
}
