// Texts that do not say where a cell ends or a row begins: what repeats decides, the rest is left open.
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

std::string const left(model::unreadable_cell);

Texts fields(model::RawRow const& row) {
  Texts texts;
  for (Column const each : {Column::name, Column::target, Column::actual, Column::weight}) {
    texts.emplace_back(row[each]);
  }
  return texts;
}

std::vector<Texts> rows_of(Converted const& converted) {
  REQUIRE(converted.conversion.projects.size() == 1);
  std::vector<Texts> rows;
  for (model::RawRow const& row : converted.conversion.projects[0].raw.rows) {
    rows.push_back(fields(row));
  }
  return rows;
}

/// One cell a line.
std::string lines(std::string text) {
  std::replace(text.begin(), text.end(), '|', '\n');
  return text + "\n";
}

std::string const five =
    "项目绩效目标自评表|项目名称|绿化养护|一级指标|二级指标|三级指标|预期指标值|实际完成指标值|";
std::string const eight =
    "2023年度项目支出绩效自评表|项目名称|绿化养护|一级指标|二级指标|三级指标|年度指标值|"
    "实际完成值|分值|得分|偏差原因|";

} // namespace

TEST_CASE("one cell a line: rows without levels and points are told by what repeats", "[forms]") {
  Converted const read = test::convert_text(lines(
      five
      + "完成指标|数量指标|养护面积|50万平方米|52万平方米|补植苗木|1200株|1180株|质量指标|成活率|95%|97%|"
        "效益指标|生态效益指标|改善环境|持续改善|持续改善|满意度指标|满意度指标|居民满意度|90%|88%"));
  CHECK(rows_of(read)
        == std::vector<Texts>{{"养护面积", "50万平方米", "52万平方米", ""},
                              {"补植苗木", "1200株", "1180株", ""},
                              {"成活率", "95%", "97%", ""},
                              {"改善环境", "持续改善", "持续改善", ""},
                              {"居民满意度", "90%", "88%", ""}});
  CHECK(read.row(0, 1)[Column::level2] == "数量指标");
  CHECK(read.count("cell_undecided") == 0);
  test::check_account(read);
}

TEST_CASE("one cell a line: rows that nothing tells apart stay open", "[forms]") {
  for (std::string const& cells : {std::string("养护面积|50万平方米|52万平方米|改善环境|改善|改善|"),
                                   std::string("养护面积|50万平方米|52万平方米|补植苗木|1200株|"),
                                   std::string("养护面积|50万平方米|52万平方米|1200株|1180株|成活率|"),
                                   std::string("50万平方米|52万平方米|")}) {
    INFO(cells);
    Converted const read = test::convert_text(
        lines(five + "完成指标|数量指标|" + cells + "满意度指标|满意度指标|居民满意度|90%|88%"));
    std::vector<Texts> const rows = rows_of(read);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][1] == left);
    CHECK(rows[0][2] == left);
    CHECK(rows[1] == Texts{"居民满意度", "90%", "88%", ""});
    CHECK(read.count("cell_undecided") >= 2);
    test::check_account(read);
  }
}

TEST_CASE("one cell a line: a row that lost a point takes none of the row below", "[forms]") {
  Converted const read = test::convert_text(
      lines(eight
            + "产出指标|数量指标|养护面积|≥50万平方米|52万平方米|20|20|质量指标|成活率|≥95%|97%|10|"
              "效益指标|生态效益指标|改善环境|持续改善|持续改善|30|28|"
              "满意度指标|服务对象满意度指标|居民满意度|≥90%|88%|10|9.7"));
  CHECK(rows_of(read)
        == std::vector<Texts>{{"养护面积", "≥50万平方米", "52万平方米", "20"},
                              {"成活率", "≥95%", "97%", left},
                              {"改善环境", "持续改善", "持续改善", "30"},
                              {"居民满意度", "≥90%", "88%", "10"}});
  CHECK(read.row(0, 1)[Column::claimed].empty());
  CHECK(read.row(0, 1)[Column::deviation_reason].empty());
  test::check_account(read);
}

TEST_CASE("in a text without tabs two blanks end a cell of the rows", "[forms]") {
  Converted const five_columns = test::convert_text(
      "项目绩效目标自评表\n项目名称  绿化养护\n一级指标  二级指标  三级指标  预期指标值  实际完成指标值\n"
      "完成指标  数量指标  养护面积  50万平方米  52万平方米\n补植苗木  1200株  1180株\n"
      "效益指标  生态效益指标  改善环境  持续改善  持续改善\n满意度指标  满意度指标  居民满意度  90%  88%\n");
  CHECK(rows_of(five_columns)
        == std::vector<Texts>{{"养护面积", "50万平方米", "52万平方米", ""},
                              {"补植苗木", "1200株", "1180株", ""},
                              {"改善环境", "持续改善", "持续改善", ""},
                              {"居民满意度", "90%", "88%", ""}});
  std::string const aligned =
      "一级指标    二级指标            三级指标    年度指标值   实际完成值  分值  得分  偏差原因\n"
      "产出指标    数量指标            养护面积    ≥50万平方米  52万平方米  20    20\n"
      "                                补植苗木    ≥1200株      1180株      20    19.7  苗木供应不足\n"
      "            质量指标            成活率      ≥95%         97%         10    10\n"
      "满意度指标  服务对象满意度指标  居民满意度  ≥90%         88%         10    9.7\n";
  Converted const reason = test::convert_text("2023年度项目支出绩效自评表\n项目名称    绿化养护\n" + aligned);
  REQUIRE(reason.rows() == 4);
  CHECK(fields(reason.row(0, 1)) == Texts{"补植苗木", "≥1200株", "1180株", "20"});
  CHECK(reason.row(0, 1)[Column::claimed] == "19.7");
  CHECK(reason.row(0, 1)[Column::deviation_reason] == "苗木供应不足");
  CHECK(reason.count("cell_undecided") == 0);
  test::check_account(reason);
  // Blanks inside a name are where nothing is missing beside it.
  Converted const name = test::convert_text(
      "2023年度项目支出绩效自评表\n项目名称    绿化养护\n"
      "一级指标    二级指标            三级指标     年度指标值   实际完成值  分值  得分  偏差原因\n"
      "产出指标    数量指标            养护面积     ≥50万平方米  52万平方米  20    20\n"
      "                                补植苗木     ≥1200株      1180株      20    19.7  苗木供应不足\n"
      "            质量指标            成活率  (%)  ≥95%         97%         10    10\n"
      "满意度指标  服务对象满意度指标  居民满意度   ≥90%         88%         10    9.7\n");
  REQUIRE(name.rows() == 4);
  CHECK(fields(name.row(0, 2)) == Texts{"成活率  (%)", "≥95%", "97%", "10"});
}

TEST_CASE("one cell a line: what stands between two pages is of no row, a number in one leaves it open",
          "[forms]") {
  std::string const rows = "产出指标|数量指标|养护面积|≥50万平方米|52万平方米|20|20|";
  std::string const last = "满意度指标|服务对象满意度指标|居民满意度|≥90%|88%|10|9.7";
  std::string const heads = eight.substr(0, eight.rfind("偏差原因|"));
  Converted const between = test::convert_text(lines(heads + rows + "某市园林所部门决算|" + last));
  CHECK(rows_of(between)
        == std::vector<Texts>{{"养护面积", "≥50万平方米", "52万平方米", "20"},
                              {"居民满意度", "≥90%", "88%", "10"}});
  CHECK(between.count("cell_undecided") == 1);
  Converted const inside = test::convert_text(lines(heads + rows + "13|" + last));
  REQUIRE(inside.rows() == 2);
  CHECK(inside.row(0, 0)[Column::weight] == left);
  CHECK(fields(inside.row(0, 1)) == Texts{"居民满意度", "≥90%", "88%", "10"});
}

TEST_CASE("in a text with tabs two blanks are the author's own", "[forms]") {
  Converted const read = test::convert_text(
      "项目绩效目标自评表\n项目名称\t绿化养护\n一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n"
      "完成指标\t数量指标\t养护  "
      "面积\t50万平方米\t52万平方米\n满意度指标\t满意度指标\t居民满意度\t90%\t88%\n");
  REQUIRE(read.rows() == 2);
  CHECK(fields(read.row(0, 0)) == Texts{"养护  面积", "50万平方米", "52万平方米", ""});
}
