// Several projects in one grid, and what stands below the rows of a project.
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const title = "2023年度项目支出绩效自评表|<|<|<|<|<|<\n";
std::string const heads = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n";
std::string const first =
    "产出指标|数量指标|养护面积|≥50亩|52亩|50|50\n效益指标|生态效益指标|改善环境|改善|改善|30|28\n"
    "满意度指标|服务对象满意度指标|居民满意度|≥90%|88%|10|9.7\n";
std::string const second =
    "产出指标|数量指标|保洁面积|≥80亩|82亩|50|50\n效益指标|生态效益指标|改善环境|改善|改善|30|30\n"
    "满意度指标|服务对象满意度指标|居民满意度|≥90%|98%|10|10\n";

Converted grid(std::string const& text) {
  return test::convert_document(test::document_of(test::cells_of(text.substr(0, text.size() - 1))));
}

} // namespace

TEST_CASE("a line over the whole width names the next project of a grid", "[forms]") {
  struct Case {
    std::string text, first, second;
  };
  for (Case const& each : std::vector<Case>{
           {"一、绿化养护项目|<|<|<|<|<|<\n" + heads + first + "二、环卫保洁项目|<|<|<|<|<|<\n" + heads
                + second,
            "绿化养护项目", "环卫保洁项目"},
           {heads + "绿化养护项目|<|<|<|<|<|<\n" + first + "环卫保洁项目|<|<|<|<|<|<\n" + second,
            "绿化养护项目", "环卫保洁项目"},
           {heads + "绿化养护项目||||||\n" + first + "环卫保洁项目||||||\n" + second, "绿化养护项目",
            "环卫保洁项目"},
           {heads + first + heads + second, "", ""},
           {"项目名称|绿化养护|<|<|<|<|<\n" + heads + first + "环卫保洁|<|<|<|<|<|<\n" + second, "绿化养护",
            "环卫保洁"}}) {
    INFO(each.text);
    Converted const converted = grid(title + each.text);
    REQUIRE(converted.conversion.projects.size() == 2);
    REQUIRE(converted.rows() == 6);
    CHECK(converted.row(0, 0)[Column::project] == each.first);
    CHECK(converted.row(1, 0)[Column::project] == each.second);
    CHECK(converted.row(1, 0)[Column::year] == "2023");
    CHECK(converted.row(1, 2)[Column::claimed] == "10");
    CHECK(converted.count("project_name_lost") == (each.first.empty() ? 2U : 0U));
    CHECK(converted.count("remark_passed_over") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("a line among the rows of one project names no other", "[forms]") {
  Converted const converted = grid(title + heads + first + "以下为补充指标|<|<|<|<|<|<\n"
                                   + "满意度指标|服务对象满意度指标|商户满意度|≥90%|98%|10|10\n");
  CHECK(converted.conversion.projects.size() == 1);
  CHECK(converted.rows() == 4);
  CHECK(converted.count("remark_passed_over") == 1);
}

TEST_CASE("signatures and approvals below the sum of all rows are no rows", "[forms]") {
  std::string const total = "总分|<|<|<|<|90|87.7\n";
  Converted const converted = grid(title + heads + first + total
                                   + "单位（盖章）：|<|负责人签字：|<|日期：2024年3月1日|<|<\n"
                                     "主管部门审核意见|<|同意|<|<|<|<\n评价等次|<|优|<|<|<|<\n");
  CHECK(converted.rows() == 3);
  CHECK(converted.count("remark_passed_over") + converted.count("cell_undecided") <= 3);
  CHECK(converted.count("name_covers_values") == 0);
  test::check_account(converted);
  // What prints points is a row, and the sum above it does not cover it.
  Converted const bonus = grid(title + heads + first + total + "加分项|<|获省级表彰|≥1次|2次|5|5\n");
  CHECK(bonus.rows() == 4);
  CHECK(bonus.count("total_agrees") == 2);
  CHECK(bonus.count("total_differs") == 0);
}

TEST_CASE("a printed sum may be rounded where points were computed", "[forms]") {
  std::string const computed = "产出指标|数量指标|补植|≥1200株|1180株|20|19.666666\n";
  Converted const converted = grid(title + heads + computed + "总分|<|<|<|<|20|19.7\n");
  CHECK(converted.the("total_agrees_rounded").arguments
        == std::vector<std::string>{"19.7", "19.666666", "claimed"});
  CHECK(grid(title + heads + computed + "总分|<|<|<|<|20|19.6\n").count("total_differs") == 1);
  // Nobody computed 19.66: the printed sum is wrong.
  std::string const by_hand = "产出指标|数量指标|补植|≥1200株|1180株|20|19.66\n";
  CHECK(grid(title + heads + by_hand + "总分|<|<|<|<|20|19.7\n").count("total_differs") == 1);
}

TEST_CASE("points of several indicators in one cell are no number", "[forms]") {
  std::vector<std::vector<std::string>> cells =
      test::cells_of(title + heads + "产出指标|数量指标|1.养护面积2.补植|≥50亩|52亩|20|20\n"
                     + second.substr(0, second.size() - 1));
  cells[2][5] = "20\n20";
  cells[2][6] = "20\n19.7";
  Converted const converted = test::convert_document(test::document_of(cells));
  CHECK(converted.count("points_in_lines") == 2);
  CHECK(converted.row(0, 0)[Column::weight] == model::unreadable_cell);
  CHECK(converted.row(0, 0)[Column::claimed].empty());
}

TEST_CASE("usual words of goals and of parts of the money are labels", "[forms]") {
  Converted const converted =
      grid(title
           + "项目名称|绿化养护|<|实施单位及代码|622001-某市园林所|<|<\n"
             "项目资金（万元）|||年初预算数|全年预算数|全年执行数|\n年度资金总额|||300|280|270|\n"
             "一般公共预算财政拨款|||200|180|170|\n政府性基金预算财政拨款|||100|100|100|\n"
             "年度总体目标|年度预期目标|<|<|年度实际完成情况|<|<\n^|绿化五十亩。|<|<|已绿化。|<|<\n"
           + heads + first);
  REQUIRE(converted.conversion.projects.size() == 1);
  CHECK(converted.conversion.projects[0].goal == "绿化五十亩。");
  CHECK(converted.conversion.projects[0].goal_actual == "已绿化。");
  CHECK(converted.row(0, 0)[Column::initial_budget] == "300");
  CHECK(converted.row(0, 0)[Column::unit] == "某市园林所");
  CHECK(converted.count("head_cell_undecided") == 0);
  test::check_account(converted);
}

TEST_CASE("columns of last year are passed over, those of this year are answers", "[forms]") {
  Converted const converted =
      grid(title
           + "一级指标|二级指标|三级指标|年度指标值|上年完成值|本年完成值|分值|评分|未完成原因及改进措施\n"
             "产出指标|数量指标|养护面积|≥50亩|40亩|52亩|50|49|雨水多\n");
  REQUIRE(converted.rows() == 1);
  CHECK(converted.row(0, 0)[Column::actual] == "52亩");
  CHECK(converted.row(0, 0)[Column::claimed] == "49");
  CHECK(converted.row(0, 0)[Column::deviation_reason] == "雨水多");
}

TEST_CASE("a project printed in every row is one project", "[forms]") {
  std::string const head = "项目名称|预算数（万元）|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值\n";
  auto const rows_of = [&](std::string const& rows) {
    Converted const converted = test::convert_document(test::document_of(test::cells_of(head + rows)));
    std::vector<std::size_t> counts;
    for (ingest::forms::FormProject const& each : converted.conversion.projects) {
      counts.push_back(each.raw.rows.size());
    }
    test::check_account(converted);
    return counts;
  };
  using Counts = std::vector<std::size_t>;
  std::string const output = "甲|10|产出指标|数量指标|次数|≥5次|6次|50\n";
  std::string const benefit = "甲|10|效益指标|社会效益指标|受益人数|≥5人|6人|30\n";
  std::string const quality = "甲|10|产出指标|质量指标|合格率|≥5%|6%|10\n";
  CHECK(rows_of(output + benefit) == Counts{2});
  CHECK(rows_of(output + benefit + quality) == Counts{3}); // in any order
  CHECK(rows_of(output + "乙" + benefit.substr(std::string("甲").size())) == Counts{1, 1});
  // Printed once for its rows: what begins anew below is another one of that name.
  CHECK(rows_of("甲|10|产出指标|数量指标|次数|≥5次|6次|50\n^|^|效益指标|社会效益指标|人数|≥5人|6人|30\n"
                "甲|20|产出指标|数量指标|次数|≥5次|6次|50\n^|^|效益指标|社会效益指标|人数|≥5人|6人|30\n")
        == Counts{2, 2});
  // The page was turned inside the project.
  CHECK(rows_of("甲|10|产出指标|数量指标|次数|≥5次|6次|50\n^|^|产出指标|质量指标|率|≥5%|6%|30\n"
                "甲|10|效益指标|社会效益指标|人数|≥5人|6人|50\n")
        == Counts{3});
  // Amounts that differ are none.
  Converted const differ = test::convert_document(test::document_of(
      test::cells_of(head + output + "甲|20|效益指标|社会效益指标|人数|≥5人|6人|30\n" + quality)));
  REQUIRE(differ.rows() == 3);
  CHECK(differ.conversion.projects.size() == 1);
  CHECK(differ.row(0, 0)[model::Column::initial_budget].empty());
  CHECK(differ.the("amounts_contradict").arguments == std::vector<std::string>{"initial_budget", "10", "20"});
  test::check_account(differ);
}

TEST_CASE("the year of a title does not reach another sheet", "[forms]") {
  std::string const form = title + heads + first;
  std::string const standard = "项目名称|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值\n"
                               "甲|产出指标|数量指标|次数|≥5次|6次|50";
  for (bool const sheet : {false, true}) {
    model::Document document = test::document_of(test::cells_of(form.substr(0, form.size() - 1)));
    document.parts.push_back(test::document_of(test::cells_of(standard)).parts.front());
    for (model::DocumentPart& part : document.parts) {
      part.sheet = sheet;
    }
    Converted const converted = test::convert_document(document);
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.row(0, 0)[Column::year] == "2023");
    CHECK(converted.row(1, 0)[Column::year] == (sheet ? "" : "2023"));
  }
}

TEST_CASE("the same project twice in a document is said", "[forms]") {
  std::string const named = "项目名称|绿化养护|<|实施单位|园林所|<|<\n";
  Converted const twice = grid(title + named + heads + first + title + named + heads + second);
  REQUIRE(twice.conversion.projects.size() == 2);
  CHECK(twice.the("project_again").severity == diagnostic::Severity::error);
  CHECK(twice.the("project_again").arguments == std::vector<std::string>{"绿化养护", "4"});
  CHECK(twice.the("project_again").where.row == 10);
  // Another unit's project is another one, and nobody can tell what has no name.
  std::string const other = "项目名称|绿化养护|<|实施单位|城管所|<|<\n";
  CHECK(grid(title + named + heads + first + title + other + heads + second).count("project_again") == 0);
  CHECK(grid(title + heads + first + title + heads + second).count("project_again") == 0);
}

TEST_CASE("rows that begin anew are those of another project", "[forms]") {
  std::string const named = "项目名称|绿化养护|<|<|<|<|<\n";
  std::string const total = "合计|<|<|<|<|90|90\n";
  std::string const other =
      "效益指标|社会效益指标|投诉|≤80件|70件|50|50\n满意度指标|满意度|居民|≥9%|9%|40|40\n";
  struct Case {
    std::string text, first, second;
    std::size_t rows;
  };
  for (Case const& each : std::vector<Case>{
           // A name with a number, though its levels are new.
           {heads + "一、绿化养护项目||||||\n" + first.substr(0, first.find('\n') + 1)
                + "二、环卫保洁项目||||||\n" + other,
            "绿化养护项目", "环卫保洁项目", 1},
           {named + heads + first + "||||||\n" + second, "绿化养护", "", 3},
           {named + heads + first + total + second + total, "绿化养护", "", 3},
           {named + heads + first.substr(0, first.find('\n') + 1) + "合计|<|<|<|<|100|100\n" + second,
            "绿化养护", "", 1},
       }) {
    INFO(each.text);
    Converted const converted = grid(title + each.text);
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.conversion.projects[0].raw.rows.size() == each.rows);
    CHECK(converted.row(0, 0)[Column::project] == each.first);
    CHECK(converted.row(1, 0)[Column::project] == each.second);
    CHECK(converted.count("project_name_lost") == (each.second.empty() ? 1U : 0U));
    CHECK(converted.count("levels_begin_anew") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("below a sum of less than all points the same level goes on", "[forms]") {
  Converted const converted = grid(title + heads + first.substr(0, first.find('\n') + 1)
                                   + "合计|<|<|<|<|50|50\n" + "产出指标|质量指标|成活率|≥90%|88%|10|9\n");
  CHECK(converted.conversion.projects.size() == 1);
  CHECK(converted.rows() == 2);
}

TEST_CASE("levels that begin anew among too many points are an error", "[forms]") {
  std::string const named = "项目名称|绿化养护|<|<|<|<|<\n";
  Converted const joined = grid(title + named + heads + first + second);
  REQUIRE(joined.conversion.projects.size() == 1);
  CHECK(joined.the("levels_begin_anew").severity == diagnostic::Severity::error);
  CHECK(joined.the("levels_begin_anew").arguments == std::vector<std::string>{"产出指标", "180"});
  CHECK(joined.the("levels_begin_anew").where.row == 7);
  // Rows of one project out of order.
  std::string const late = "产出指标|数量指标|补植|≥120株|121株|10|10\n";
  CHECK(grid(title + named + heads + first + late).count("levels_begin_anew") == 0);
}

TEST_CASE("a sum of amounts behind all projects is theirs, and says what was added", "[forms]") {
  std::string const above =
      "2023年度项目支出绩效自评汇总表|<|<|<|<|<|<|<|<|<\n填报单位：某局|<|<|<|<|<|<|<|<|<\n"
      "项目名称|年初预算数|全年执行数|一级指标|二级指标|三级指标|指标值|实际完成值|分值|备注\n";
  std::string const rows = "甲|52|51|产出指标|数量指标|人数|≥9人|9人|50|含特困\n"
                           "^|^|^|效益指标|社会效益指标|覆盖率|100%|100%|40|\n"
                           "乙|3|3|产出指标|数量指标|人数|≥9人|9人|90|\n";
  for (auto const& [sum, agree] : {std::pair<std::string, std::size_t>{"合计|55|54|||||||", 2},
                                   std::pair<std::string, std::size_t>{"合计|56|54|||||||", 1}}) {
    INFO(sum);
    Converted const converted = grid(above + rows + sum + "\n");
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.count("total_agrees") == agree);
    CHECK(converted.count("total_differs") == 2 - agree);
    CHECK((agree == 2 || converted.the("total_differs").arguments[1] == "55"));
    CHECK(converted.row(1, 0)[model::Column::year] == "2023");
    CHECK(converted.count("cell_undecided") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("points of two projects in the rows of one are an error", "[forms]") {
  struct Case {
    std::string rows;
    std::size_t errors;
  };
  std::string const named = "项目名称|绿化养护|<|<|<|<|<\n";
  std::string const output = "产出指标|数量指标|面积|≥50亩|52亩|90|90\n";
  std::string const benefit = "效益指标|生态效益指标|改善环境|改善|改善|80|80\n";
  std::string const satisfied = "满意度指标|服务对象满意度指标|居民满意度|≥90%|88%|10|9.7\n";
  for (Case const& each : std::vector<Case>{{output + benefit + satisfied, 1},
                                            {output + satisfied, 0},
                                            {benefit + satisfied + satisfied, 0},
                                            {benefit + satisfied + satisfied + satisfied, 0}}) {
    INFO(each.rows);
    Converted const converted = grid(title + named + heads + each.rows);
    CHECK(converted.conversion.projects.size() == 1);
    REQUIRE(converted.count("points_of_two_projects") == each.errors);
    if (each.errors != 0) {
      diagnostic::Diagnostic const finding = converted.the("points_of_two_projects");
      CHECK(finding.severity == diagnostic::Severity::error);
      CHECK(finding.arguments == std::vector<std::string>{"改善环境", "180"});
      CHECK(finding.where.row == 5);
    }
  }
}
