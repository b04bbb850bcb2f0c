#include "engine/pipeline/evaluation_run.hpp"

#include "engine/pipeline/rules_source.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <map>

using namespace jixiao;
using namespace jixiao::pipeline;

namespace {

std::string const header = "单位名称,项目名称,年度,年初预算数（万元）,预算执行数（万元）,一级指标,二级指标,"
                           "三级指标,指标性质,指标值,度量单位,权重,"
                           "指标方向性,实际完成值\n";

struct Ran {
  RunSummary summary;
  std::vector<std::string> projects;
  diagnostic::Diagnostics findings; ///< of projects
};

Ran ran(std::vector<std::filesystem::path> const& files, RunSettings const& settings = {}) {
  diagnostic::SourceTable sources;
  RulesSource const rules({}, sources);
  vocabulary::Vocabulary const vocabulary = *rules.vocabulary().value;
  rulepack::RulePack const pack = *rules.pack("mof-2020").value;
  Ran result;
  result.summary =
      run_evaluation(files, vocabulary, pack, settings, sources, [&](model::ProjectEvaluation const& each) {
        result.projects.push_back(each.project.name);
        result.findings.insert(result.findings.end(), each.project.findings.begin(),
                               each.project.findings.end());
      });
  return result;
}

} // namespace

TEST_CASE("a file that is not there does not stop the others") {
  std::string const folder = test::fresh_folder("run");
  std::string const table = test::write_file(
      folder + "/a.csv",
      header + "甲单位,甲项目,2023,10,10,产出指标,数量指标,培训次数,≥,5,次,90,正向指标,5次\n");
  Ran const result = ran({folder + "/none.csv", table, folder});
  CHECK(result.projects == std::vector<std::string>{"甲项目"});
  CHECK(result.summary.unreadable == 2);
  CHECK(result.summary.projects == 1);
}

TEST_CASE("the same project in two files is said and scored twice") {
  std::string const folder = test::fresh_folder("run-twice");
  std::string const row = "甲单位,甲项目,2023,10,10,产出指标,数量指标,培训次数,≥,5,次,90,正向指标,5次\n";
  std::string const first = test::write_file(folder + "/a.csv", header + row);
  std::string const second = test::write_file(folder + "/b.csv", header + row);
  Ran const result = ran({first, second});
  CHECK(result.projects.size() == 2);
  bool said = false;
  for (diagnostic::Diagnostic const& each : result.findings) {
    said = said || each.code == "project_in_two_files";
  }
  CHECK(said);
  REQUIRE(result.summary.departments.size() == 1);
  diagnostic::Diagnostics const& of_department = result.summary.departments.front().findings;
  REQUIRE(of_department.size() == 1); // the project is not listed where only departments are
  CHECK(of_department.front().code == "department_counts_twice");
  CHECK(of_department.front().arguments == std::vector<std::string>{"1"});
}

TEST_CASE("digests of inputs are those of their bytes") {
  std::string const folder = test::fresh_folder("run-digest");
  std::string const path = test::write_file(folder + "/abc.csv", "abc");
  RunSettings settings;
  settings.digest_inputs = true;
  RunSummary const summary = ran({path}, settings).summary;
  REQUIRE(summary.digests.size() == 1);
  CHECK(summary.digests[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("weights of the published targets add up as their careful readers counted") {
  Ran const result = ran({test::source_path("examples/budget-targets-2023/projects.csv")});
  CHECK(result.projects.size() == 42);
  CHECK(result.summary.indicators == 326);
  diagnostic::SourceTable sources;
  RulesSource const rules({}, sources);
  vocabulary::Vocabulary const vocabulary = *rules.vocabulary().value;
  rulepack::RulePack const pack = *rules.pack("mof-2020").value;
  std::map<std::string, int> sums;
  number::Rational budget, printed;
  RunSummary const summary =
      run_evaluation({test::source_path("examples/budget-targets-2023/projects.csv")}, vocabulary, pack, {},
                     sources, [&](model::ProjectEvaluation const& each) {
                       number::Rational sum;
                       for (model::ScoredIndicator const& row : each.indicators) {
                         sum += row.indicator.weight.value_or(0);
                       }
                       ++sums[sum.text()];
                       printed += sum;
                       budget += each.project.budget.initial.value_or(0);
                       CHECK(!each.scored);
                     });
  CHECK(sums
        == std::map<std::string, int>{{"90", 33}, {"60", 2}, {"70", 1}, {"75", 2}, {"80", 3}, {"84", 1}});
  CHECK(printed == number::Rational(3634));
  CHECK((budget / number::Rational(10'000)).plain_text() == "20299.03");
  CHECK(summary.projects == 42);
}

TEST_CASE("rows of the real self-evaluations are all there, unused ones too") {
  std::size_t rows = 0, unused = 0, projects = 0;
  diagnostic::SourceTable sources;
  RulesSource const rules({}, sources);
  vocabulary::Vocabulary const vocabulary = *rules.vocabulary().value;
  rulepack::RulePack const pack = *rules.pack("mof-2020").value;
  std::vector<std::filesystem::path> files;
  for (char const* name : {"sichuan-general-office", "guangyuan-government-affairs", "renhe-district-office",
                           "yaan-service-bureau"}) {
    files.push_back(test::source_path("examples/self-evaluation-2021/" + std::string(name) + ".csv"));
  }
  (void)run_evaluation(files, vocabulary, pack, {}, sources, [&](model::ProjectEvaluation const& each) {
    ++projects;
    rows += each.indicators.size();
    for (model::ScoredIndicator const& row : each.indicators) {
      unused += row.status == model::Status::excluded ? 1 : 0;
    }
    // The ledger is the points of the total, all of them.
    CHECK(each.ledger.answered + each.ledger.claimed + each.ledger.unanswered + each.ledger.lost
          == each.total.max);
  });
  CHECK(projects == 16);
  CHECK(rows == 111);
  CHECK(unused == 11);
}

TEST_CASE("the claimed scores of the department form add up to 96") {
  diagnostic::SourceTable sources;
  RulesSource const rules({}, sources);
  vocabulary::Vocabulary const vocabulary = *rules.vocabulary().value;
  rulepack::RulePack const pack = *rules.pack("mof-2020").value;
  (void)run_evaluation({test::source_path("examples/department-form-2021/yaan-service-bureau.csv")},
                       vocabulary, pack, {}, sources, [&](model::ProjectEvaluation const& each) {
                         REQUIRE(each.claimed.total);
                         CHECK(*each.claimed.total == number::Rational(96));
                         CHECK(each.claimed.grade == "excellent");
                         CHECK(each.claimed.rows == 13);
                       });
}
