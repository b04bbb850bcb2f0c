// Forms as authors lay them out: merged cells, line breaks and blanks inside words, labels above and beside.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using test::Converted;

namespace {

Converted convert_grid(std::string const& name) {
  return test::convert_document(test::grid_document("tests/data/forms/" + name + ".grid.csv"));
}

struct Form {
  char const* file;
  char const* id;
  std::vector<std::string> totals; ///< printed sums that agree
};

} // namespace

TEST_CASE("every known form is read from a grid", "[forms]") {
  std::vector<Form> const forms{
      {"national", "project_self_evaluation_national", {"100", "98"}},
      {"sichuan-2023", "project_self_evaluation_sichuan", {"100", "99.5"}},
      {"split-target", "project_self_evaluation_split", {"100", "99.6"}},
      {"application", "project_targets", {}},
      {"budget-targets", "budget_targets", {"130.50"}},
      {"department-targets", "department_targets", {}},
      {"department-self-evaluation", "department_self_evaluation", {"95"}},
  };
  for (Form const& form : forms) {
    INFO(form.file);
    Converted const converted = convert_grid(form.file);
    REQUIRE(converted.conversion.tables.size() == 1);
    CHECK(converted.conversion.tables[0].form == form.id);
    test::check_rows(converted, std::string("tests/data/forms/") + form.file + ".expected.csv");
    test::check_account(converted);
    std::vector<std::string> totals;
    for (diagnostic::Diagnostic const& each : converted.findings()) {
      CHECK(each.severity == diagnostic::Severity::info);
      if (each.code == "total_agrees" || each.code == "total_agrees_with_execution") {
        totals.push_back(each.arguments[0]);
      }
    }
    CHECK(totals == form.totals);
    CHECK(converted.count("cell_undecided") == 0);
    CHECK(converted.count("head_cell_undecided") == 0);
  }
}

TEST_CASE("budgets of three kinds and their unit", "[forms]") {
  Converted const converted = convert_grid("national");
  model::RawRow const& row = converted.row(0, 0);
  CHECK(row[model::Column::initial_budget] == "120");
  CHECK(row[model::Column::adjusted_budget] == "110");
  CHECK(row[model::Column::executed] == "99");
  CHECK(row[model::Column::year] == "2023");
  CHECK(row[model::Column::supervising_department] == "某县交通运输局");
  model::Header const& header = *converted.conversion.projects[0].raw.header;
  CHECK(header.units[static_cast<std::size_t>(model::Column::executed)] == "万元");
  CHECK(converted.row(0, 1)[model::Column::deviation_reason] == "材料供应推迟");
  CHECK(converted.conversion.projects[0].goal == "完成年度道路养护任务。");
  CHECK(converted.conversion.projects[0].goal_actual == "养护任务全部完成。");
}

TEST_CASE("a project's code and its name share a cell", "[forms]") {
  Converted const converted = convert_grid("sichuan-2023");
  CHECK(converted.row(0, 0)[model::Column::project_code] == "51000023R000000000001");
  CHECK(converted.row(0, 0)[model::Column::project] == "档案数字化");
}
