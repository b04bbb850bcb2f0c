// Forms of a whole department: the tasks of the year stand above the indicators and are none.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

Converted grid(std::string const& text) {
  return test::convert_document(test::document_of(test::cells_of(text)));
}

std::string const self_evaluation =
    "部门整体支出绩效自评表|<|<|<|<|<|<|<\n（2023年度）|<|<|<|<|<|<|<\n部门名称|某市城管局|<|<|<|<|<|<\n"
    "年度主要任务完成情况|任务名称|主要内容|完成情况|预算数（万元）|其中：财政拨款|执行数（万元）|"
    "其中：财政拨款\n"
    "^|绿化养护|养护50公顷|已完成|300|200|270.1|170.1\n"
    "^|环卫保洁|保洁|已完成|500|500|480|480\n";
std::string const sums = "^|金额合计|<|<|800|700|750.1|650.1\n";
std::string const rows = "年度总体目标|预期目标|<|<|实际完成情况|<|<|<\n^|绿化全市。|<|<|已绿化。|<|<|<\n"
                         "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因\n"
                         "产出指标|数量指标|养护面积|≥50万平方米|52万平方米|90|90|\n";

} // namespace

TEST_CASE("tasks of a department are a table of their own", "[forms]") {
  Converted const converted = grid(self_evaluation + sums + rows);
  REQUIRE(converted.rows() == 1);
  CHECK(converted.conversion.tables[0].form == "department_self_evaluation_national");
  CHECK(converted.the("form_recognised").arguments == Texts{"部门整体支出绩效自评表", "1", "1"});
  CHECK(converted.the("tasks_passed_over").arguments == Texts{"任务名称", "2"});
  CHECK(converted.conversion.projects[0].goal == "绿化全市。");
  CHECK(converted.conversion.projects[0].goal_actual == "已绿化。");
  model::RawRow const& row = converted.row(0, 0);
  CHECK(row[Column::project] == "部门整体支出");
  CHECK(row[Column::unit] == "某市城管局");
  CHECK(row[Column::initial_budget] == "800");
  CHECK(row[Column::executed] == "750.1");
  CHECK(converted.count("head_cell_undecided") == 0);
  CHECK(converted.count("amounts_contradict") == 0);
  test::check_account(converted);
}

TEST_CASE("the amount of a task is not the budget of the department", "[forms]") {
  Converted const converted = grid(self_evaluation + rows);
  CHECK(converted.row(0, 0)[Column::initial_budget].empty());
  CHECK(converted.row(0, 0)[Column::executed].empty());
  CHECK(converted.conversion.projects[0].goal_actual == "已绿化。");
  CHECK(converted.count("tasks_passed_over") == 1);
  test::check_account(converted);
}

TEST_CASE("amounts of tasks below a second line of heads take the unit above it", "[forms]") {
  Converted const converted =
      grid("部门整体支出绩效目标申报表|<|<|<|<|<\n部门名称|某市城管局|<|<|<|<\n"
           "年度主要任务|任务名称|主要内容|预算金额（万元）|<|<\n^|^|^|总额|财政拨款|其他资金\n"
           "^|绿化养护|养护50公顷|300|200|100\n^|环卫保洁|保洁|500|500|0\n^|金额合计|<|800|700|100\n"
           "年度总体目标|绿化全市。|<|<|<|<\n"
           "年度绩效指标|一级指标|二级指标|三级指标|指标值|备注\n^|产出指标|数量指标|养护面积|≥50公顷|\n");
  CHECK(converted.row(0, 0)[Column::initial_budget] == "800");
  auto const budget = static_cast<std::size_t>(Column::initial_budget);
  CHECK(converted.conversion.projects[0].raw.header->units[budget] == "万元");
  CHECK(converted.the("tasks_passed_over").arguments == Texts{"任务名称", "2"});
  CHECK(converted.conversion.projects[0].goal == "绿化全市。");
  test::check_account(converted);
}
