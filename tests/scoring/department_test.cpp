#include "engine/scoring/score.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using model::DepartmentEvaluation;
using model::DepartmentWeighting;
using number::Interval;
using number::Rational;

namespace {

/// A project of one unit with a budget in ten thousands of yuan ("" none), fully executed.
model::ProjectEvaluation project_of(std::string const& code, std::string const& rows,
                                    std::string const& budget) {
  model::Project project = test::project(rows, budget + "/" + budget);
  project.unit_code = code;
  project.unit = "unit " + code;
  if (budget.empty()) {
    project.budget = {};
  }
  return scoring::score(std::move(project), test::pack("mof-2020"), scoring::Assume::as_is);
}

std::vector<DepartmentEvaluation> roll_up(std::vector<model::ProjectEvaluation> const& projects,
                                          DepartmentWeighting weighting) {
  scoring::DepartmentRollUp sums(test::pack("mof-2020"), weighting);
  for (model::ProjectEvaluation const& project : projects) {
    sums.add(project);
  }
  return sums.finish();
}

std::string codes(DepartmentEvaluation const& department) {
  std::string text;
  for (diagnostic::Diagnostic const& each : department.findings) {
    text += (text.empty() ? "" : " ") + std::string(each.code);
  }
  return text;
}

std::string counts(DepartmentEvaluation const& department) {
  std::string text;
  for (auto const& [id, count] : department.grade_counts) {
    text += (text.empty() ? "" : ", ") + std::string(id) + " " + std::to_string(count);
  }
  return text;
}

} // namespace

TEST_CASE("departments weigh their projects by budget or equally", "[scoring]") {
  std::vector<model::ProjectEvaluation> const projects = {project_of("1", "90 v:1/1", "300"),
                                                          project_of("2", "90 v:1/1", "5"),
                                                          project_of("1", "50 v:1/1;40 v:1/2", "100")};
  std::vector<DepartmentEvaluation> const by_budget = roll_up(projects, DepartmentWeighting::by_budget);
  REQUIRE(by_budget.size() == 2);
  CHECK(by_budget[0].code == "1");
  CHECK(by_budget[0].name == "unit 1");
  CHECK(by_budget[0].projects == 2);
  CHECK(by_budget[0].scored_projects == 2);
  CHECK(by_budget[0].budget == Rational(4'000'000));
  CHECK(test::points(*by_budget[0].total) == "95.00"); // (300 * 100 + 100 * 80) / 400
  CHECK(test::text(by_budget[0].ledger) == "95.00 / 0.00 / 0.00 / 5.00");
  CHECK(test::text(by_budget[0].grades) == "excellent");
  CHECK(counts(by_budget[0]) == "excellent 1, good 1, fair 0, poor 0,  0");
  CHECK(by_budget[0].covered == Rational(1));
  CHECK(codes(by_budget[0]).empty());
  CHECK(by_budget[1].code == "2");
  std::vector<DepartmentEvaluation> const equally = roll_up(projects, DepartmentWeighting::equally);
  CHECK(test::points(*equally[0].total) == "90.00");
  CHECK(equally[0].weighting == DepartmentWeighting::equally);
}

TEST_CASE("departments add intervals and ledgers", "[scoring]") {
  DepartmentEvaluation const department =
      roll_up({project_of("1", "60 v:1/1;30 claim", "100"), project_of("1", "60 v:1/1;30 prose", "50"),
               project_of("1", "60 v:1/1;30 part", "50")},
              DepartmentWeighting::by_budget)
          .front();
  CHECK(test::points(*department.total) == "[74.50, 98.50)");
  CHECK(test::text(department.ledger) == "74.50 / 16.50 / 7.50 / 1.50");
  CHECK(test::text(department.grades) == "excellent good fair");
  CHECK(counts(department) == "excellent 0, good 0, fair 0, poor 0,  3");
}

TEST_CASE("a rounded mean keeps its exact form beside it", "[scoring]") {
  DepartmentEvaluation const department =
      roll_up({project_of("1", "90 v:1/1", "1"), project_of("1", "90 v:1/1", "1"),
               project_of("1", "45 v:1/1;45 claim", "1")},
              DepartmentWeighting::by_budget)
          .front();
  CHECK(department.exact == Interval::closed(Rational(85), Rational(100)));
  DepartmentEvaluation const thirds =
      roll_up({project_of("1", "90 v:1/1", "1"), project_of("1", "90 v:8/9", "2")},
              DepartmentWeighting::by_budget)
          .front();
  CHECK(thirds.exact == Interval::point(Rational::fraction(280, 3)));
  CHECK(test::points(*thirds.total) == "93.33");
  CHECK(test::text(thirds.ledger) == "93.33 / 0.00 / 0.00 / 6.67");
}

TEST_CASE("projects without a budget do not count, and it is said", "[scoring]") {
  DepartmentEvaluation const department =
      roll_up({project_of("1", "100 v:1/2", ""), project_of("1", "100 v:1/1", "10")},
              DepartmentWeighting::by_budget)
          .front();
  CHECK(test::points(*department.total) == "100.00");
  CHECK(codes(department) == "department_budget_missing");
  CHECK(department.findings[0].arguments == std::vector<std::string>{"1", "2"});
  CHECK(department.grades.empty()); // the other budget may be any, and so the mean
}

TEST_CASE("a department without any budget is weighted equally, and it is said", "[scoring]") {
  DepartmentEvaluation const department =
      roll_up({project_of("1", "100 v:1/2", ""), project_of("1", "100 v:1/1", "")},
              DepartmentWeighting::by_budget)
          .front();
  CHECK(test::points(*department.total) == "75.00");
  CHECK(department.weighting == DepartmentWeighting::equally);
  CHECK(department.covered == Rational(1));
  CHECK(codes(department) == "department_equally");
}

TEST_CASE("given weights are used, and missing ones are said", "[scoring]") {
  model::ProjectEvaluation heavy = project_of("1", "100 v:1/1", "1");
  heavy.project.department_weight = Rational(3);
  model::ProjectEvaluation light = project_of("1", "100 v:1/2", "1");
  light.project.department_weight = Rational(1);
  model::ProjectEvaluation const without = project_of("1", "100 v:1/4", "1");
  DepartmentEvaluation const department =
      roll_up({heavy, light, without}, DepartmentWeighting::given).front();
  CHECK(test::points(*department.total) == "87.50");
  CHECK(department.weighting == DepartmentWeighting::given);
  CHECK(codes(department) == "department_weight_missing");
  CHECK(department.without_weight == 1);
  CHECK(department.grades.empty()); // what the weight of the third may be, nobody has said
  CHECK(roll_up({heavy, light}, DepartmentWeighting::given).front().without_weight == 0);
  CHECK(test::text(roll_up({heavy, light}, DepartmentWeighting::given).front().grades) == "good");
  CHECK(roll_up({without}, DepartmentWeighting::given).front().weighting == DepartmentWeighting::equally);
}

TEST_CASE("projects without a total leave the department partly covered", "[scoring]") {
  DepartmentEvaluation const department =
      roll_up({project_of("1", "100 v:1/1", "30"), project_of("1", "100 none", "10")},
              DepartmentWeighting::by_budget)
          .front();
  CHECK(department.covered == Rational::fraction(3, 4));
  CHECK(department.scored_projects == 1);
  CHECK(test::points(*department.total) == "100.00");
  CHECK(codes(department) == "department_partly_covered");
  CHECK(department.grades.empty()); // whoever answers nothing must not fare better than who answers badly
  DepartmentEvaluation const targets =
      roll_up({project_of("1", "100 none", "30")}, DepartmentWeighting::by_budget).front();
  CHECK_FALSE(targets.total);
  CHECK(targets.covered == Rational(0));
  CHECK(targets.grades.empty());
}

TEST_CASE("projects of a table without units are of the department in charge", "[scoring]") {
  auto const project = [](std::string const& unit, std::string const& in_charge) {
    model::ProjectEvaluation result = project_of("", "90 v:1/1", "100");
    result.project.unit = unit;
    result.project.supervising_department = in_charge;
    return result;
  };
  std::vector<DepartmentEvaluation> const departments = roll_up(
      {project("", "tourism"), project("", "education"), project("", "tourism"), project("a", "education")},
      DepartmentWeighting::equally);
  REQUIRE(departments.size() == 3);
  CHECK(departments[0].name == "tourism");
  CHECK(departments[0].projects == 2);
  CHECK(departments[1].name == "education");
  CHECK(departments[2].name == "a");
}

TEST_CASE("a project whose total is incomplete leaves the department without a grade", "[scoring]") {
  model::ProjectEvaluation const cut = project_of("1", "60 v:1/1;? v:1/1", "10");
  REQUIRE(cut.total.incomplete);
  CHECK(cut.grades.empty());
  DepartmentEvaluation const department =
      roll_up({project_of("1", "100 v:1/1", "30"), cut}, DepartmentWeighting::by_budget).front();
  CHECK(department.incomplete_projects == 1);
  CHECK(department.total);
  CHECK(department.grades.empty());
  CHECK(codes(department) == "department_incomplete");
}

TEST_CASE("rows beyond the limit make the total incomplete", "[scoring]") {
  model::Project project = test::project("60 v:1/1;30 @b v:1/1", "100/100");
  project.rows_left_out = 7;
  model::ProjectEvaluation const evaluation =
      scoring::score(std::move(project), test::pack("mof-2020"), scoring::Assume::as_is);
  CHECK(evaluation.total.incomplete);
  CHECK(evaluation.grades.empty());
  REQUIRE(evaluation.findings.size() == 1);
  CHECK(evaluation.findings.front().code == "total_incomplete_rows");
  CHECK(evaluation.findings.front().arguments == std::vector<std::string>{"7", "100.00"});
}

TEST_CASE("the form of a department is none of its projects", "[scoring]") {
  model::ProjectEvaluation form = project_of("1", "100 none =96", "1");
  form.project.department_form = true;
  CHECK(roll_up({form}, DepartmentWeighting::by_budget).empty());
}

TEST_CASE("projects without a grade are told from those with several", "[scoring]") {
  DepartmentEvaluation const department =
      roll_up({project_of("1", "60 v:1/1;? v:1/1", "10"), project_of("1", "100 none", "10"),
               project_of("1", "60 v:1/1;40 @b claim", "10")},
              DepartmentWeighting::by_budget)
          .front();
  CHECK(counts(department) == "excellent 0, good 0, fair 0, poor 0,  1");
  CHECK(department.ungraded_projects == 2);
}

TEST_CASE("one code with two names is one department, and it is said", "[scoring]") {
  model::ProjectEvaluation other = project_of("1", "100 v:1/1", "1");
  other.project.unit = "office";
  model::ProjectEvaluation unnamed = project_of("1", "100 v:1/1", "1");
  unnamed.project.unit.clear();
  std::vector<DepartmentEvaluation> const departments =
      roll_up({unnamed, project_of("1", "100 v:1/1", "1"), other}, DepartmentWeighting::by_budget);
  REQUIRE(departments.size() == 1);
  CHECK(departments[0].name == "unit 1");
  CHECK(codes(departments[0]) == "department_names_differ");
  CHECK(departments[0].findings[0].arguments == std::vector<std::string>{"1", "unit 1", "office"});
}

TEST_CASE("departments of one name are told apart by their codes", "[scoring]") {
  model::ProjectEvaluation namesake = project_of("2", "100 v:1/1", "1");
  namesake.project.unit = "unit 1";
  std::vector<DepartmentEvaluation> const departments =
      roll_up({project_of("1", "100 v:1/1", "1"), namesake, project_of("3", "100 v:1/1", "1")},
              DepartmentWeighting::by_budget);
  REQUIRE(departments.size() == 3);
  CHECK(departments[0].has_namesake);
  CHECK(departments[1].has_namesake);
  CHECK_FALSE(departments[2].has_namesake);
}

TEST_CASE("projects that lack the code of their department are said", "[scoring]") {
  model::ProjectEvaluation codeless = project_of("1", "100 v:1/1", "1");
  codeless.project.unit_code.clear();
  for (bool const first : {true, false}) {
    model::ProjectEvaluation const coded = project_of("1", "100 v:1/1", "1");
    std::vector<DepartmentEvaluation> const departments = roll_up(
        first ? std::vector{codeless, coded} : std::vector{coded, codeless}, DepartmentWeighting::by_budget);
    REQUIRE(departments.size() == 2);
    DepartmentEvaluation const& without = departments[first ? 0 : 1];
    CHECK(codes(without) == "department_code_missing");
    CHECK(without.findings[0].arguments == std::vector<std::string>{"unit 1", "1", "1"});
    CHECK(codes(departments[first ? 1 : 0]).empty());
  }
}

TEST_CASE("units without a code go by their name", "[scoring]") {
  model::ProjectEvaluation first = project_of("", "100 v:1/1", "1");
  model::ProjectEvaluation second = project_of("", "100 v:1/1", "1");
  first.project.unit = "a";
  second.project.unit = "b";
  CHECK(roll_up({first, second, first}, DepartmentWeighting::by_budget).size() == 2);
}

TEST_CASE("rebased projects enter with their rebased total and ledger", "[scoring]") {
  // 60 of 90 points: 66.67 of 100; 15 of 90 claimed: 16.67.
  DepartmentEvaluation const department =
      roll_up({project_of("1", "60 v:1/1;15 claim;15 v:0/1", "")}, DepartmentWeighting::equally).front();
  CHECK(test::points(*department.total) == "[66.67, 83.33]");
  CHECK(test::text(department.ledger) == "66.67 / 16.66 / 0.00 / 16.67");
}

TEST_CASE("sums over many odd budgets stay exact", "[scoring]") {
  scoring::DepartmentRollUp sums(test::pack("mof-2020"), DepartmentWeighting::by_budget);
  Rational weighted;
  Rational all;
  for (int i = 1; i <= 500; ++i) {
    std::string const cents = std::to_string(i * 7919) + "." + std::to_string(100000 + i * 37);
    model::ProjectEvaluation const project = project_of("1", "90 v:" + std::to_string(i) + "/501", cents);
    Rational const budget = *Rational::parse(cents) * Rational(10000);
    weighted += *project.total.rebased.low.value * budget;
    all += budget;
    sums.add(project);
  }
  CHECK(sums.finish().front().exact == Interval::point(weighted / all));
}

TEST_CASE("a department is not proven poor for lack of evidence", "[scoring]") {
  auto const one = [](std::string const& rows) {
    return roll_up({project_of("1", rows, "100"), project_of("1", "90 none+claim", "300")},
                   DepartmentWeighting::by_budget)
        .front();
  };
  DepartmentEvaluation const missing = one("90 claim");
  CHECK(test::text(missing.grades) == "excellent good fair poor");
  CHECK(missing.unproven);
  // The lowest tier is an answer: here it keeps the department poor whatever evidence comes.
  DepartmentEvaluation const answered =
      roll_up({project_of("1", "90 not", "100"), project_of("1", "90 claim", "10")},
              DepartmentWeighting::by_budget)
          .front();
  CHECK(test::text(answered.grades) == "fair poor");
  CHECK_FALSE(answered.unproven);
}

TEST_CASE("a budget in another unit than its executed amount weighs nothing", "[scoring]") {
  model::Project doubtful = test::project("90 v:1/2", "1000000/90");
  doubtful.unit_code = "1";
  doubtful.unit = "unit 1";
  std::vector<model::ProjectEvaluation> projects = {project_of("1", "90 v:1/1", "100")};
  projects.push_back(scoring::score(std::move(doubtful), test::pack("mof-2020"), scoring::Assume::as_is));
  DepartmentEvaluation const department = roll_up(projects, DepartmentWeighting::by_budget).front();
  CHECK(codes(department) == "department_budget_doubtful");
  CHECK(department.without_weight == 1);
  CHECK(department.grades.empty());
  CHECK(department.budget == Rational(1000000));
  CHECK(*department.exact == Interval::point(100));
}

TEST_CASE("given weights compare in one form only", "[scoring]") {
  std::vector<model::ProjectEvaluation> projects = {project_of("1", "90 v:1/1", "100"),
                                                    project_of("1", "90 v:1/2", "100")};
  auto const weighted = [&](Rational const& second) {
    projects[0].project.department_weight = Rational::fraction(3, 5);
    projects[0].project.weight_in_percent = true;
    projects[1].project.department_weight = second;
    return roll_up(projects, DepartmentWeighting::given).front();
  };
  DepartmentEvaluation const shares = weighted(Rational::fraction(2, 5));
  CHECK(codes(shares).empty());
  CHECK(*shares.exact == Interval::point(82)); // 100 and 55
  DepartmentEvaluation const mixed = weighted(40);
  CHECK(codes(mixed) == "department_weights_mixed");
  CHECK(mixed.weighting == DepartmentWeighting::equally);
  CHECK(mixed.grades.empty());
  CHECK(*mixed.exact == Interval::point(Rational::fraction(155, 2)));
}
