// One repair at a time, on small tables: what is moved, joined, restored or left open, and what is said of
// it.
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::convert_text;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

/// A table of targets, twelve columns, with these rows below its header.
Converted targets(std::string const& rows) {
  return convert_text("部门预算项目绩效目标表（2023年度）\n\n金额单位：万元\n\n"
                      "单位名称\t项目名称\t预算数\t年度目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t"
                      "度量单位\t权重\t指标方向性\n"
                      + rows);
}

std::string const first =
    "700001-某局\t甲项目\t10.00\t做好工作。\t产出指标\t数量指标\t培训次数\t≥\t5\t次\t50\t正向指标\n";

/// A self-evaluation with tabs, with these rows below its header.
Converted answers(std::string const& rows, std::string const& block = "") {
  return convert_text("2021年甲项目绩效目标自评表\n\n实施单位\t某局\n" + block
                      + "项目预算执行情况（万元）\t预算数:\t50\t执行数:\t49\n"
                        "绩效指标\t一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n"
                      + rows);
}

/// The fields of a row that its indicator has.
Texts fields(model::RawRow const& row) {
  return {std::string(row[Column::level1]), std::string(row[Column::level2]),
          std::string(row[Column::name]),   std::string(row[Column::relation]),
          std::string(row[Column::target]), std::string(row[Column::measure]),
          std::string(row[Column::weight]), std::string(row[Column::direction])};
}

} // namespace

TEST_CASE("rows to the left and to the right of their columns", "[forms]") {
  Texts const row{"效益指标", "社会效益指标", "覆盖率", "≥", "90", "%", "40", ""};
  std::string const cells = "效益指标\t社会效益指标\t覆盖率\t≥\t90\t%\t40";
  for (int const moved : {-4, -3, -1, 1, 2, 5}) {
    Converted const converted =
        targets(first + std::string(static_cast<std::size_t>(4 + moved), '\t') + cells + "\n");
    INFO(moved);
    REQUIRE(converted.rows() == 2);
    CHECK(fields(converted.row(0, 1)) == row);
    CHECK(converted.row(0, 1)[Column::project] == "甲项目");
    CHECK(converted.the("rows_moved").arguments
          == Texts{"1", std::to_string(moved < 0 ? -moved : moved), moved < 0 ? "left" : "right"});
    test::check_account(converted);
  }
}

TEST_CASE("gaps inside a row are closed", "[forms]") {
  for (std::string const& line : Texts{"\t产出指标\t质量指标\t合格率\t\t\t\t≥\t90\t%\t40\t\n",
                                       "产出指标\t质量指标\t合格率\t≥\t\t\t\t\t90\t%\t40\t\n",
                                       "\t\t\t\t产出指标\t质量指标\t合格率\t≥\t90\t\t%\t\t40\n"}) {
    Converted const converted = targets(first + line);
    INFO(line);
    REQUIRE(converted.rows() == 2);
    CHECK(fields(converted.row(0, 1)) == Texts{"产出指标", "质量指标", "合格率", "≥", "90", "%", "40", ""});
    CHECK(converted.the("cells_drifted").where.row == 7);
  }
}

TEST_CASE("a row that lost its end keeps what it has", "[forms]") {
  Converted const converted = targets(first + "\t\t\t\t\t\t产出指标\t质量指标\t合格率\t≥\t90\n");
  CHECK(fields(converted.row(0, 1)) == Texts{"产出指标", "质量指标", "合格率", "≥", "90", "", "", ""});
  CHECK(converted.the("row_cut_off").arguments == Texts{"合格率", "2"});
}

TEST_CASE("a blank value stays blank beside its unit", "[forms]") {
  Converted const converted =
      targets(first + "\t\t\t\t产出指标\t时效指标\t响应时间\t≤\t\t分钟\t\t反向指标\n");
  CHECK(fields(converted.row(0, 1))
        == Texts{"产出指标", "时效指标", "响应时间", "≤", "", "分钟", "", "反向指标"});
}

TEST_CASE("a lone number behind a gap is placed by its column", "[forms]") {
  Converted const converted = targets(first + "\t\t\t\t产出指标\t质量指标\t合格率\t≥\t\t\t40\t\n");
  CHECK(fields(converted.row(0, 1)) == Texts{"产出指标", "质量指标", "合格率", "≥", "", "", "40", ""});
}

TEST_CASE("pieces behind a page break go to the cells that they complete", "[forms]") {
  Converted const converted =
      targets("700001-某局\t甲项\t10.00\t做好\t产出\t数量\t平台监控\t=\t24\t小\t50\t\n\n"
              "\t目\t\t本年工作。\t指标\t指标\t\t\t\t时/天\t\t\n"
              "\t\t\t\t效益指标\t社会效益指标\t覆盖率\t≥\t90\t%\t40\t\n");
  REQUIRE(converted.rows() == 2);
  CHECK(fields(converted.row(0, 0))
        == Texts{"产出指标", "数量指标", "平台监控", "=", "24", "小时/天", "50", ""});
  CHECK(converted.row(0, 0)[Column::project] == "甲项目");
  CHECK(converted.conversion.projects[0].goal == "做好本年工作。");
  CHECK(converted.count("fragment_joined") == 5);
  test::check_account(converted);
}

TEST_CASE("what a page prints twice is left out and said", "[forms]") {
  Converted const converted = targets(first + "\n\t\t\t\t指标\t指标\t(含线上)\t\t\t\t\t\n");
  CHECK(converted.row(0, 0)[Column::name] == "培训次数(含线上)");
  CHECK(converted.count("remnant_left_out") == 2);
  Converted const stuck = targets(first + "\n\t\t\t\t指标 产出指标\t指标 质量指标\t合格率\t≥\t90\t%\t40\t\n");
  REQUIRE(stuck.rows() == 2);
  CHECK(fields(stuck.row(0, 1)) == Texts{"产出指标", "质量指标", "合格率", "≥", "90", "%", "40", ""});
  CHECK(stuck.count("remnant_left_out") == 2);
}

TEST_CASE("a piece that could go to two cells is joined and said", "[forms]") {
  std::string const row = "\t完成指标\t数量指标\t设备购置和维护\t购买设备若干\t完成\n";
  Converted const converted = answers(row + "\n\t\t\t\t台套\n\t效益指标\t社会效益\t服务群众\t98%\t98%\n");
  REQUIRE(converted.rows() == 2);
  CHECK(converted.row(0, 0)[Column::target] == "购买设备若干台套");
  Converted const doubtful =
      convert_text("甲项目绩效目标自评表\n\n一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n"
                   "完成指标\t数量指标\t一二三\t四五六\t七八九\n\n\t\t\t\t\t\t\t台套\n");
  CHECK(doubtful.count("fragment_doubtful") == 1);
}

TEST_CASE("levels: merged, lost, restored", "[forms]") {
  Converted const converted = answers("\t\t数量指标\t印刷册数\t250册\t250册\n"
                                      "\t\t质量指标\t合格率\t100%\t100%\n"
                                      "\t\t社会效益指标\t存史资政\t长期\t长期\n"
                                      "\t\t\t资政育人\t长期\t长期\n"
                                      "\t满意度指标\t\t读者满意\t98%\t98%\n");
  REQUIRE(converted.rows() == 5);
  CHECK(converted.row(0, 0)[Column::level1] == "产出指标");
  CHECK(converted.row(0, 1)[Column::level1] == "产出指标");
  CHECK(converted.row(0, 2)[Column::level1] == "效益指标");
  CHECK(converted.row(0, 3)[Column::level1] == "效益指标");
  CHECK(converted.row(0, 3)[Column::level2] == "社会效益指标");
  // Carrying down stops where the column to the left changes.
  CHECK(converted.row(0, 4)[Column::level2].empty());
  CHECK(converted.count("level1_restored") == 2);
}

TEST_CASE("a row without its levels and shifted by more than one column", "[forms]") {
  Converted const converted = answers("\t产出指标\t数量指标\t救助人数\t≥3万人\t3.1万人\n"
                                      "新建养老站\t\t\t≥20个\t21个\n");
  REQUIRE(converted.rows() == 2);
  CHECK(converted.row(0, 1)[Column::name] == "新建养老站");
  CHECK(converted.row(0, 1)[Column::target] == "≥20个");
  CHECK(converted.row(0, 1)[Column::level2] == "数量指标");
}

TEST_CASE("unused rows of a form stay rows", "[forms]") {
  Converted const converted = answers("\t完成指标\t数量指标\t培训次数\t5次\t5次\n\t\t成本指标\t\t\t\n");
  REQUIRE(converted.rows() == 2);
  CHECK(converted.row(0, 1)[Column::level2] == "成本指标");
  CHECK(converted.row(0, 1)[Column::name].empty());
}

TEST_CASE("a cell that no column can take is left open", "[forms]") {
  Converted const converted =
      targets(first + "\t\t\t\t产出指标\t质量指标\t合格率\t≥\t90\t%\t40\t正向指标\t反向指标\n");
  CHECK(converted.row(0, 1)[Column::direction] == "正向指标");
  CHECK(converted.the("cell_undecided").arguments == Texts{"反向指标"});
  test::check_account(converted);
}

TEST_CASE("a row that lost its points between two projects", "[forms]") {
  auto const project = [](std::string const& name, std::string const& points) {
    return "\t" + name + "\t1.00\t做好工作。\t产出指标\t数量指标\t" + name + "次数\t≥\t5\t次\t" + points
           + "\t\n";
  };
  std::string const cut = "\t\t\t\t\t\t产出指标\t质量指标\t满足率\t=\t100\n";
  Converted const below = targets(project("甲", "90") + project("乙", "90") + project("丙", "90")
                                  + project("丁", "90") + cut + project("戊", "80"));
  CHECK(below.the("row_reassigned").arguments == Texts{"满足率", "丁", "戊"});
  CHECK(below.row(4, 0)[Column::name] == "满足率");
  CHECK(below.row(4, 0)[Column::weight].empty());
  // Where the sums decide nothing it stays where it is printed.
  Converted const above = targets(project("甲", "90") + project("乙", "90") + project("丙", "90")
                                  + project("丁", "80") + cut + project("戊", "90"));
  CHECK(above.count("row_reassigned") == 0);
  CHECK(above.row(3, 1)[Column::name] == "满足率");
}

TEST_CASE("printed sums", "[forms]") {
  Converted const wrong = targets("700-某局部门\t\t20.00\t\t\t\t\t\t\t\t\t\n" + first);
  CHECK(wrong.the("total_differs").arguments == Texts{"20.00", "10", "initial_budget"});
  Converted const right = targets("700-某局部门\t\t10.00\t\t\t\t\t\t\t\t\t\n" + first);
  CHECK(right.the("total_agrees").arguments == Texts{"10.00", "initial_budget"});
}

TEST_CASE("titles without a name, reports, and neither", "[forms]") {
  std::string const table = "实施单位\t某局\t\n一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n"
                            "完成指标\t数量指标\t培训次数\t5次\t5次\n";
  Converted const nameless = convert_text("附件2\n项目绩效目标自评表\n" + table);
  CHECK(nameless.the("project_name_lost").arguments == Texts{"项目绩效目标自评表"});
  CHECK(nameless.row(0, 0)[Column::project].empty());
  Converted const two_lines = convert_text("甲乙丙运行费\n\n项目绩效目标自评表\n" + table);
  CHECK(two_lines.row(0, 0)[Column::project] == "甲乙丙运行费");
  Converted const report = convert_text("甲乙丙运行费2022年绩效评价报告\n项目按计划实施。\n" + table);
  CHECK(report.row(0, 0)[Column::project] == "甲乙丙运行费");
  CHECK(report.row(0, 0)[Column::year] == "2022");
  CHECK(report.the("project_from_report").where.row == 1);
}

TEST_CASE("labels and values in one cell, units in amounts", "[forms]") {
  Converted const converted = convert_text(
      "甲项目绩效目标自评表\n实施单位：某局\t主管部门：700-某委\n"
      "项目预算执行情况（万元）\t预算数：\t100万\t执行数：\t5000元\n"
      "一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n完成指标\t数量指标\t培训次数\t5次\t5次\n");
  model::RawRow const& row = converted.row(0, 0);
  CHECK(row[Column::unit] == "某局");
  CHECK(row[Column::unit_code].empty()); // 700 is the department's
  CHECK(row[Column::supervising_department] == "某委");
  CHECK(row[Column::initial_budget] == "100");
  CHECK(row[Column::executed] == "5000");
  model::Header const& header = *converted.conversion.projects[0].raw.header;
  CHECK(header.units[static_cast<std::size_t>(Column::initial_budget)] == "万元");
  CHECK(header.units[static_cast<std::size_t>(Column::executed)] == "元");
}

TEST_CASE("a text above the rows that belongs to no label is said", "[forms]") {
  Converted const converted =
      answers("\t完成指标\t数量指标\t培训次数\t5次\t5次\n", "实施单位\t某局\t不知何物\n");
  CHECK(converted.the("head_cell_undecided").arguments == Texts{"不知何物"});
  test::check_account(converted);
}

TEST_CASE("tables of no known form are listed, with the nearest", "[forms]") {
  Converted const odd = convert_text("一级指标\t二级指标\t三级指标\t得分\n产出指标\t数量指标\t培训次数\t5\n");
  CHECK(odd.the("form_unknown").arguments[0] == "一级指标 | 二级指标 | 三级指标 | 得分");
  Converted const headless = convert_text("一级指标\t二级指标\t指标性质\t指标值\n产出指标\t数量指标\t≥\t5\n");
  CHECK(headless.count("table_like_a_form") == 1);
  CHECK(headless.the("document_without_form").severity == diagnostic::Severity::error);
  Converted const other = convert_text("姓名\t电话\n张三\t1\n李四\t2\n");
  CHECK(other.the("table_not_understood").arguments == Texts{"姓名 | 电话 | 张三 | 1 | 李四 | 2", "3"});
  CHECK(convert_text("没有表。\n").count("document_without_form") == 1);
  for (Converted const* each : {&odd, &headless, &other}) {
    test::check_account(*each);
  }
}

TEST_CASE("page marks and headers repeated inside a table", "[forms]") {
  std::string const header = "单位名称\t项目名称\t预算数\t年度目标\t一级指标\t二级指标\t三级指标\t指标性质\t"
                             "指标值\t度量单位\t权重\t指标方向性\n";
  Converted const converted =
      targets(first + "- 12 -\n\n" + header + "\t\t\t\t效益指标\t社会效益指标\t覆盖率\t≥\t90\t%\t40\t\n");
  REQUIRE(converted.conversion.projects.size() == 1);
  CHECK(converted.rows() == 2);
  CHECK(converted.count("header_repeated") == 1);
  test::check_account(converted);
}

TEST_CASE("a table with title and header on every page is one", "[forms]") {
  std::string const title = "部门预算项目绩效目标表（2023年度）\n";
  std::string const header = "单位名称\t项目名称\t预算数\t年度目标\t一级指标\t二级指标\t三级指标\t指标性质\t"
                             "指标值\t度量单位\t权重\t指标方向性\n";
  Converted const converted =
      targets(first + title + header + "\t\t\t\t效益指标\t社会效益指标\t覆盖率\t≥\t90\t%\t40\t\n"
              + "\t乙项目\t2.00\t做好工作。\t产出指标\t数量指标\t检查次数\t≥\t5\t次\t90\t\n");
  REQUIRE(converted.conversion.projects.size() == 2);
  CHECK(converted.row(0, 1)[Column::project] == "甲项目");
  CHECK(converted.row(1, 0)[Column::unit] == "某局");
  CHECK(converted.count("project_name_lost") == 0);
  test::check_account(converted);
}

TEST_CASE("cells that blanks alone kept apart", "[forms]") {
  // Known words, numbers and signs come apart.
  Converted const converted =
      answers("\t产出指标   数量指标\t\t培训次数\t≥5次   6次\n", "实施单位    某局\n");
  REQUIRE(converted.rows() == 1);
  CHECK(converted.row(0, 0)[Column::level1] == "产出指标");
  CHECK(converted.row(0, 0)[Column::level2] == "数量指标");
  CHECK(converted.row(0, 0)[Column::target] == "≥5次");
  CHECK(converted.row(0, 0)[Column::actual] == "6次");
  // Prose does not: it stays one cell, and that is said.
  Converted const prose = answers("\t产出指标\t数量指标\t培训\t开展各类培训   完成培训\n");
  CHECK(prose.the("cells_glued").where.row == 6);
  CHECK(prose.row(0, 0)[Column::target] == "开展各类培训   完成培训");
}

TEST_CASE("facts in lines of text between title and table", "[forms]") {
  Converted const text = convert_text(
      "项目支出绩效自评表\n（2022年度）\n项目名称：甲项目\n填报单位（盖章）：某局\n"
      "一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n完成指标\t数量指标\t培训次数\t5次\t5次\n");
  CHECK(text.row(0, 0)[Column::project] == "甲项目");
  CHECK(text.row(0, 0)[Column::unit] == "某局");
  CHECK(text.row(0, 0)[Column::year] == "2022");
  test::check_account(text);
  // The same in a document whose tables are parts of their own.
  model::Document document = test::grid_document("tests/data/forms/department-targets.grid.csv");
  document.parts.front().lines.erase(document.parts.front().lines.begin(),
                                     document.parts.front().lines.begin() + 9);
  document.parts.insert(document.parts.begin(), {"",
                                                 0,
                                                 model::DocumentLayout::text,
                                                 {{1, {{"部门整体支出绩效目标表（2023年度）", 0, 1, 1}}},
                                                  {2, {{"部门名称：某市民政局", 0, 1, 1}}}}});
  Converted const parts = test::convert_document(document);
  CHECK(parts.row(0, 0)[Column::unit] == "某市民政局");
  CHECK(parts.row(0, 0)[Column::year] == "2023");
  CHECK(parts.conversion.tables[0].first_line == 10);
  test::check_account(parts);
}

TEST_CASE("a line break inside a number: one number or two", "[forms]") {
  struct Case {
    std::string target;
    bool broken;
  };
  for (Case const& each :
       {Case{"≥1\n200株", true}, Case{"1 \n 200", true}, Case{"5次\n10次", false},
        Case{"培训5\n2.会议3次", false}, Case{"甲5\n2、乙3", false}, Case{"≥1200\n株", false}}) {
    model::Document document =
        test::document_of({{"一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值"},
                           {"产出指标", "数量指标", "补植苗木", each.target, "1180株"}});
    INFO(each.target);
    Converted const converted = test::convert_document(document);
    REQUIRE(converted.rows() == 1);
    CHECK(converted.count("number_broken") == (each.broken ? 1 : 0));
    CHECK((converted.row(0, 0)[Column::target] == model::unreadable_cell) == each.broken);
    CHECK(converted.row(0, 0)[Column::actual] == "1180株");
    test::check_account(converted);
  }
}

TEST_CASE("pieces without end are joined in proportion, up to a limit", "[forms]") {
  std::string text = "项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\n"
                     "产出指标\t数量指标\t次数\t目标\t完成\n";
  for (int i = 0; i < 20'000; ++i) {
    text += "\n\t\t\t接着写很长的目标文字\n";
  }
  Converted const converted = convert_text(text);
  REQUIRE(converted.rows() == 1);
  CHECK(converted.row(0, 0)[Column::target].size() <= 1u << 16);
  CHECK(converted.the("cell_too_long_to_join").arguments[2] == "65536");
  test::check_account(converted);
}
