// Tables that a document cuts, repeats or puts side by side: no row is lost, none goes to another project.
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

std::string const title = "2023年度项目支出绩效自评表|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<\n";
std::string const head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n";
std::string const rows =
    "产出指标|数量指标|面积|≥5亩|6亩|50|49\n效益指标|社会效益指标|受益人数|≥9人|9人|40|40";

Converted grid(std::string const& text) {
  return test::convert_document(test::document_of(test::cells_of(text)));
}

Texts fields(Converted const& converted, std::size_t project, std::size_t row) {
  model::RawRow const& of = converted.row(project, row);
  Texts texts;
  for (Column const each : {Column::name, Column::target, Column::actual, Column::weight, Column::claimed}) {
    texts.emplace_back(of[each]);
  }
  return texts;
}

Texts levels(Converted const& converted, std::size_t row) {
  model::RawRow const& of = converted.row(0, row);
  return {std::string(of[Column::level1]), std::string(of[Column::level2])};
}

} // namespace

TEST_CASE("rows apart from their table are an error, be it one", "[forms]") {
  struct Case {
    std::string apart;
    std::uint32_t left_out;
  };
  for (Case const& each : std::vector<Case>{
           {"满意度指标|服务对象满意度指标|居民满意度|≥90%|80%|10|8", 1},
           {"|服务对象满意度指标|居民满意度|高|较高|10|8", 1},
           {"满意度指标|服务对象满意度指标|居民满意度|≥90%|80%|5|4\n^|^|商户满意度|≥90%|80%|5|4", 2},
           {"单位|联系人|电话", 0},
           {"一级指标权重说明|产出指标|50", 0},
       }) {
    INFO(each.apart);
    model::Document document = test::document_of(test::cells_of(title + head + rows));
    document.parts.push_back({"", 0, model::DocumentLayout::text, {{1, {{"续上页的说明", 0, 1, 1}}}}});
    document.parts.push_back(test::document_of(test::cells_of(each.apart)).parts.front());
    Converted const converted = test::convert_document(document);
    CHECK(converted.rows() == 2);
    CHECK(converted.count("rows_without_header") == (each.left_out == 0 ? 0 : 1));
    CHECK(converted.conversion.projects[0].raw.rows_left_out == each.left_out);
    test::check_account(converted);
  }
}

TEST_CASE("the unit of measure is no unit that does the work", "[forms]") {
  std::string const above = "项目支出绩效自评表|<|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<|<|<\n";
  Converted const converted = grid(above
                                   + "一级指标|二级指标|三级指标|指标性质|指标值|单位|实际完成值|分值|得分\n"
                                     "产出指标|数量指标|面积|≥|50|万平方米|52|50|49\n"
                                     "产出指标|质量指标|合格率|≥|95|%|97|40|40");
  REQUIRE(converted.rows() == 2);
  CHECK(converted.row(0, 0)[Column::unit] == "某局");
  CHECK(converted.row(0, 0)[Column::measure] == "万平方米");
  CHECK(converted.row(0, 1)[Column::measure] == "%");
  Converted const twice = grid(above
                               + "一级指标|二级指标|三级指标|年初目标值|<|实际完成值|<|分值|得分\n"
                                 "^|^|^|目标值|单位|完成值|单位|^|^\n"
                                 "产出指标|数量指标|面积|≥50|万平方米|52|万平方米|50|49\n");
  REQUIRE(twice.rows() == 1);
  CHECK(fields(twice, 0, 0) == Texts{"面积", "≥50", "52", "50", "49"});
  CHECK(twice.row(0, 0)[Column::measure] == "万平方米");
  CHECK(twice.row(0, 0)[Column::project] == "甲项目");
  CHECK(twice.the("heads_unknown").arguments.front() == "单位");
}

TEST_CASE("a header printed again in another order heads the rows below it", "[forms]") {
  Converted const converted = grid(title + head + rows
                                   + "\n一级指标|二级指标|三级指标|实际完成值|年度指标值|得分|分值\n"
                                     "满意度指标|服务对象满意度指标|居民满意度|88%|≥90%|9|10");
  REQUIRE(converted.rows() == 3);
  CHECK(converted.conversion.projects.size() == 1);
  CHECK(fields(converted, 0, 2) == Texts{"居民满意度", "≥90%", "88%", "10", "9"});
  CHECK(converted.count("rows_continued") == 1);
  test::check_account(converted);
  model::Document sheet =
      test::document_of(test::cells_of(title + head + rows
                                       + "\n一级指标|二级指标|三级指标|实际完成值|年度指标值|得分|"
                                         "分值\n满意度指标|满意度|满意度|8%|≥9%|9|10"));
  sheet.parts.front().sheet = true;
  CHECK(test::convert_document(sheet).conversion.projects.size() == 1);
  Converted const same = grid(title + head + rows + "\n" + head + "满意度指标|满意度|满意度|≥9%|8%|10|9");
  REQUIRE(same.rows() == 3);
  CHECK(same.count("header_repeated") == 1);
}

TEST_CASE("two projects in one grid are never joined", "[forms]") {
  struct Case {
    std::string between;
    std::string name; ///< of the second project
  };
  for (Case const& each : std::vector<Case>{
           {head, ""}, {"乙项目|<|<|<|<|<|<\n" + head, "乙项目"}, {"乙项目|<|<|<|<|<|<\n", "乙项目"}}) {
    INFO(each.between);
    Converted const converted = grid(title + head + rows + "\n" + each.between + rows);
    REQUIRE(converted.conversion.projects.size() == 2);
    CHECK(converted.conversion.projects[0].raw.rows.size() == 2);
    CHECK(converted.row(1, 0)[Column::project] == each.name);
    CHECK(converted.count("rows_without_header") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("a title of another form than the columns fit is said", "[forms]") {
  Converted const other = grid("甲项目支出绩效目标申报表|<|<|<|<|<|<\n" + head + rows);
  REQUIRE(other.rows() == 2);
  CHECK(other.the("title_not_of_form").arguments.front() == "甲项目支出绩效目标申报表");
  CHECK(grid(title + head + rows).count("title_not_of_form") == 0);
  CHECK(grid(head + rows).count("title_not_of_form") == 0);
}

TEST_CASE("a heading over goals is no goal", "[forms]") {
  for (std::string const heading : {"年度拟定目标", "本年工作情况综述"}) {
    INFO(heading);
    Converted const converted =
        grid(title + "年度总体目标|" + heading + "|<|<|其他情况|<|<\n^|绿化五十公顷。|<|<|已绿化。|<|<\n"
             + head + rows);
    REQUIRE(converted.rows() == 2);
    CHECK(converted.conversion.projects[0].goal != heading);
    CHECK(converted.count("head_cell_undecided") >= 1);
    test::check_account(converted);
  }
}

TEST_CASE("a row of a text that lost a cell leaves open what may be another column's", "[forms]") {
  std::string const above = "项目支出绩效自评表\t\t\t\t\t\t\n项目名称\t甲项目\t\t\t\t\t\n"
                            "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n";
  std::string const below = "\t质量指标\t成活率\t≥95%\t97%\t10\t10\n"
                            "满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t88%\t10\t9\n";
  std::string const left(model::unreadable_cell); // no blank: it was not left out
  struct Case {
    std::string row;
    Texts fields;
  };
  for (Case const& each : std::vector<Case>{
           {"养护面积\t≥50万平方米\t20\t20", {"养护面积", left, left, left, ""}},
           {"养护面积\t52万平方米\t20\t20", {"养护面积", left, left, left, ""}},
           {"≥50万平方米\t52万平方米\t20\t20", {"", left, left, left, ""}},
           {"养护面积\t≥50万平方米\t52万平方米\t20", {"养护面积", "≥50万平方米", "52万平方米", left, ""}},
           {"养护面积\t≥50万平方米\t52万平方米\t20\t19",
            {"养护面积", "≥50万平方米", "52万平方米", "20", "19"}},
       }) {
    INFO(each.row);
    Converted const converted = test::convert_text(above + "产出指标\t数量指标\t" + each.row + "\n" + below);
    REQUIRE(converted.rows() == 3);
    CHECK(fields(converted, 0, 0) == each.fields);
    CHECK((converted.count("cell_undecided") == 0) == (each.fields[4] == "19"));
    CHECK(fields(converted, 0, 1) == Texts{"成活率", "≥95%", "97%", "10", "10"});
    test::check_account(converted);
  }
}

TEST_CASE("two sets of indicators side by side: the year's counts, when the period is printed", "[forms]") {
  std::string const above = "项目支出绩效目标申报表|<|<|<|<|<|<\n项目名称|<|图书角|<|<|<|<\n";
  std::string const rows = "一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值\n"
                           "产出指标|数量指标|建成总数|50个|数量指标|建成图书角|12个";
  for (std::string const period : {"", "总体目标|实施期目标|<|<|年度目标|<|<\n"}) {
    INFO(period);
    Converted const converted = grid(above + period + rows);
    REQUIRE(converted.rows() == 1);
    CHECK(converted.row(0, 0)[Column::name] == "建成图书角");
    CHECK(converted.row(0, 0)[Column::target] == "12个");
    diagnostic::Diagnostic const left_out =
        converted.the(period.empty() ? "other_set_left_out" : "other_period_left_out");
    CHECK(left_out.arguments == Texts{"二级指标 | 三级指标 | 指标值"});
    CHECK((left_out.severity == diagnostic::Severity::error) == period.empty());
  }
}

TEST_CASE("two halves of a table side by side are one table", "[forms]") {
  std::string const above = "项目支出绩效目标申报表|<|<|<|<|<|<|<\n（2024年度）|<|<|<|<|<|<|<\n"
                            "项目名称|图书角建设|<|<|<|<|<|<\n";
  std::string const heads = "一级指标|二级指标|三级指标|指标值|一级指标|二级指标|三级指标|指标值\n";
  std::string const rows = "产出指标|数量指标|建成图书角|≥12个|效益指标|社会效益指标|受益学生|≥3000人\n"
                           "^|质量指标|验收合格率|100%|^|可持续影响指标|长期使用|持续\n"
                           "^|时效指标|完成时间|12月底前||||\n备注：无|<|<|<|<|<|<|<";
  Converted const converted = grid(above + heads + rows);
  REQUIRE(converted.conversion.projects.size() == 1);
  REQUIRE(converted.rows() == 5);
  CHECK(levels(converted, 2) == Texts{"产出指标", "时效指标"});
  CHECK(fields(converted, 0, 2) == Texts{"完成时间", "12月底前", "", "", ""});
  CHECK(levels(converted, 4) == Texts{"效益指标", "可持续影响指标"});
  CHECK(fields(converted, 0, 4) == Texts{"长期使用", "持续", "", "", ""});
  CHECK(converted.conversion.projects[0].origins[3][static_cast<std::size_t>(Column::name)].column == 7);
  CHECK(converted.the("halves_stacked").arguments == Texts{"2"});
  CHECK(converted.count("other_period_left_out") + converted.count("other_set_left_out") == 0);
  test::check_account(converted);
  // Two forms side by side are no halves of one.
  std::string const two = "项目支出绩效目标申报表|<|<|<|项目支出绩效目标申报表|<|<|<\n"
                          "项目名称|图书角建设|<|<|项目名称|教师培训|<|<\n";
  CHECK(grid(two + heads + rows).the("forms_side_by_side").severity == diagnostic::Severity::error);
  // Each half with its own sum.
  Converted const sums = test::convert_document(test::document_of(test::cells_of(
      "项目支出绩效自评表|<|<|<|<|<|<|<|<|<|<|<\n项目名称|图书角|<|<|<|<|<|<|<|<|<|<\n"
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|一级指标|二级指标|三级指标|年度指标值|"
      "实际完成值|分值\n"
      "产出指标|数量指标|建成图书角|≥12个|13个|50|效益指标|社会效益指标|受益学生|≥3000人|3100人|40\n"
      "小计|||||50|小计|||||40")));
  CHECK(sums.rows() == 2);
  CHECK(sums.count("total_agrees") == 2);
  CHECK(sums.count("total_differs") == 0);
}

TEST_CASE("a table with its header on each of three pages is one", "[forms]") {
  std::string const with_reasons = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因\n";
  model::Document document = test::document_of(
      test::cells_of("2023年度项目支出绩效自评表|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|<|<|<|<\n" + with_reasons
                     + "产出指标|数量指标|面积|≥5亩|6亩|50|49|"));
  for (std::string const row :
       {"效益指标|社会效益指标|人数|≥5人|6人|30|30|", "满意度指标|满意度|群众满意度|≥90%|91%|10|10|"}) {
    document.parts.push_back(test::document_of(test::cells_of(with_reasons + row)).parts.front());
  }
  Converted const converted = test::convert_document(document);
  CHECK(converted.conversion.projects.size() == 1);
  CHECK(converted.rows() == 3);
  CHECK(converted.count("rows_continued") == 2);
}

TEST_CASE("two forms side by side are refused", "[forms]") {
  std::string const left = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分";
  std::string const row = "产出指标|数量指标|面积|≥5亩|6亩|90|90";
  std::string const names = "项目名称|<|甲项目|<|<|<|<|项目名称|<|乙项目|<|<|<|<\n";
  std::string const titles = "项目支出绩效自评表|<|<|<|<|<|<|项目支出绩效自评表|<|<|<|<|<|<\n";
  for (std::string const& above : {titles + names, names, titles}) {
    INFO(above);
    Converted const converted = grid(above + left + "|" + left + "\n" + row + "|" + row + "\n");
    CHECK(converted.conversion.projects.empty());
    CHECK(converted.the("forms_side_by_side").severity == diagnostic::Severity::error);
    CHECK(converted.count("table_like_a_form") == 0);
    test::check_account(converted);
  }
  // Each with a title of its block, in a table of text.
  std::string const titled =
      "项目名称,甲项目,,,,,,,项目名称,乙项目\n绩效指标,一级指标,二级指标,三级指标,年度指标值,"
      "实际完成值,分值,得分,绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分\n"
      ",产出指标,数量指标,面积,≥5亩,6亩,90,90,,产出指标,数量指标,面积,≥5亩,6亩,90,90\n";
  std::string tabs = titled;
  std::replace(tabs.begin(), tabs.end(), ',', '\t');
  CHECK(test::convert_text(tabs).count("forms_side_by_side") == 1);
}

TEST_CASE("the lower line of a refused header is no header", "[forms]") {
  Converted const converted = grid("单位|绩效指标|<|<|指标值|<|权重|数据口径\n"
                                   "^|一级指标|二级指标|三级指标|年度指标值|指标性质|^|^\n"
                                   "甲局|产出指标|数量指标|次数|≥5次|正向|90|年报\n");
  CHECK(converted.conversion.projects.size() <= 1);
  CHECK((converted.conversion.projects.empty() || converted.row(0, 0)[Column::weight] == "90"));
}

TEST_CASE("a level 1 merged over the levels and the name is both", "[forms]") {
  Converted const converted = grid("2023年项目支出绩效自评表|<|<|<|<|<|<\n项目名称|甲项目|<|<|<|<|<\n"
                                   "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
                                   "产出指标|数量指标|面积|≥50亩|52亩|80|80\n"
                                   "满意度指标|<|<|≥90%|88%|10|9.7");
  REQUIRE(converted.rows() == 2);
  CHECK(converted.row(0, 1)[Column::level1] == "满意度指标");
  CHECK(converted.row(0, 1)[Column::level2].empty());
  CHECK(converted.row(0, 1)[Column::name] == "满意度指标");
  CHECK(converted.row(0, 1)[Column::target] == "≥90%");
  test::check_account(converted);
}
