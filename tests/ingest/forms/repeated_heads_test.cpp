// Columns that mean the same, and units and signs in columns of their own.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

Converted grid(std::string const& text) {
  return test::convert_document(test::document_of(test::cells_of(text)));
}

Texts fields(Converted const& converted, std::size_t row) {
  model::RawRow const& of = converted.row(0, row);
  Texts texts;
  for (Column const each :
       {Column::name, Column::relation, Column::target, Column::measure, Column::actual, Column::weight}) {
    texts.emplace_back(of[each]);
  }
  return texts;
}

std::string const above =
    "2023年度项目支出绩效自评表|<|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<|<|<\n";

std::string const above_without_year =
    "项目支出绩效自评表|<|<|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<|<|<\n";

std::string const unreadable = "\xEF\xBF\xBD";

} // namespace

TEST_CASE("two columns of one meaning that differ are an error and give no value", "[forms]") {
  struct Case {
    std::string table;
    Texts fields;
    std::size_t errors;
  };
  for (Case const& each : std::vector<Case>{
           {"一级指标|二级指标|三级指标|2022年|<|2023年|<|分值|得分\n"
            "^|^|^|指标值|完成值|指标值|完成值|^|^\n"
            "产出指标|数量指标|面积|≥30亩|31亩|≥50亩|22亩|50|50",
            {"面积", "", unreadable, "", unreadable, "50"},
            2},
           {"一级指标|二级指标|三级指标|上半年|<|全年|<|分值|得分\n"
            "^|^|^|指标值|完成值|指标值|完成值|^|^\n"
            "产出指标|数量指标|面积|≥50亩|31亩|≥50亩|22亩|50|50",
            {"面积", "", "≥50亩", "", unreadable, "50"},
            1},
           {"一级指标|二级指标|三级指标|指标值|<|实际完成值|<|分值|得分\n"
            "^|^|^|2022年|2023年|2022年|2023年|^|^\n"
            "产出指标|数量指标|面积|≥30亩|≥50亩|31亩|22亩|50|50",
            {"面积", "", unreadable, "", unreadable, "50"},
            2},
           {"一级指标|二级指标|三级指标|指标值|<|实际完成值|<|分值|得分\n"
            "^|^|^|上半年|全年|上半年|全年|^|^\n"
            "产出指标|数量指标|面积|≥30亩|≥50亩|31亩|22亩|50|50",
            {"面积", "", unreadable, "", unreadable, "50"},
            2},
           {"一级指标|二级指标|三级指标|年度指标值|实际完成值|实际完成情况|分值|得分|\n"
            "产出指标|数量指标|面积|≥30亩||22亩|50|50|",
            {"面积", "", "≥30亩", "", unreadable, "50"},
            1},
           {"一级指标|二级指标|三级指标|年度指标值|实际完成值|实际完成情况|分值|得分|\n"
            "产出指标|数量指标|面积|≥30亩|22亩||50|50|",
            {"面积", "", "≥30亩", "", "22亩", "50"},
            0},
           {"一级指标|二级指标|三级指标|年度指标值|实际完成值|权重|分值|得分|\n"
            "产出指标|数量指标|面积|≥30亩|22亩|50%|50|50|",
            {"面积", "", "≥30亩", "", "22亩", "50%"},
            0},
           {"一级指标|二级指标|三级指标|年度指标值|实际完成值|权重|分值|得分|\n"
            "产出指标|数量指标|面积|≥30亩|22亩|5%|50|50|",
            {"面积", "", "≥30亩", "", "22亩", unreadable},
            1},
       }) {
    INFO(each.table);
    Converted const converted = grid(above_without_year + each.table);
    REQUIRE(converted.rows() == 1);
    CHECK(fields(converted, 0) == each.fields);
    CHECK(converted.count("column_duplicate") == each.errors);
    CHECK(converted.count("other_year_left_out") == 0);
    test::check_account(converted);
  }
  Converted const twice = grid(above
                               + "一级指标|二级指标|三级指标|年度指标值|实际完成值|实际完成情况|分值|得分|\n"
                                 "产出指标|数量指标|面积|≥30亩||22亩|50|50|");
  CHECK(twice.the("column_duplicate").arguments == Texts{"实际完成情况", "5"});
  CHECK(twice.the("column_duplicate").where.column == 6);
}

TEST_CASE("of columns told apart by years that of the table's own year is read", "[forms]") {
  for (char const* heads :
       {"一级指标|二级指标|三级指标|2022年|<|2023年|<|分值|得分\n^|^|^|指标值|完成值|指标值|完成值|^|^\n"
        "产出指标|数量指标|面积|≥30亩|31亩|≥50亩|22亩|50|50",
        "一级指标|二级指标|三级指标|指标值|<|实际完成值|<|分值|得分\n"
        "^|^|^|2022年|2023年|2022年|2023年|^|^\n产出指标|数量指标|面积|≥30亩|≥50亩|31亩|22亩|50|50",
        "一级指标|二级指标|三级指标|指标值||实际完成值||分值|得分\n"
        "|||2023年|2022年|2023年|2022年||\n产出指标|数量指标|面积|≥50亩|≥30亩|22亩|31亩|50|50"}) {
    INFO(heads);
    Converted const converted = grid(above + heads);
    REQUIRE(converted.rows() == 1);
    CHECK(fields(converted, 0) == Texts{"面积", "", "≥50亩", "", "22亩", "50"});
    CHECK(converted.count("column_duplicate") == 0);
    CHECK(converted.the("other_year_left_out").arguments[0] == "2023");
    test::check_account(converted);
  }
}

TEST_CASE("heads may name the year themselves", "[forms]") {
  struct Case {
    std::string above, heads, actual, code;
  };
  for (Case const& each :
       std::vector<Case>{{above, "2022年完成值|2023年实际完成值", "22亩", "other_year_left_out"},
                         {above_without_year, "2022年完成值|2023年实际完成值", "22亩", "other_year_left_out"},
                         {above, "2022年完成值|实际完成值", "22亩", "other_year_left_out"},
                         {above, "2022年完成值|2021年完成值", "", "columns_of_other_year"}}) {
    INFO(each.heads);
    Converted const converted = grid(each.above + "一级指标|二级指标|三级指标|2023年度目标值|" + each.heads
                                     + "|分值|得分\n产出指标|数量指标|面积|≥50亩|31亩|22亩|50|50");
    REQUIRE(converted.rows() == 1);
    CHECK(fields(converted, 0) == Texts{"面积", "", "≥50亩", "", each.actual, "50"});
    CHECK(converted.count("column_duplicate") == 0);
    CHECK(converted.the(each.code).arguments[0] == "2023");
    test::check_account(converted);
  }
  // Nobody says which year the table is about.
  Converted const open = grid(above_without_year
                              + "一级指标|二级指标|三级指标|指标值|2022年完成值|2023年完成值|分值|得分\n"
                                "产出指标|数量指标|面积|≥50亩|31亩|22亩|50|50");
  REQUIRE(open.rows() == 1);
  CHECK(fields(open, 0) == Texts{"面积", "", "≥50亩", "", unreadable, "50"});
  CHECK(open.count("column_duplicate") == 1);
}

TEST_CASE("printed rules of rows are said not to be applied", "[forms]") {
  Converted const converted = grid(above
                                   + "一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分|评分标准\n"
                                     "产出指标|数量指标|面积|≥50亩|22亩|50|50|少1亩扣1分");
  CHECK(converted.the("printed_rules_not_applied").arguments == Texts{"评分标准"});
  CHECK(converted.the("printed_rules_not_applied").where.column == 8);
}

TEST_CASE("values of two columns below one head are no pieces of one", "[forms]") {
  struct Case {
    char const* cells;
    std::string target;
  };
  for (Case const& each : std::vector<Case>{{"≥30亩|≥50亩", unreadable}, {"≥|50亩", "≥50亩"}}) {
    INFO(each.cells);
    Converted const converted = grid(above
                                     + "一级指标|二级指标|三级指标|指标值|<|实际完成值|分值|得分|\n"
                                       "产出指标|数量指标|面积|"
                                     + each.cells + "|22亩|50|50|");
    REQUIRE(converted.rows() == 1);
    CHECK(fields(converted, 0) == Texts{"面积", "", each.target, "", "22亩", "50"});
    CHECK(converted.count("cell_undecided") == (each.target == unreadable ? 2 : 0));
  }
}

TEST_CASE("points beside levels are not those of the rows", "[forms]") {
  Converted const converted = grid(above
                                   + "一级指标|分值|二级指标|分值|三级指标|分值|年度指标值|实际完成值|得分\n"
                                     "产出指标|50|数量指标|50|面积|30|≥50亩|52亩|30\n"
                                     "^|^|^|^|数目|20|≥5个|5个|20");
  REQUIRE(converted.rows() == 2);
  CHECK(fields(converted, 0) == Texts{"面积", "", "≥50亩", "", "52亩", "30"});
  CHECK(fields(converted, 1) == Texts{"数目", "", "≥5个", "", "5个", "20"});
  CHECK(converted.count("column_duplicate") == 0);
  CHECK(converted.count("points_of_levels") == 2);
  for (diagnostic::Diagnostic const& each : converted.findings()) {
    bool const first = each.where.column == 2;
    CHECK((each.code != "points_of_levels" || each.arguments == Texts{"分值", first ? "2" : "4"}));
  }
}

TEST_CASE("units and signs may have columns of their own", "[forms]") {
  struct Case {
    std::string table;
    Texts fields;
    char const* form;
  };
  for (Case const& each : std::vector<Case>{
           {"一级指标|二级指标|三级指标|分值|指标值|<|自评|<|\n"
            "^|^|^|^|年度指标值|单位|实际完成值|得分|\n"
            "产出指标|数量指标|维护路灯盏数|50|≥6800|盏|6812|50|",
            {"维护路灯盏数", "", "≥6800", "盏", "6812", "50"},
            "project_self_evaluation_units_apart"},
           {"一级指标|二级指标|三级指标|单位|年度指标值|实际完成值|分值|得分|\n"
            "产出指标|数量指标|维护路灯盏数|盏|≥6800|6812|50|50|",
            {"维护路灯盏数", "", "≥6800", "盏", "6812", "50"},
            "project_self_evaluation_units_apart"},
           {"一级指标|二级指标|三级指标|指标性质|指标值|实际完成值|分值|得分|\n"
            "产出指标|数量指标|维护路灯盏数|≥|6800盏|6812盏|50|50|",
            {"维护路灯盏数", "≥", "6800盏", "", "6812盏", "50"},
            "project_self_evaluation_signs_apart"},
       }) {
    INFO(each.table);
    Converted const converted = grid(above + each.table);
    REQUIRE(converted.rows() == 1);
    CHECK(fields(converted, 0) == each.fields);
    CHECK(converted.row(0, 0)[Column::unit] == "某局");
    CHECK(converted.row(0, 0)[Column::project] == "甲项目");
    CHECK(converted.conversion.tables[0].form == each.form);
  }
}

TEST_CASE("targets of a whole period stay in their columns of a text", "[forms]") {
  std::string const text = "项目支出绩效目标申报表\n（2024年度）\n项目名称\t\t图书角建设\t\n"
                           "总体目标\t中期目标（2024年—2026年）\t\t\t\t年度目标\t\t\n"
                           "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值\n"
                           "\t产出指标\t数量指标\t建成图书角\t≥30个\t数量指标\t建成图书角\t≥12个\n"
                           "\t\t时效指标\t完成时间\t2026年12月\t时效指标\t完成时间\t2024年12月\n"
                           "\t效益指标\t社会效益指标\t受益学生\t≥9000人\t社会效益指标\t受益学生\t≥3000人\n";
  Converted const converted = test::convert_text(text);
  REQUIRE(converted.rows() == 3);
  Texts targets, levels;
  for (model::RawRow const& row : converted.conversion.projects[0].raw.rows) {
    targets.emplace_back(row[Column::target]);
    levels.emplace_back(row[Column::level1]);
  }
  CHECK(targets == Texts{"≥12个", "2024年12月", "≥3000人"});
  CHECK(levels == Texts{"产出指标", "产出指标", "效益指标"});
  CHECK(converted.count("other_period_left_out") == 1);
  CHECK(converted.count("cell_undecided") == 0);
  test::check_account(converted);
}
