// What stands above the rows: every fact is the value of its own label, in the unit of its own label, or
// blank.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

/// Lines with `|` between cells; `<` continues the cell to the left and `^` the one above.
model::Document grid(std::string const& text) {
  return test::document_of(test::cells_of(text));
}

/// A self-evaluation of nine columns with these lines between title and header.
Converted with_block(std::string const& block, std::string const& below = {}) {
  return test::convert_document(
      grid("项目支出绩效自评表|<|<|<|<|<|<|<|<\n" + block
           + "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因\n"
             "^|产出指标|数量指标|养护面积|≥50万平方米|52万平方米|90|90|\n"
           + below));
}

struct Case {
  std::string block;
  Column column;
  std::string text, unit;
};

} // namespace

TEST_CASE("a fact is what stands at the place its label says", "[forms]") {
  std::string const heads = "项目资金（万元）|<||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n";
  std::vector<Case> const cases{
      // Two units in one block.
      {"年初预算数（元）|<|4000000|全年执行数（万元）|<|370|执行率|<|92.5%\n", Column::initial_budget,
       "4000000", "元"},
      {"年初预算数（元）|<|4000000|全年执行数（万元）|<|370|执行率|<|92.5%\n", Column::executed, "370",
       "万元"},
      {"项目资金（元）|<|预算数|1000|执行数（万元）|0.1|||\n", Column::initial_budget, "1000", "元"},
      {"项目资金（元）|<|预算数|1000|执行数|0.1万元|||\n", Column::executed, "0.1", "万元"},
      {"金额单位：万元|<|<|<|<|<|<|<|<\n年初预算数（元）|<|4000000|全年执行数|<|370|||\n", Column::executed,
       "370", "万元"},
      // A value that is missing is not the next label.
      {"主管部门|<||<|<|<|建设地点|城东新区|<\n", Column::supervising_department, "", ""},
      {"主管部门|<|某市城管局|<|<|<|资金用途|业务类|<\n", Column::unit, "", ""},
      {"实施单位|<||<|<|<|某种属性|新建|<\n", Column::unit, "", ""},
      {"实施单位|<|某种属性|<|<|<|新建|<|<\n", Column::unit, "", ""},
      {heads + "^|年度资金总额|<|300.00||270.10|10|96.29%|9.6\n", Column::adjusted_budget, "", ""},
      // Sums by any name; parts are none.
      {heads + "^|合计|<|300|280|270|10|96%|9.6\n^|一般公共预算|<|200|180|170|—|—|—\n",
       Column::initial_budget, "300", "万元"},
      {heads
           + "^|财政拨款|<|200|180|170|10|96%|9.6\n^|其他资金|<|100|100|100|—|—|—\n^|合计|<|300|280|270|—|—|"
             "—\n",
       Column::executed, "270", "万元"},
      {heads + "^|财政拨款|<|200|180|170|10|96%|9.6\n^|其他资金|<|100|100|100|—|—|—\n",
       Column::initial_budget, "", ""},
      {heads + "^|合计|<|300|280|270|10|96%|9.6\n^|总计|<|301|280|270|—|—|—\n", Column::initial_budget, "",
       ""},
      {heads + "^|某某资金|<|300|280|270|—|—|—\n", Column::initial_budget, "", ""},
      // Years of other things.
      {"立项时间|2019年3月|<|<|<|填表时间|2024年2月|<|<\n", Column::year, "", ""},
      {"立项年份|2019年|<|<|<|<|<|<|<\n", Column::year, "", ""},
      {"年度|2023年|<|<|<|<|<|<|<\n", Column::year, "2023", ""},
      {"（2023年度）|<|<|<|<|<|<|<|<\n", Column::year, "2023", ""},
      {"（二〇二三年度）|<|<|<|<|<|<|<|<\n", Column::year, "2023", ""},
      {"二○二三年|<|<|<|<|<|<|<|<\n", Column::year, "2023", ""},
      {"一二三年度|<|<|<|<|<|<|<|<\n", Column::year, "", ""},
      {"项目资金（万元）|<|预算数|￥1000|执行数|-0.1|||\n", Column::initial_budget, "￥1000", "万元"},
      {"项目资金（万元）|<|预算数|￥1000|执行数|-0.1|||\n", Column::executed, "-0.1", "万元"},
      {"2021年以来绿化工作稳步推进|<|<|<|<|<|<|<|<\n", Column::year, "", ""},
      // Codes of the department in charge are not the unit's.
      {"主管部门及代码|<|302-某市城管局|<|<|<|实施单位|某市园林所|<\n", Column::unit_code, "", ""},
      {"主管部门及代码|<|302-某市城管局|<|<|<|实施单位|某市园林所|<\n", Column::supervising_department,
       "某市城管局", ""},
      {"主管部门及代码|<|302|<|<|<|实施单位|某市园林所|<\n", Column::unit_code, "", ""},
      {"预算单位|<|100001-某市园林所|<|<|<|<|<|<\n", Column::unit_code, "100001", ""},
      {"预算单位|<|100001-某市园林所|<|<|<|<|<|<\n", Column::unit, "某市园林所", ""},
  };
  for (Case const& each : cases) {
    INFO(each.block << model::name(each.column));
    Converted const converted = with_block(each.block);
    REQUIRE(converted.rows() == 1);
    CHECK(converted.row(0, 0)[each.column] == each.text);
    auto const index = static_cast<std::size_t>(each.column);
    CHECK((each.unit.empty() || converted.conversion.projects[0].raw.header->units[index] == each.unit));
    test::check_account(converted);
  }
}

TEST_CASE("a label whose value is missing is named", "[forms]") {
  Converted const blank = with_block("主管部门|<||<|<|<|建设地点|城东新区|<\n");
  CHECK(blank.the("label_without_value").arguments == Texts{"主管部门"});
  Converted const unknown = with_block("主管部门|<|某局|<|<|<|某种属性|业务类|<\n");
  CHECK(unknown.count("head_cell_undecided") == 2);
  Converted const differ =
      with_block("项目资金（万元）|<||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
                 "^|合计|<|300|280|270|10|96%|9.6\n^|总计|<|301|280|270|—|—|—\n");
  CHECK(differ.the("amounts_contradict").arguments == Texts{"initial_budget", "300", "301"});
  Converted const shared = with_block("资金总额（万元）|<|300|<|<|<|执行数|270.1|<\n");
  CHECK(shared.the("money_unit_shared").arguments == Texts{"executed", "万元"});
}

TEST_CASE("what the block prints of the execution is kept with its places", "[forms]") {
  Converted const converted =
      with_block("项目资金（万元）|<||全年预算数|全年执行数|分值|执行率|得分|原因\n"
                 "^|合计|<|280|270|10|96.29%|9.6|验收推迟\n^|财政拨款|<|280|270|—|—|—|\n");
  REQUIRE(converted.conversion.projects.size() == 1);
  REQUIRE(converted.conversion.projects[0].raw.above);
  model::PrintedAbove const& above = *converted.conversion.projects[0].raw.above;
  auto const at = [](model::PrintedText const& printed) {
    return printed.text + " @" + std::to_string(printed.place.column);
  };
  CHECK(at(above.execution_points) == "10 @6");
  CHECK(at(above.execution_rate) == "96.29% @7");
  CHECK(at(above.execution_claimed) == "9.6 @8");
  CHECK(at(above.execution_reason) == "验收推迟 @9");
  auto const place = [&above](Column column) { return above.places[static_cast<std::size_t>(column)]; };
  CHECK(place(Column::adjusted_budget).column == 4);
  CHECK(place(Column::executed).row == above.execution_rate.place.row);
  CHECK(place(Column::name).row == 0);
}

TEST_CASE("a printed sum is held against the rows with the execution", "[forms]") {
  std::string const block = "项目资金（万元）|<||全年预算数|全年执行数|分值|执行率|得分\n"
                            "^|合计|<|280|270|10|96.29%|9.6\n";
  CHECK(with_block(block, "总分|<|<|<|<|<|100|99.6|\n").count("total_agrees_with_execution") == 2);
  Converted const other = with_block(block, "总分|<|<|<|<|<|100|95|\n");
  CHECK(other.the("total_differs_with_execution").arguments == Texts{"95", "99.6", "claimed", "9.6"});
  CHECK(with_block("", "总分|<|<|<|<|<|90|80|\n").the("total_differs").arguments
        == Texts{"80", "90", "claimed"});
}

TEST_CASE("the goal of the year, not that of several years", "[forms]") {
  Converted const converted = with_block("总体目标|实施期目标（2024年—2026年）|<|<|<|年度目标|<|<|<\n"
                                         "^|三年建成50个图书角。|<|<|<|本年建成12个。|<|<|<\n");
  CHECK(converted.conversion.projects[0].goal == "本年建成12个。");
}

TEST_CASE("amounts of a line that has drifted are left open", "[forms]") {
  Converted const converted =
      test::convert_text("项目支出绩效自评表\n（2023年度）\n"
                         "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
                         "年度资金总额\t280.50\t270.10\t10\t96.29%\t9.6\n"
                         "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
                         "\t产出指标\t数量指标\t养护面积\t≥50万平方米\t52万平方米\t90\t90\n");
  for (Column const column : {Column::initial_budget, Column::adjusted_budget, Column::executed}) {
    CHECK(converted.row(0, 0)[column].empty());
  }
  CHECK(converted.count("head_cell_undecided") == 5);
  CHECK(converted.count("label_without_value") == 3);
}

TEST_CASE("amounts below heads that are not known are nobody's", "[forms]") {
  std::string const amounts = "||年度资金总额|999.00|280.50|270.10|10|96.29%|9.6\n";
  Converted const converted =
      with_block("项目资金（万元）|<||2022年预算数|2023年预算数|2023年执行数|分值|执行率|得分\n" + amounts);
  CHECK(converted.row(0, 0)[Column::initial_budget].empty());
  CHECK(converted.row(0, 0)[Column::executed].empty());
  CHECK(converted.count("head_cell_undecided") >= 6);
  test::check_account(converted);
  Converted const known =
      with_block("项目资金（万元）|<||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n" + amounts);
  CHECK(known.row(0, 0)[Column::initial_budget] == "999.00");
  CHECK(known.row(0, 0)[Column::executed] == "270.10");
}

TEST_CASE("one cell a line: heads first, then their values", "[forms]") {
  std::string const rows =
      "一级指标\n\n二级指标\n\n三级指标\n\n年度指标值\n\n实际完成值\n\n产出指标\n\n数量指标\n\n"
      "面积\n\n≥50公顷\n\n30公顷\n\n满意度指标\n\n满意度\n\n居民满意\n\n≥90%\n\n88%\n";
  Converted const goals =
      test::convert_text("2023年度绿化项目支出绩效自评表\n\n实施单位\n\n某所\n\n年度总体目标\n\n预期目标\n\n"
                         "实际完成情况\n\n绿化五十公顷。\n\n只完成三十公顷。\n\n"
                         + rows);
  CHECK(goals.conversion.projects[0].goal == "绿化五十公顷。");
  CHECK(goals.conversion.projects[0].goal_actual == "只完成三十公顷。");
  Converted const one =
      test::convert_text("2023年度绿化项目支出绩效自评表\n\n实施单位\n\n某所\n\n年度总体目标\n\n预期目标\n\n"
                         "实际完成情况\n\n绿化五十公顷。\n\n"
                         + rows);
  CHECK(one.conversion.projects[0].goal.empty());
  CHECK(one.conversion.projects[0].goal_actual.empty());
  CHECK(one.the("head_cell_undecided").arguments == Texts{"绿化五十公顷。"});
  Converted const money = test::convert_text("2023年度绿化项目支出绩效自评表\n\n项目资金（万元）\n\n年初预算"
                                             "数\n\n全年预算数\n\n全年执行数\n\n分值\n\n"
                                             "执行率\n\n得分\n\n年度资金总额\n\n300\n\n280.5\n\n270."
                                             "1\n\n10\n\n96.29%\n\n9.6\n\n其中：财政拨款\n\n1\n\n"
                                             + rows);
  CHECK(money.row(0, 0)[Column::executed] == "270.1");
  CHECK(money.count("head_cell_undecided") == 0);
  auto const& account = money.conversion.account;
  CHECK(std::none_of(account.begin(), account.end(),
                     [](auto const& entry) { return entry.use == ingest::forms::CellUse::page_mark; }));
}

TEST_CASE("years of titles above a table, not of sentences", "[forms]") {
  std::string const table = "实施单位\t某局\t\n一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n"
                            "完成指标\t数量指标\t培训次数\t5次\t5次\n";
  Converted const prose = test::convert_text("该项目于2019年立项。\n甲项目绩效目标自评表\n" + table);
  CHECK(prose.row(0, 0)[Column::year].empty());
  Converted const title = test::convert_text("2021年部门预算项目自评\n甲项目绩效目标自评表\n" + table);
  CHECK(title.row(0, 0)[Column::year] == "2021");
  CHECK(title.the("year_from_line").arguments == Texts{"2021", "2021年部门预算项目自评"});
}

TEST_CASE("a caption says several things in one line", "[forms]") {
  struct Case {
    std::string caption, unit, year, money;
  };
  for (Case const& each : std::vector<Case>{
           {"填报单位：某市园林所     2023年度     单位：万元", "某市园林所", "2023", "万元"},
           {"填报单位：某市园林所 2023年度 单位：万元", "某市园林所", "2023", "万元"},
           {"（2023年度）　　　单位：元", "", "2023", "元"},
           {"填报单位（盖章）：某市 园林所\t填报日期：2024年3月1日\t金额单位：元", "某市 园林所", "", "元"},
           {"2023年度 单位：万元 编制单位：某市园林所", "", "", ""},
       }) {
    INFO(each.caption);
    for (bool const in_grid : {false, true}) {
      INFO(in_grid);
      bool const tabbed = each.caption.find('\t') != std::string::npos;
      if (in_grid && tabbed) {
        continue; // a cell holds no tabs
      }
      model::Document document = grid("项目支出绩效自评表|<|<|<|<|<|<\n" + each.caption
                                      + "|<|<|<|<|<|<\n项目名称|<|城区绿化|预算数|300|执行数|270\n"
                                        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
                                        "产出指标|数量指标|养护面积|≥50|52|90|90");
      if (!in_grid) {
        std::vector<model::DocumentLine>& lines = document.parts.front().lines;
        model::DocumentPart text{"", 0, model::DocumentLayout::text, {lines[0]}};
        model::DocumentLine caption{2, {}};
        std::string piece;
        for (char const c : each.caption + "\t") {
          if (c == '\t') {
            caption.cells.push_back({piece, static_cast<std::uint32_t>(caption.cells.size()), 1, 1});
            piece.clear();
          } else {
            piece += c;
          }
        }
        text.lines.push_back(caption);
        lines.erase(lines.begin(), lines.begin() + 2);
        document.parts.insert(document.parts.begin(), text);
      }
      Converted const converted = test::convert_document(document);
      REQUIRE(converted.rows() == 1);
      model::RawRow const& row = converted.row(0, 0);
      CHECK(row[Column::project] == "城区绿化");
      CHECK(row[Column::unit] == each.unit);
      CHECK(row[Column::year] == each.year);
      CHECK(converted.count("year_not_found") == (each.year.empty() ? 1U : 0U));
      auto const initial = static_cast<std::size_t>(Column::initial_budget);
      CHECK(converted.conversion.projects[0].raw.header->units[initial] == each.money);
      test::check_account(converted);
    }
  }
}

TEST_CASE("project, budget and goal in tables of their own", "[forms]") {
  std::string const project = "项目名称|城区绿化|<|<\n主管部门|某市城管局|实施单位|某市园林所";
  std::string const funds = "项目资金（万元）|预算数|执行数\n年度资金总额|300|270.1";
  std::string const goal = "年度总体目标|预期目标|实际完成情况\n^|完成全年绿化。|已完成。";
  std::string const rows = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
                           "产出指标|数量指标|养护面积|≥50|52|90|90\n总分|<|<|<|<|90|90";
  auto const document = [](std::vector<std::string> const& parts) {
    model::Document result;
    for (std::string const& part : parts) {
      if (part.find('|') != std::string::npos) {
        result.parts.push_back(grid(part).parts.front());
      } else {
        result.parts.push_back({"", 0, model::DocumentLayout::text, {{1, {{part, 0, 1, 1}}}}});
      }
    }
    return result;
  };
  std::string const title = "2023年度项目支出绩效自评表";
  struct Case {
    std::vector<std::string> parts;
    bool goal;
  };
  for (Case const& each :
       std::vector<Case>{{{title, project, funds, goal, rows}, true},
                         {{title, project, funds, "二、绩效指标完成情况", rows}, false},
                         {{title, project, "（续表）", funds, "（续表）", rows}, false},
                         {{title, project, funds, "年度目标：完成全年绿化。", rows}, true},
                         {{title, rows, project, funds}, false},
                         {{title, rows, "一、项目基本情况", project, funds, goal}, true}}) {
    INFO(each.parts[1] << each.parts[3]);
    Converted const converted = test::convert_document(document(each.parts));
    REQUIRE(converted.rows() == 1);
    model::RawRow const& row = converted.row(0, 0);
    CHECK(row[Column::project] == "城区绿化");
    CHECK(row[Column::supervising_department] == "某市城管局");
    CHECK(row[Column::unit] == "某市园林所");
    CHECK(row[Column::year] == "2023");
    CHECK(row[Column::initial_budget] == "300");
    CHECK(row[Column::executed] == "270.1");
    CHECK(converted.conversion.projects[0].goal == (each.goal ? "完成全年绿化。" : ""));
    CHECK(converted.conversion.tables.size() == 1);
    test::check_account(converted);
  }
  std::string const other = "品名|数量\n甲|123";
  for (std::vector<std::string> const& parts :
       std::vector<std::vector<std::string>>{{title, project, "路灯维护的情况如下。", rows},
                                             {title, project, "路灯维护项目支出绩效自评表", rows},
                                             {title, project, other, rows},
                                             {title, project, project, rows}}) {
    INFO(parts[2]);
    Converted const converted = test::convert_document(document(parts));
    REQUIRE(converted.rows() == 1);
    CHECK(converted.the("facts_without_rows").severity == diagnostic::Severity::warning);
    test::check_account(converted);
  }
}

TEST_CASE("a name beside its label is its own with the unit of money behind it", "[forms]") {
  std::string const rows = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
                           "产出指标\t数量指标\t面积\t≥50亩\t52亩\t90\t90\n";
  Converted const beside =
      test::convert_text("2023年项目支出绩效自评表\n项目名称\t\t绿化养护\t\t\t单位：元\t\n" + rows);
  CHECK(beside.row(0, 0)[Column::project] == "绿化养护");
  CHECK(beside.row(0, 0)[Column::unit].empty());
  // Where the project has no name, no other name is taken for that of the unit.
  Converted const open =
      test::convert_text("2023年项目支出绩效自评表\n项目名称\t\t绿化养护\t\t\t某事\t\n" + rows);
  CHECK(open.row(0, 0)[Column::unit].empty());
  CHECK(open.count("project_name_lost") == 1);
  CHECK(open.count("head_cell_undecided") == 2);
  test::check_account(open);
}
