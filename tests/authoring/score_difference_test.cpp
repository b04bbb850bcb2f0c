// Two runs over the same projects, held against each other.
#include "engine/authoring/score_difference.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using authoring::ProjectScore;
using authoring::RowScore;
using number::Interval;
using number::Rational;

namespace {

RowScore row(std::uint32_t number, Interval const& score, std::string rule) {
  RowScore result;
  result.row = number;
  result.name = "row " + std::to_string(number);
  result.counted = true;
  result.score = score;
  result.weight = 50;
  result.rule = std::move(rule);
  return result;
}

ProjectScore project(std::string name, std::optional<Interval> total, std::string grade,
                     std::vector<RowScore> rows = {}) {
  return {"t.csv", std::move(name), "", "", std::move(total), {std::move(grade)}, std::move(rows)};
}

Interval at(std::int64_t value) {
  return Interval::point(Rational(value));
}

} // namespace

TEST_CASE("projects that differ are listed by the size of their change", "[authoring]") {
  auto const batch = authoring::compare_scores(
      {project("same", at(80), "good"), project("up", at(70), "fair"), project("down", at(90), "excellent"),
       project("first", at(50), "poor"), project("open", Interval::closed(60, 90), "fair")},
      {project("same", at(80), "good"), project("up", at(72), "fair"), project("down", at(85), "good"),
       project("first", at(48), "poor"), project("open", Interval::closed(59, 97), "fair")});
  std::vector<std::string> names;
  for (auto const& each : batch.projects) {
    names.push_back(each.left.project);
  }
  CHECK(names == std::vector<std::string>{"open", "down", "up", "first"}); // up and first tie: as they came
  CHECK(batch.compared == 5);
  CHECK(batch.other_score == 4);
  CHECK(batch.other_grade == 1);
  CHECK(batch.projects[0].low == Rational(-1));
  CHECK(batch.projects[0].high == Rational(7));
  CHECK(batch.projects[0].size == Rational(7));
  CHECK(batch.projects[1].other_grade);
}

TEST_CASE("rows differ by score, rule or class, also where the total is the same", "[authoring]") {
  auto const batch = authoring::compare_scores(
      {project("p", at(80), "good", {row(1, at(50), "met"), row(2, at(30), "a"), row(3, at(0), "b")})},
      {project("p", at(80), "good", {row(1, at(50), "met"), row(2, at(30), "c"), row(3, at(1), "b")})});
  REQUIRE(batch.projects.size() == 1);
  CHECK(batch.other_score == 0);
  REQUIRE(batch.projects[0].rows.size() == 2);
  CHECK(batch.projects[0].rows[0].left.rule == "a");
  CHECK(batch.projects[0].rows[0].right.rule == "c");
  CHECK(batch.projects[0].rows[1].right.score == at(1));
}

TEST_CASE("a total that only one pack gives is a difference without a size", "[authoring]") {
  auto const batch =
      authoring::compare_scores({project("p", std::nullopt, "")}, {project("p", at(80), "good")});
  REQUIRE(batch.projects.size() == 1);
  CHECK(batch.projects[0].size.is_zero());
  CHECK(batch.other_score == 1);
  CHECK(batch.other_grade == 1);
}
