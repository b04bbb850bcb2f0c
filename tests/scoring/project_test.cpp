#include "engine/scoring/score.hpp"
#include "engine/vocabulary/messages.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>

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

namespace {

diagnostic::Diagnostic const* find(model::ProjectEvaluation const& evaluation, std::string_view code) {
  auto const has_code = [&](diagnostic::Diagnostic const& each) { return each.code == code; };
  auto const of_project = std::find_if(evaluation.findings.begin(), evaluation.findings.end(), has_code);
  if (of_project != evaluation.findings.end()) {
    return &*of_project;
  }
  for (model::ScoredIndicator const& row : evaluation.indicators) {
    auto const of_row = std::find_if(row.findings.begin(), row.findings.end(), has_code);
    if (of_row != row.findings.end()) {
      return &*of_row;
    }
  }
  return nullptr;
}

} // namespace

TEST_CASE("a reason that is given is not asked for again", "[scoring]") {
  auto const scored = [](std::string const& rows) {
    return scoring::score(test::project(rows, "100/50"), test::pack("mof-2020"), scoring::Assume::as_is);
  };
  model::ProjectEvaluation const asked = scored("90 v:6/5;10 @x v:1/2");
  REQUIRE(find(asked, "low_execution") != nullptr);
  CHECK(find(asked, "low_execution")->arguments == std::vector<std::string>{"50.00%", "50", "100", "90%"});
  REQUIRE(find(asked, "over_achievement") != nullptr);
  CHECK(find(asked, "over_achievement")->arguments.at(4) == "120%");
  model::ProjectEvaluation const given = scored("90 v:6/5 !;10 @x v:1/2 !");
  CHECK(find(given, "low_execution") == nullptr);
  REQUIRE(find(given, "low_execution_explained") != nullptr);
  CHECK(find(given, "low_execution_explained")->arguments.at(4) == "reason");
  CHECK(find(given, "over_achievement") == nullptr);
  REQUIRE(find(given, "deviation_explained") != nullptr);
  CHECK(find(given, "deviation_explained")->arguments
        == std::vector<std::string>{"row 1", "120.00%", "reason"});
  // The reason of another row explains that row.
  CHECK(find(scored("90 v:6/5 !;10 @x v:1/2"), "low_execution") != nullptr);
  // One beside every row of a table whose rows have nothing to explain, or beside the same two amounts, does
  // not.
  CHECK(find(scored("60 v:1/1 !;30 @b v:1/1 !"), "low_execution_explained") != nullptr);
  CHECK(find(scored("60 v:1/1 !;30 @b v:1/1"), "low_execution") != nullptr);
  CHECK(find(scored("60 v:1/1 !;30 @b v:1/2 !"), "low_execution") != nullptr);
  CHECK(find(scored("60 v:1/1;30 m:500000/1000000 !"), "low_execution_explained") != nullptr);
  // A dash is no reason, and one beside the only row is about that row.
  CHECK(find(scored("60 v:1/1 !/;30 @b v:1/1 !/"), "low_execution") != nullptr);
  CHECK(find(scored("90 v:1/1 !"), "low_execution") != nullptr);
}

TEST_CASE("the limits of remarks are those of the pack", "[scoring]") {
  rulepack::RulePack pack = test::pack("mof-2020");
  auto const code = [&](std::string_view id) {
    return find(scoring::score(test::project("- v:1/1;- @b v:1/1", "100/85"), pack, scoring::Assume::as_is),
                id)
           != nullptr;
  };
  CHECK(code("low_execution"));
  CHECK(code("single_row_level"));
  pack.limits = {number::Rational::fraction(8, 10), 60};
  CHECK_FALSE(code("low_execution"));
  CHECK_FALSE(code("single_row_level"));
}

TEST_CASE("findings point at the cell that they are about", "[scoring]") {
  model::Project project = test::project("60 v:1/1 =70;-5 v:6/5;? v:1/1", "100/50");
  for (std::size_t i = 0; i < model::column_count; ++i) {
    project.columns[i] = static_cast<std::uint32_t>(i + 1);
  }
  model::ProjectEvaluation const evaluation =
      scoring::score(std::move(project), test::pack("mof-2020"), scoring::Assume::as_is);
  auto const column = [&](std::string_view code) {
    diagnostic::Diagnostic const* const found = find(evaluation, code);
    return found == nullptr ? std::string("none")
                            : std::string(model::name(static_cast<model::Column>(found->where.column - 1)));
  };
  CHECK(column("weight_negative") == "weight");
  CHECK(column("weight_unreadable") == "weight");
  CHECK(column("claimed_above_weight") == "claimed");
  CHECK(column("over_achievement") == "actual");
  CHECK(column("low_execution") == "executed");
}
