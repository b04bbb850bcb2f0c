// Words for levels below the head of names; heads over two columns.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const above = "部门预算项目支出绩效自评表（2023年度）\n项目名称\t城区绿化养护\n"
                          "一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\n";
std::string const first = "产出指标\t数量指标\t养护面积\t≥\t50\t亩\t52\t20\t20\n";
std::string const rest = "\t质量指标\t成活率\t≥\t95\t%\t97\t20\t20\n"
                         "效益指标\t社会效益指标\t受益人数\t≥\t900\t人\t950\t20\t20\n";

Converted grid(std::string text) {
  std::replace(text.begin(), text.end(), '\t', '|');
  return test::convert_document(test::document_of(test::cells_of(text.substr(0, text.size() - 1))));
}

} // namespace

TEST_CASE("a word for a level below the head of names is the level, and the name is lost", "[forms]") {
  struct Case {
    std::string row, level1, level2;
  };
  for (Case const& each : std::vector<Case>{
           {"\t\t数量指标\t≥\t1200\t株\t1210\t20\t19\n", "产出指标", "数量指标"},
           {"\t\t质量指标\t≥\t1200\t株\t1210\t20\t19\n", "产出指标", "质量指标"},
           {"\t数量指标\t≥\t1200\t株\t1210\t20\t19\n", "产出指标", "数量指标"},
           {"\t效益指标\t社会效益指标\t≥\t1200\t株\t1210\t20\t19\n", "效益指标", "社会效益指标"}}) {
    INFO(each.row);
    std::string const text = above + first + each.row + rest;
    for (Converted const& converted : {test::convert_text(text), grid(text)}) {
      REQUIRE(converted.rows() == 4);
      model::RawRow const& row = converted.row(0, 1);
      CHECK(row[Column::level1] == each.level1);
      CHECK(row[Column::level2] == each.level2);
      CHECK(row[Column::name].empty());
      CHECK(row[Column::target] == "1200");
      CHECK(row[Column::actual] == "1210");
      CHECK(row[Column::claimed] == "19");
      CHECK(converted.the("level_in_other_column").arguments[1] == "name");
      test::check_account(converted);
    }
  }
}

TEST_CASE("a word for a level is a name where its own column is filled, and it is said", "[forms]") {
  std::string const text = above + "产出指标\t数量指标\t数量指标\t≥\t50\t亩\t52\t20\t20\n" + rest;
  for (Converted const& converted : {test::convert_text(text), grid(text)}) {
    CHECK(converted.row(0, 0)[Column::name] == "数量指标");
    CHECK(converted.count("level_as_name") == 1);
  }
  Converted const merged = grid(above + first + "^\t^\t数量指标\t≥\t50\t亩\t52\t20\t20\n" + rest);
  CHECK(merged.row(0, 1)[Column::name] == "数量指标");
  CHECK(merged.count("level_as_name") == 1);
}

TEST_CASE("a level 1 that is printed wins over one that goes on from above", "[forms]") {
  Converted const converted = grid(above + first + "^\t效益指标\t受益人数\t≥\t900\t人\t950\t20\t20\n"
                                   + "^\t社会效益指标\t就业人数\t≥\t90\t人\t95\t20\t20\n");
  REQUIRE(converted.rows() == 3);
  CHECK(converted.row(0, 1)[Column::level1] == "效益指标");
  CHECK(converted.row(0, 1)[Column::level2].empty());
  CHECK(converted.row(0, 2)[Column::level1] == "效益指标");
  CHECK(converted.count("level_in_other_column") == 1);
}

TEST_CASE("a head over number and name takes the name", "[forms]") {
  std::string const top = "2023年度项目支出绩效自评表|<|<|<|<|<|<|<\n项目名称|绿化|<|<|<|<|<|<\n"
                          "一级指标|二级指标|三级指标|<|年度指标值|实际完成值|分值|得分\n";
  for (auto const& [one, two, three] : {std::array<std::string, 3>{"1|面积", "2|成活率", "3|人数"},
                                        {"面积|1", "成活率|2", "人数|3"},
                                        {"指标1|面积", "指标2|成活率", "指标3|人数"}}) {
    INFO(one);
    std::string const rows = "产出指标|数量指标|" + one + "|≥50亩|52亩|20|20\n^|质量指标|" + two
                             + "|≥95%|97%|40|40\n效益指标|社会效益指标|" + three + "|≥900人|950人|30|30";
    Converted const converted = test::convert_document(test::document_of(test::cells_of(top + rows)));
    REQUIRE(converted.rows() == 3);
    CHECK(converted.row(0, 0)[Column::name] == "面积");
    CHECK(converted.row(0, 1)[Column::name] == "成活率");
    CHECK(converted.row(0, 2)[Column::actual] == "950人");
    CHECK(converted.count("cell_undecided") + converted.count("row_slipped") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("a second line of heads that are not known is no row", "[forms]") {
  Converted const converted = test::convert_document(
      test::document_of(test::cells_of("单位名称|项目名称|一级指标|二级指标|三级指标|指标值|<|<|权重\n"
                                       "^|^|^|^|^|目标|单位|完成|^\n"
                                       "园林所|绿化|产出指标|数量指标|面积|≥50|亩|52|50")));
  CHECK(converted.rows() == 0);
  CHECK(converted.count("heads_below_unplaced") == 1);
}

TEST_CASE("an everyday word for a level below the head of names is said", "[forms]") {
  Converted const converted =
      grid(above + first + "效益指标\t社会效益指标\t社会效益\t≥\t900\t人\t950\t20\t20\n"
           + "满意度指标\t服务对象满意度指标\t居民满意度\t≥\t90\t%\t95\t10\t10\n");
  REQUIRE(converted.rows() == 3);
  CHECK(converted.row(0, 1)[Column::name] == "社会效益");
  CHECK(converted.the("level_word_as_name").arguments == std::vector<std::string>{"社会效益"});
  CHECK(converted.the("level_word_as_name").severity == diagnostic::Severity::info);
}

TEST_CASE("the row of the execution may repeat its word below the heads of all levels", "[forms]") {
  std::string const fused = "项目支出绩效自评表（2023年度）\n项目名称\t城区绿化养护\n"
                            "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
                            "产出指标\t数量指标\t养护面积\t≥50亩\t52亩\t90\t90\n";
  for (std::string const level : {"预算执行率", "预算执行"}) {
    std::string const points = level + "（10分）\t" + level;
    for (std::string const& text : {fused + points + "\t预算执行率\t100%\t90%\t10\t9\n",
                                    above + first + points + "\t预算执行率\t=\t100\t%\t90\t10\t9\n"}) {
      INFO(text);
      for (Converted const& converted : {test::convert_text(text), grid(text)}) {
        REQUIRE(converted.rows() == 2);
        model::RawRow const& row = converted.row(0, 1);
        CHECK(row[Column::level1] == level);
        CHECK(row[Column::name] == "预算执行率");
        CHECK(row[Column::target].substr(0, 3) == "100");
        CHECK(row[Column::actual].substr(0, 2) == "90");
        CHECK(row[Column::weight] == "10");
        CHECK(row[Column::claimed] == "9");
        CHECK(converted.count("cell_undecided") + converted.count("row_slipped") == 0);
        test::check_account(converted);
      }
    }
  }
  // Words for other levels do not stand so, and what has slipped is still seen.
  CHECK(grid(fused + "效益指标\t效益指标\t效益指标\t好\t好\t5\t5\n").count("cell_undecided") != 0);
  CHECK(grid(fused + "预算执行率\t100%\t90%\t10\t9\t\t\n").row(0, 1)[Column::name] != "90%");
}
