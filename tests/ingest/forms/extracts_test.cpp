// Tables of five published documents as text extracts keep them: whatever has drifted comes back to its
// place. The expected tables are what careful readers of the documents wrote down.
#include "engine/ingest/forms/findings.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using test::convert_text;
using test::Converted;

namespace {

Converted convert_extract(std::string const& name) {
  return convert_text(test::read_source("tests/data/extracts/" + name + ".txt"));
}

void check_extract(Converted const& converted, std::string const& name) {
  test::check_rows(converted, "tests/data/extracts/" + name + ".expected.csv");
  test::check_account(converted);
}

} // namespace

TEST_CASE("three tables with tabs, two of them without a title", "[forms]") {
  Converted const converted = convert_extract("general-office");
  check_extract(converted, "general-office");
  REQUIRE(converted.conversion.projects.size() == 3);
  CHECK(converted.conversion.projects[0].goal == "100%");
  CHECK(converted.conversion.projects[0].goal_actual == "100%");
  // The label of the third goal is cut by a page break.
  CHECK(converted.conversion.projects[2].goal == "完成年度工作任务，保障正常运行。");
  CHECK(converted.row(2, 0)[model::Column::year] == "2021");
  CHECK(converted.count("rows_moved") == 2);
  CHECK(converted.count("head_cell_undecided") == 0);
  CHECK(converted.conversion.beyond_standard);
}

TEST_CASE("one cell a line, tabs before the cells, labels lost", "[forms]") {
  Converted const converted = convert_extract("government-affairs");
  check_extract(converted, "government-affairs");
  REQUIRE(converted.conversion.projects.size() == 5);
  diagnostic::Diagnostic const report = converted.the("project_from_report");
  CHECK(report.where.row == 1);
  CHECK(report.arguments == std::vector<std::string>{"四大班子保安服务费项目", "1"});
  // The label of the unit, of the budget, and of what was reached of a goal.
  CHECK(converted.count("label_lost") == 3);
  CHECK(converted.count("level1_restored") == 5);
  for (ingest::forms::FormProject const& project : converted.conversion.projects) {
    CHECK(!project.goal.empty());
    CHECK(!project.goal_actual.empty());
  }
}

TEST_CASE("a table of 42 projects, 222 of its rows out of place, and the one behind it", "[forms]") {
  Converted const converted = convert_extract("budget-targets");
  check_extract(converted, "budget-targets");
  REQUIRE(converted.conversion.projects.size() == 43);
  CHECK(converted.rows() == 344);
  CHECK(converted.the("total_agrees").arguments == std::vector<std::string>{"20299.03", "initial_budget"});
  CHECK(converted.count("row_cut_off") == 5);
  CHECK(converted.count("remnant_left_out") == 6);
  CHECK(converted.count("fragment_joined") == 15);
  CHECK(converted.count("cell_undecided") == 0);
  CHECK(converted.count("fragment_doubtful") == 0);
  // What is lost stays lost: no weight is worked out from the sum.
  model::RawRow const& cut = converted.row(3, 0);
  CHECK(cut[model::Column::name] == "研究成果");
  CHECK(cut[model::Column::weight].empty());
  CHECK(cut[model::Column::measure].empty());
  diagnostic::Diagnostic const moved = converted.the("row_reassigned");
  CHECK(
      moved.arguments
      == std::vector<std::string>{"平台基础功能满足率", "省级政务云灾备平台项目", "省级政务云监管平台项目"});
  CHECK(converted.conversion.projects[42].raw.header->fused_target);
  CHECK(converted.row(42, 0)[model::Column::year] == "2023");
}

TEST_CASE("wrapped lines, tags, rows cut by pages", "[forms]") {
  Converted const converted = convert_extract("district-office");
  check_extract(converted, "district-office");
  CHECK(converted.the("tags_removed").arguments == std::vector<std::string>{"2"});
  CHECK(converted.count("wraps_removed") == 3);
  CHECK(converted.count("fragment_joined") == 3);
  CHECK(converted.row(2, 0)[model::Column::project] == "电子政务外网光纤租用费、协同办公平台运维费");
}

TEST_CASE("one cell a line without any mark, a form of a department among them", "[forms]") {
  Converted const converted = convert_extract("service-bureau");
  check_extract(converted, "service-bureau");
  REQUIRE(converted.conversion.tables.size() >= 5);
  CHECK(converted.conversion.tables[0].form == "department_self_evaluation");
  CHECK(converted.the("total_agrees").arguments == std::vector<std::string>{"96", "claimed"});
  // Between name and answer a blank cell leaves no trace: said, not guessed.
  CHECK(converted.count("target_left_blank") == 5);
  CHECK(converted.row(3, 0)[model::Column::target].empty());
}

TEST_CASE("other tables of a document are listed with their first cells", "[forms]") {
  Converted const converted = convert_extract("budget-targets");
  diagnostic::Diagnostic const other = converted.the("table_not_understood");
  CHECK(other.arguments[0].rfind("科目编码 | 单位代码", 0) == 0);
}
