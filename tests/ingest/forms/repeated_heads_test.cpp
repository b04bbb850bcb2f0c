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

} // namespace

TEST_CASE("two columns of one meaning are an error when both are filled", "[forms]") {
  Converted const years = grid(above
                               + "一级指标|二级指标|三级指标|2022年|<|2023年|<|分值|得分\n"
                                 "^|^|^|指标值|完成值|指标值|完成值|^|^\n"
                                 "产出指标|数量指标|面积|≥30亩|31亩|≥50亩|22亩|50|50\n"
                                 "效益指标|社会效益指标|受益人数|≥9人|9人|≥9人|4人|40|40");
  REQUIRE(years.rows() == 2);
  CHECK(years.count("column_duplicate") == 2);
  CHECK(years.findings().size() > 2);
  Converted const twice = grid(above
                               + "一级指标|二级指标|三级指标|年度指标值|实际完成值|实际完成情况|分值|得分|\n"
                                 "产出指标|数量指标|面积|≥30亩||22亩|50|50|");
  CHECK(twice.the("column_duplicate").arguments == Texts{"实际完成情况", "5"});
  CHECK(twice.the("column_duplicate").where.column == 6);
  Converted const blank = grid(above
                               + "一级指标|二级指标|三级指标|年度指标值|实际完成值|实际完成情况|分值|得分|\n"
                                 "产出指标|数量指标|面积|≥30亩|22亩||50|50|");
  CHECK(blank.count("column_duplicate") == 0);
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
  CHECK(converted.the("heads_unknown").arguments == Texts{"分值 | 分值"});
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
