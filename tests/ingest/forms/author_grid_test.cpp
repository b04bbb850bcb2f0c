// Tables as authors type them into cells: what stands below a head belongs to it, whatever it holds.
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

std::string const national_head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因\n";

/// The national self-evaluation with these rows.
Converted national(std::string const& rows) {
  return test::convert_document(test::document_of(
      test::cells_of("2023年度项目支出绩效自评表|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<|<\n"
                     + national_head + rows)));
}

/// The Sichuan form, relation, value and unit apart, with these rows.
Converted split(std::string const& rows) {
  return test::convert_document(test::document_of(test::cells_of(
      "部门预算项目支出绩效自评表（2023年度）|<|<|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|<|<|<|<|<|<\n"
      "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析\n"
      + rows)));
}

Texts fields(Converted const& converted, std::size_t row) {
  model::RawRow const& of = converted.row(0, row);
  return {
      std::string(of[Column::level1]),   std::string(of[Column::level2]), std::string(of[Column::name]),
      std::string(of[Column::relation]), std::string(of[Column::target]), std::string(of[Column::measure]),
      std::string(of[Column::actual]),   std::string(of[Column::weight]), std::string(of[Column::claimed])};
}

} // namespace

TEST_CASE("whatever a cell holds, it stays below its head", "[forms]") {
  struct Case {
    std::string row;
    Texts fields;
  };
  for (Case const& each : std::vector<Case>{
           {"产出指标|数量指标|补植苗木|≥1200株|1180株|20分|19.7分|缺苗",
            {"产出指标", "数量指标", "补植苗木", "", "≥1200株", "", "1180株", "20分", "19.7分"}},
           {"产出指标|数量指标|补植苗木|≥1200株|1180株|20%|—|",
            {"产出指标", "数量指标", "补植苗木", "", "≥1200株", "", "1180株", "20%", "—"}},
           {"产出指标|数量指标|补植苗木|≥1200株|1180株|/|未评|",
            {"产出指标", "数量指标", "补植苗木", "", "≥1200株", "", "1180株", "/", "未评"}},
           {"产出指标|过程|进度|≥5|6|30|30|", {"产出指标", "过程", "进度", "", "≥5", "", "6", "30", "30"}},
           {"产出指标|数量指标||≥5|6|30|30|", {"产出指标", "数量指标", "", "", "≥5", "", "6", "30", "30"}},
           {"产出指标|时效指标|及时率|数量指标|质量指标|5|5|",
            {"产出指标", "时效指标", "及时率", "", "数量指标", "", "质量指标", "5", "5"}},
       }) {
    INFO(each.row);
    Converted const converted = national(each.row + "\n满意度指标|满意度|群众满意度|≥90%|91%|10|10|");
    REQUIRE(converted.rows() == 2);
    CHECK(fields(converted, 0) == each.fields);
    CHECK(converted.count("row_slipped") == 0);
    CHECK(converted.count("cell_undecided") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("a blank cell does not take its neighbour", "[forms]") {
  Converted const converted = split("产出指标|质量指标|归档规范性|定性|||规范|10|8|\n"
                                    "产出指标|数量指标|检查|≥|||210|10|8|\n"
                                    "产出指标|数量指标||≥|5|个|6|10|8|\n");
  REQUIRE(converted.rows() == 3);
  CHECK(fields(converted, 0)
        == Texts{"产出指标", "质量指标", "归档规范性", "定性", "", "", "规范", "10", "8"});
  CHECK(fields(converted, 1) == Texts{"产出指标", "数量指标", "检查", "≥", "", "", "210", "10", "8"});
  CHECK(fields(converted, 2) == Texts{"产出指标", "数量指标", "", "≥", "5", "个", "6", "10", "8"});
}

TEST_CASE("a row that lost a cell is put back, and that is said", "[forms]") {
  Converted const converted =
      national("产出指标|数量指标|面积|≥5亩|6亩|20|20|\n服务对象满意度指标|居民满意度|≥90%|88%|10|9.7||");
  REQUIRE(converted.rows() == 2);
  CHECK(fields(converted, 1)
        == Texts{"满意度指标", "服务对象满意度指标", "居民满意度", "", "≥90%", "", "88%", "10", "9.7"});
  CHECK(converted.the("row_slipped").severity == diagnostic::Severity::warning);
}

TEST_CASE("a cell across the levels is a name without levels", "[forms]") {
  Converted const converted = national("预算执行率（10分）|<|<|100%|96.29%|10|9.6|\n"
                                       "产出指标|数量指标|面积|≥5亩|6亩|90|90|");
  REQUIRE(converted.rows() == 2);
  CHECK(fields(converted, 0) == Texts{"", "", "预算执行率（10分）", "", "100%", "", "96.29%", "10", "9.6"});
  CHECK(fields(converted, 1) == Texts{"产出指标", "数量指标", "面积", "", "≥5亩", "", "6亩", "90", "90"});
}

TEST_CASE("merged cells say the same of each row, but points exist once", "[forms]") {
  Converted const converted = national("效益指标|生态效益指标|改善环境|持续改善|持续改善|40|38|\n"
                                       "^|^|^|减少扬尘10%|减少12%|^|^|");
  REQUIRE(converted.rows() == 2);
  CHECK(fields(converted, 1)
        == Texts{"效益指标", "生态效益指标", "改善环境", "", "减少扬尘10%", "", "减少12%", "", ""});
  CHECK(converted.row(0, 1).carried.test(static_cast<std::size_t>(Column::name)));
  CHECK(converted.the("merged_value_repeated").arguments == Texts{"改善环境"});
  CHECK(converted.count("merged_points_shared") == 2);
}

TEST_CASE("a header that divides its target below", "[forms]") {
  Converted const converted = test::convert_document(test::document_of(test::cells_of(
      "项目支出绩效自评表（2022年度）|<|<|<|<|<|<|<|<|<\n项目名称|<|饮水安全|<|<|<|<|<|<|<\n"
      "一级指标|二级指标|三级指标|年度指标值|<|<|实际完成值|分值|得分|偏差原因\n"
      "^|^|^|指标性质|指标值|度量单位|^|^|^|^\n"
      "效益指标|社会效益指标|受益人口|≥|8000|人|8100|30|30|\n其他需要说明事项|<|无|<|<|<|<|<|<|<\n"
      "总分|<|<|<|<|<|<|30|30|\n备注：1.涉密信息不公开。|<|<|<|<|<|<|<|<|<")));
  REQUIRE(converted.rows() == 1);
  CHECK(fields(converted, 0)
        == Texts{"效益指标", "社会效益指标", "受益人口", "≥", "8000", "人", "8100", "30", "30"});
  CHECK(converted.count("total_agrees") == 2);
  CHECK(converted.the("remark_passed_over").where.row == 6);
  test::check_account(converted);
}

TEST_CASE("a header of two lines whose heads are not merged", "[forms]") {
  std::string const above = "项目支出绩效自评表（2022年度）|||||||||\n项目名称||饮水安全|||||||\n";
  std::string const upper = "一级指标|二级指标|三级指标|年度指标值|||实际完成值|分值|得分|偏差原因\n";
  std::string const row = "效益指标|社会效益指标|受益人口|≥|8000|人|8100|30|30|\n";
  auto const with_tabs = [](std::string text) {
    std::replace(text.begin(), text.end(), '|', '\t');
    return text;
  };
  std::string const whole = above + upper + "|||指标性质|指标值|度量单位||||\n" + row;
  for (bool const text : {false, true}) {
    INFO(text);
    Converted const converted = text ? test::convert_text(with_tabs(whole))
                                     : test::convert_document(test::document_of(test::cells_of(whole)));
    REQUIRE(converted.rows() == 1);
    CHECK(fields(converted, 0)
          == Texts{"效益指标", "社会效益指标", "受益人口", "≥", "8000", "人", "8100", "30", "30"});
    CHECK(converted.row(0, 0)[Column::project] == "饮水安全");
    test::check_account(converted);
  }
  // Groups that are no words of a form stand above heads that are.
  Converted const groups = test::convert_document(test::document_of(test::cells_of(
      above
      + "某某体系|||某某情况||某某评定||偏差原因\n一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|"
        "得分|\n产出指标|数量指标|面积|≥5亩|6亩|90|89|缺苗")));
  REQUIRE(groups.rows() == 1);
  CHECK(fields(groups, 0) == Texts{"产出指标", "数量指标", "面积", "", "≥5亩", "", "6亩", "90", "89"});
  CHECK(groups.row(0, 0)[Column::deviation_reason] == "缺苗");
}

TEST_CASE("heads below a header that divide none of its columns are an error", "[forms]") {
  std::string const text = "项目支出绩效自评表（2022年度）\n项目名称\t饮水安全\n"
                           "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
                           "指标性质\t指标值\t度量单位\n"
                           "效益指标\t社会效益指标\t受益人口\t≥\t8000\t人\t8100\t30\t30\n";
  Converted const converted = test::convert_text(text);
  CHECK(converted.rows() == 0);
  CHECK(converted.the("heads_below_unplaced").arguments == Texts{"指标性质 | 指标值 | 度量单位"});
  CHECK(converted.the("heads_below_unplaced").severity == diagnostic::Severity::error);
  test::check_account(converted);
}

TEST_CASE("a table that was refused is said once", "[forms]") {
  Converted const converted = test::convert_document(test::document_of(test::cells_of(
      "项目支出绩效自评表（2022年度）|<|<|<|<|<\n项目名称|<|饮水安全|<|<|<\n"
      "一级指标|二级指标|三级指标|某某任务|某某成果|分值\n产出指标|数量指标|面积|≥5亩|6亩|90")));
  CHECK(converted.rows() == 0);
  CHECK(converted.count("form_unknown") == 1);
  CHECK(converted.count("table_like_a_form") == 0);
  test::check_account(converted);
}

TEST_CASE("a form without scores, and one without level 2", "[forms]") {
  std::string const above = "项目支出绩效自评表（2022年度）|<|<|<|<|<\n项目名称|<|饮水安全|<|<|<\n";
  Converted const unscored = test::convert_document(test::document_of(test::cells_of(
      above
      + "一级指标|二级指标|三级指标|计划完成值|全年完成情况|分值\n产出指标|数量指标|面积|≥5亩|6亩|90")));
  REQUIRE(unscored.rows() == 1);
  CHECK(fields(unscored, 0) == Texts{"产出指标", "数量指标", "面积", "", "≥5亩", "", "6亩", "90", ""});
  Converted const two = test::convert_document(test::document_of(test::cells_of(
      above + "一级指标|三级指标|全年目标值|实际完成数|满分值|自评分值\n产出指标|面积|≥5亩|6亩|90|89")));
  REQUIRE(two.rows() == 1);
  CHECK(fields(two, 0) == Texts{"产出指标", "", "面积", "", "≥5亩", "", "6亩", "90", "89"});
}

TEST_CASE("a line of goals above the header is no part of it", "[forms]") {
  Converted const converted = test::convert_document(test::document_of(
      test::cells_of("项目支出绩效自评表（2022年度）|||||||\n项目名称||饮水安全|||||\n年度目标|"
                     "全部完成|||实际完成情况|已完成||\n"
                     "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
                     "|产出指标|数量指标|面积|≥5亩|6亩|90|89")));
  REQUIRE(converted.rows() == 1);
  CHECK(fields(converted, 0) == Texts{"产出指标", "数量指标", "面积", "", "≥5亩", "", "6亩", "90", "89"});
  CHECK(converted.conversion.projects[0].goal == "全部完成");
  CHECK(converted.conversion.projects[0].goal_actual == "已完成");
}

TEST_CASE("who filled it in and notes are no indicators", "[forms]") {
  std::string const row = "产出指标|数量指标|面积|≥5亩|6亩|90|90|\n";
  for (std::string const footer :
       {"注：1.其他资金包括自有资金。|<|<|<|<|<|<|<", "备注：无|<|<|<|<|<|<|<",
        "填表人：王五||联系电话：028-1||填报日期：2024年3月|||", "说明|<|按保密规定不公开|<|<|<|<|<"}) {
    INFO(footer);
    Converted const converted = national(row + "总分|<|<|<|<|90|90|\n" + footer);
    CHECK(converted.rows() == 1);
    CHECK(converted.count("total_agrees") == 2);
    test::check_account(converted);
  }
  Converted const heading = national("本年度各项指标完成情况如下|<|<|<|<|<|<|<\n" + row);
  CHECK(heading.rows() == 1);
  CHECK(heading.the("remark_passed_over").where.row == 4);
}

TEST_CASE("an indicator may be called like a sum or a footer", "[forms]") {
  for (std::string const name : {"总分", "合计", "评价等级", "说明"}) {
    INFO(name);
    Converted const converted = national("产出指标|质量指标|成活率|≥95%|97%|50|50|\n^|^|" + name
                                         + "|≥90分|95分|10|10|\n总分|<|<|<|<|60|60|");
    REQUIRE(converted.rows() == 2);
    CHECK(fields(converted, 1) == Texts{"产出指标", "质量指标", name, "", "≥90分", "", "95分", "10", "10"});
    CHECK(converted.count("total_agrees") == 2);
    CHECK(converted.count("remark_passed_over") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("headings with points, numbers of columns and names of people are no indicators", "[forms]") {
  std::string const first = "产出指标|数量指标|面积|≥5亩|6亩|50|49|\n";
  std::string const second = "效益指标|社会效益指标|人数|≥5人|6人|40|40|\n";
  std::string const total = "总分|<|<|<|<|90|89|";
  for (std::string const line :
       {"（1）|（2）|（3）|（4）|（5）|（6）|（7）|（8）\n", "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)\n",
        "一、产出指标（50分）|<|<|<|<|50|49|\n", "（一）产出指标|||||50|49|\n",
        "产出指标（５０分）|||||50|49|\n", "填报人：|李四|联系电话：|123|<|<|<|<\n",
        "自评等级|优|<|<|<|<|<|<\n", "效益指标|本项目不涉及|<|<|<|<|<|<\n"}) {
    INFO(line);
    Converted const converted = national(line + first + second + total);
    CHECK(converted.rows() == 2);
    CHECK(converted.count("total_agrees") == 2);
    CHECK(converted.count("cell_undecided") == 0);
    CHECK(converted.count("remark_passed_over") == (line.find("8") == std::string::npos ? 1U : 0U));
    test::check_account(converted);
  }
  Converted const sums = national(first + "数量指标小计|<|<|<|<|50|49|\n产出小计|<|<|<|<|50|49|\n" + second
                                  + "指标得分合计|<|<|<|<|90|89|\n" + total);
  CHECK(sums.rows() == 2);
  CHECK(sums.count("total_agrees") == 8);
  // A level that goes on below is not lost with its remark.
  Converted const level =
      national(first + "效益指标|无|<|<|<|<|<|<\n^|社会效益指标|人数|≥5人|6人|40|40|\n" + total);
  REQUIRE(level.rows() == 3);
  CHECK(fields(level, 2)[0] == "效益指标");
  CHECK(level.count("name_covers_values") == 1);
}

TEST_CASE("a cell over two values is neither of them", "[forms]") {
  Converted const converted = national("产出指标|质量指标|成活率|≥95%|<|10|10|\n^|^|存活率|≥95%|97%|10|<|\n"
                                       "^|^|改善环境|<|持续改善|30|28|\n^|^|面积|≥5亩|6亩|40|40|");
  REQUIRE(converted.rows() == 4);
  std::string const left(model::unreadable_cell);
  CHECK(fields(converted, 0) == Texts{"产出指标", "质量指标", "成活率", "", left, "", left, "10", "10"});
  CHECK(fields(converted, 1) == Texts{"产出指标", "质量指标", "存活率", "", "≥95%", "", "97%", left, ""});
  CHECK(fields(converted, 2)
        == Texts{"产出指标", "质量指标", "改善环境", "", "", "", "持续改善", "30", "28"});
  CHECK(converted.count("cell_undecided") == 2);
  CHECK(converted.the("name_covers_values").arguments == Texts{"改善环境"});
  test::check_account(converted);
}

TEST_CASE("rows below a remark are read", "[forms]") {
  std::string const row = "产出指标|数量指标|面积|≥5亩|6亩|40|40|\n";
  for (std::string const remark : {"注：以下为效益指标。|<|<|<|<|<|<|<\n", "填表人：李四|||||||\n",
                                   "说明：见附件|<|<|<|<|<|<|<\n", "1|2|3|4|5|6|7|8\n"}) {
    INFO(remark);
    Converted const converted = national(
        remark + row + remark + "效益指标|社会效益指标|人数|≥5人|6人|50|50|\n" + "总分|<|<|<|<|90|90|");
    CHECK(converted.rows() == 2);
    CHECK(converted.count("total_agrees") == 2);
    test::check_account(converted);
  }
  CHECK(national("预算执行率：10分||||96%|10|9.6|\n" + row).rows() == 2);
  CHECK(national("产出小计|<|<|<|<|40|40|\n" + row).rows() == 1);
  CHECK(national("总分|<|<|<|<|90|90|").count("form_without_rows") == 1);
}

TEST_CASE("subtotals add up the rows since the sum before", "[forms]") {
  Converted const converted = national("产出指标|数量指标|面积|≥5亩|6亩|50分|49.7分|\n小计|<|<|<|<|50|49.7|\n"
                                       "效益指标|社会效益指标|人数|≥5人|6人|40|38|\n小计|<|<|<|<|40|39|\n"
                                       "总分|<|<|<|<|90|87.7|");
  CHECK(converted.rows() == 2);
  CHECK(converted.count("total_agrees") == 5);
  CHECK(converted.the("total_differs").arguments == Texts{"39", "38", "claimed"});
  CHECK(converted.the("total_differs").where.row == 7);
  Converted const words = national("产出指标|数量指标|面积|≥5亩|6亩|50|未评|\n总分|<|<|<|<|50|50|");
  CHECK(words.count("total_differs") == 0); // nobody knows what "not yet" adds
}

TEST_CASE("a table that was cut in two goes on in the next one", "[forms]") {
  std::string const title =
      "2023年度项目支出绩效自评表|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<|<\n";
  std::string const first = "产出指标|数量指标|面积|≥5亩|6亩|50|49|";
  std::string const rest = "产出指标|质量指标|合格率|≥95%|97%|40|40|\n总分|<|<|<|<|90|89|";
  struct Case {
    std::string second, mark;
  };
  for (Case const& each : std::vector<Case>{{rest, ""},
                                            {rest, "续表"},
                                            {rest, "续表１"},
                                            {rest, "（续上表）"},
                                            {national_head + rest, "续表"}}) {
    INFO(each.second << each.mark);
    model::Document document = test::document_of(test::cells_of(title + national_head + first));
    if (!each.mark.empty()) {
      document.parts.push_back({"", 0, model::DocumentLayout::text, {{1, {{each.mark, 0, 1, 1}}}}});
    }
    model::Document const second = test::document_of(test::cells_of(each.second));
    document.parts.push_back(second.parts.front());
    Converted const converted = test::convert_document(document);
    REQUIRE(converted.conversion.projects.size() == 1);
    REQUIRE(converted.rows() == 2);
    CHECK(fields(converted, 1) == Texts{"产出指标", "质量指标", "合格率", "", "≥95%", "", "97%", "40", "40"});
    CHECK(converted.count("rows_continued") == 1);
    CHECK(converted.count("total_agrees") == 2);
    test::check_account(converted);
  }
}

TEST_CASE("another project's table is not joined", "[forms]") {
  std::string const title =
      "2023年度项目支出绩效自评表|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<|<\n";
  std::string const rows =
      "产出指标|数量指标|面积|≥5亩|6亩|50|49|\n满意度指标|满意度|群众满意度|≥90%|91%|40|40|";
  for (std::string const name : {"#2", "表2", "p1"}) {
    INFO(name);
    model::Document document = test::document_of(test::cells_of(title + national_head + rows));
    model::Document second =
        test::document_of(test::cells_of(name == "#2" ? rows : rows.substr(rows.find('\n') + 1)));
    second.parts.front().name = name;
    second.parts.front().sheet = name != "#2";
    document.parts.push_back(second.parts.front());
    Converted const converted = test::convert_document(document);
    CHECK(converted.rows() == 2);
    CHECK(converted.count("rows_continued") == 0);
    CHECK(converted.count("rows_without_header") == 1);
    CHECK(converted.conversion.projects[0].raw.rows_left_out == (name == "#2" ? 2U : 1U));
  }
}

TEST_CASE("facts and indicators in two tables are one form", "[forms]") {
  model::Document document =
      test::document_of(test::cells_of("项目名称|甲项目|实施单位|某局\n资金总额（万元）|300|执行数|270"));
  model::Document const second =
      test::document_of(test::cells_of(national_head + "产出指标|数量指标|面积|≥5亩|6亩|90|90|"));
  document.parts.push_back(second.parts.front());
  Converted const converted = test::convert_document(document);
  REQUIRE(converted.rows() == 1);
  CHECK(converted.row(0, 0)[Column::project] == "甲项目");
  CHECK(converted.row(0, 0)[Column::unit] == "某局");
  CHECK(converted.row(0, 0)[Column::executed] == "270");
  CHECK(converted.conversion.tables.size() == 1);
  test::check_account(converted);
}

TEST_CASE("rows without a header that nothing leads to are an error", "[forms]") {
  model::Document document = test::document_of(
      test::cells_of("2023年度项目支出绩效自评表|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<|<\n"
                     + national_head + "产出指标|数量指标|面积|≥5亩|6亩|90|90|\n总分|<|<|<|<|90|90|"));
  document.parts.push_back({"", 0, model::DocumentLayout::text, {{1, {{"又一个项目", 0, 1, 1}}}}});
  document.parts.push_back(
      test::document_of(test::cells_of("产出指标|质量指标|合格率|≥95%|97%\n产出指标|数量指标|次数|≥5次|7次"))
          .parts.front());
  Converted const converted = test::convert_document(document);
  CHECK(converted.rows() == 1);
  CHECK(converted.the("rows_without_header").severity == diagnostic::Severity::error);
  test::check_account(converted);
}

TEST_CASE("heads that nobody knows are said, and no other form is taken for it", "[forms]") {
  Converted const converted = test::convert_document(test::document_of(
      test::cells_of("项目支出绩效自评表|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|<|<|<|<\n"
                     "一级指标|二级指标|三级指标|年度指标植|实际完成指标|分值|得分|偏差原因\n"
                     "产出指标|数量指标|面积|≥5亩|6亩|90|90|")));
  CHECK(converted.rows() == 0);
  CHECK(converted.count("form_unknown") == 1);
  CHECK(converted.the("heads_unknown").arguments == Texts{"年度指标植 | 实际完成指标"});
}
