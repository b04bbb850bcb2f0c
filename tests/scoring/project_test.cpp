#include "engine/scoring/score.hpp"
#include "engine/vocabulary/messages.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;

namespace {

/// Every finding and question as it is shown; all placeholders must have met an argument.
std::string shown(model::ProjectEvaluation const& evaluation, vocabulary::Messages const& messages,
                  vocabulary::Language language) {
  std::string text;
  auto const add = [&](diagnostic::Diagnostics const& findings) {
    for (diagnostic::Diagnostic const& each : findings) {
      text += messages.text(each.code, language, each.arguments) + "\n"
              + messages.hint(each.code, language, each.arguments) + "\n";
    }
  };
  add(evaluation.findings);
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    add(row.findings);
  }
  for (model::QueueItem const& item : evaluation.queue) {
    CHECK(messages.contains(item.question.id));
    text += messages.text(item.question.id, language, item.question.arguments) + "\n";
  }
  return text;
}

} // namespace

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

TEST_CASE("whatever is said has its words and its numbers", "[scoring]") {
  vocabulary::Messages const messages = vocabulary::Messages::embedded();
  std::vector<test::CaseRow> rows = test::read_cases("tests/cases/scoring_projects.csv");
  for (test::CaseRow const& claim : test::read_cases("tests/cases/scoring_claims.csv")) {
    rows.push_back({claim.line, {claim.fields[0], "mof-2020", "100/100", claim.fields[1]}});
  }
  for (test::CaseRow const& row : rows) {
    INFO(row.fields[0]);
    model::ProjectEvaluation const evaluation = scoring::score(
        test::project(row.fields[3], row.fields[2]), test::pack(row.fields[1]), scoring::Assume::as_is);
    for (auto const language : {vocabulary::Language::zh, vocabulary::Language::en}) {
      CHECK(shown(evaluation, messages, language).find('{') == std::string::npos);
    }
  }
}
