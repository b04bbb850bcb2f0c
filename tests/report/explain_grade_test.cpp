// How far a project is from the grades beside its own.
#include "engine/report/report.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using number::Interval;
using number::Rational;

namespace {

rulepack::RulePack pack() {
  rulepack::RulePack pack;
  pack.grades = {
      {"excellent", "A", "A", 90}, {"good", "B", "B", Rational::fraction(171, 2)}, {"poor", "C", "C", 0}};
  return pack;
}

std::string explained(rulepack::RulePack const& pack, Interval const& total, std::string_view grade,
                      bool capped = false) {
  model::ProjectEvaluation project;
  project.scored = true;
  project.total.rebased = total;
  project.total.is_capped = capped;
  if (!grade.empty()) {
    project.grades = {grade};
  }
  return report::explain_grade(project, {}, pack, vocabulary::Messages::embedded(), vocabulary::Language::en);
}

Interval at(char const* text) {
  return Interval::point(*Rational::parse(text));
}

} // namespace

TEST_CASE("the smallest change of the total that moves the grade, as a report can show it") {
  rulepack::RulePack const two = pack();
  CHECK(explained(two, at("86.1"), "good")
        == "Total 86.10 (of 100), grade B\n  3.90 points more, at 90.00, make it A\n  0.61 points less, at "
           "85.49, "
           "make it C\n");
  CHECK(explained(two, at("90"), "excellent")
        == "Total 90.00 (of 100), grade A\n  0.01 points less, at 89.99, make it B\n");
  CHECK(explained(two, at("0"), "poor")
        == "Total 0.00 (of 100), grade C\n  85.50 points more, at 85.50, make it B\n");
  rulepack::RulePack whole = pack();
  whole.rounding.places = 0; // 85.5 cannot be shown: 86 is the least that is good
  CHECK(explained(whole, at("87"), "good")
        == "Total 87 (of 100), grade B\n  3 points more, at 90, make it A\n  2 points less, at 85, make it "
           "C\n");
}

TEST_CASE("no distance is made up where the grade is open, capped or not rounded") {
  rulepack::RulePack const two = pack();
  CHECK(explained(two, at("80"), "").empty());
  CHECK(explained(two, Interval::closed(80, 95), "good").find("80.00, 95.00") != std::string::npos);
  CHECK(explained(two, Interval::closed(80, 95), "good").find("points more") == std::string::npos);
  CHECK(explained(two, at("79"), "poor", true).find("cap") != std::string::npos);
  CHECK(explained(two, at("79"), "poor", true).find("points more") == std::string::npos);
  rulepack::RulePack never = pack();
  never.rounding.mode = number::Rounding::never;
  CHECK(explained(never, at("86"), "good").find("points less") == std::string::npos);
}
