// Tables of five published documents as text extracts keep them: whatever has drifted comes back to its
// place. The expected tables are what careful readers of the documents wrote down.
#include "engine/ingest/forms/findings.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
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

TEST_CASE("rows of one cell a line whose points a reason may follow", "[forms]") {
  std::string const head =
      "项目支出绩效自评表\n\n（2023年度）\n\n项目名称\n\n城区绿化\n\n实施单位\n\n某市园林所\n\n一级指标\n\n"
      "二级指标\n\n三级指标\n\n年度指标值\n\n实际完成值\n\n分值\n\n得分\n\n偏差原因\n\n";
  std::string const rows = "产出指标\n\n数量指标\n\n养护面积\n\n≥50万平方米\n\n52万平方米\n\n20\n\n20\n\n"
                           "补植苗木\n\n≥1200株\n\n1180株\n\n20\n\n19.7\n\n苗木供应不足\n\n"
                           "改善环境\n\n持续改善\n\n持续改善\n\n10\n\n8\n\n干旱\n\n"
                           "公园\n\n≥5个\n\n6个\n\n10\n\n10\n\n"
                           "质量指标\n\n成活率\n\n≥95%\n\n97%\n\n30\n\n29\n\n冻害\n\n总分\n\n90\n\n86.7\n";
  Converted const converted = test::convert_text(head + rows);
  REQUIRE(converted.rows() == 5);
  CHECK(converted.row(0, 0)[Column::year] == "2023");
  std::vector<std::vector<std::string>> const expected{
      {"养护面积", "≥50万平方米", "52万平方米", "20", "20", ""},
      {"补植苗木", "≥1200株", "1180株", "20", "19.7", "苗木供应不足"},
      {"改善环境", "持续改善", "持续改善", "10", "8", "干旱"},
      {"公园", "≥5个", "6个", "10", "10", ""},
      {"成活率", "≥95%", "97%", "30", "29", "冻害"}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO(expected[i][0]);
    model::RawRow const& row = converted.row(0, i);
    CHECK(std::vector<std::string>{std::string(row[Column::name]), std::string(row[Column::target]),
                                   std::string(row[Column::actual]), std::string(row[Column::weight]),
                                   std::string(row[Column::claimed]),
                                   std::string(row[Column::deviation_reason])}
          == expected[i]);
  }
  CHECK(converted.row(0, 3)[Column::level2] == "数量指标");
  CHECK(converted.row(0, 4)[Column::level2] == "质量指标");
  CHECK(converted.count("total_agrees") == 2);
  test::check_account(converted);
}
