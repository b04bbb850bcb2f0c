// What a form itself says about the budget execution: points, rate and claimed score, held against ours.
#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using number::Interval;
using number::Rational;
using scoring::Assume;

namespace {

std::optional<Rational> number_or_none(std::string const& text) {
  return text.empty() ? std::nullopt : Rational::parse(text);
}

enum Field {
  name,
  rows,
  budget,
  points,
  rate,
  claimed,
  reason,
  sum,
  total,
  claimed_total,
  grade,
  differs,
  findings
};

/// The project of a case; `sum` is the weight of a printed sum.
model::ProjectEvaluation run(test::CaseRow const& row) {
  model::Project project = test::project(row.fields[rows], row.fields[budget]);
  auto above = std::make_shared<model::PrintedAbove>();
  above->execution_points = {row.fields[points], {0, 7, 6, 0, 0}};
  above->execution_rate = {row.fields[rate], {0, 7, 7, 0, 0}};
  above->execution_claimed = {row.fields[claimed], {0, 7, 8, 0, 0}};
  auto stated = std::make_shared<model::StatedExecution>();
  stated->points = number_or_none(row.fields[points]);
  stated->claimed = number_or_none(row.fields[claimed]);
  stated->reason = row.fields[reason];
  if (auto const printed = number_or_none(row.fields[rate])) {
    stated->rates = {Interval::point(*printed)};
  }
  project.above = above;
  project.stated = stated;
  if (auto const weight = number_or_none(row.fields[sum])) {
    model::ClaimedSum printed;
    printed.claimed = 95;
    printed.weight = weight;
    printed.rows = 2;
    printed.compared = true;
    project.claimed_sums.push_back(printed);
  }
  return scoring::score(std::move(project), test::pack("mof-2020"), Assume::as_is);
}

/// "code line.column arguments" of the project's findings that this file is about.
std::string said(model::ProjectEvaluation const& evaluation) {
  std::string text;
  for (diagnostic::Diagnostic const& each : evaluation.findings) {
    if (each.code.find("execution") == std::string_view::npos || each.code.find("low_") == 0) {
      continue;
    }
    text += (text.empty() ? "" : "; ") + std::string(each.code);
    text += each.where.column == 0 ? "" : " @" + std::to_string(each.where.column);
    for (std::string const& argument : each.arguments) {
      text += " " + argument;
    }
  }
  return text;
}

} // namespace

TEST_CASE("what a form says of the execution is compared and counted, never trusted", "[scoring]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/scoring_stated_execution.csv")) {
    INFO("line " << row.line << ": " << row.fields[name]);
    model::ProjectEvaluation const evaluation = run(row);
    CHECK(test::points(evaluation.total.value) + " of " + test::points(evaluation.total.max)
          == row.fields[total]);
    CHECK((evaluation.claimed.total ? evaluation.claimed.total->plain_text() : "")
          == row.fields[claimed_total]);
    CHECK(std::string(evaluation.claimed.grade) == row.fields[grade]);
    CHECK(said(evaluation) == row.fields[findings]);
    bool const other = test::codes(evaluation).find("claimed_total_differs") != std::string::npos;
    CHECK((other ? "yes" : "no") == row.fields[differs]);
  }
}

TEST_CASE("a reason beside the amounts explains a low execution", "[scoring]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/scoring_stated_execution.csv")) {
    INFO("line " << row.line << ": " << row.fields[name]);
    std::string const codes = test::codes(run(row));
    bool const low = codes.find("low_execution") != std::string::npos;
    CHECK((codes.find("low_execution_explained") != std::string::npos)
          == (low && !row.fields[reason].empty()));
  }
}
