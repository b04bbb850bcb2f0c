// Rows of texts: what lost a cell is left open, what stands in its columns is read by them, and what stands
// behind a remark is no prose.
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

std::string const head = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n";
std::string const above = "2023年项目支出绩效自评表\n项目名称\t城区绿化养护\n";
std::string const output = "产出指标\t数量指标\t养护面积\t≥50万平方米\t52万平方米\t50\t50\n";
std::string const benefit = "效益指标\t社会效益指标\t改善\t≥90%\t95%\t30\t30\n";
std::string const satisfied = "满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t8%\t10\t1\n";
std::string const left(model::unreadable_cell);

Texts fields(Converted const& converted, std::size_t row) {
  model::RawRow const& of = converted.row(0, row);
  Texts texts;
  for (Column const each : {Column::name, Column::target, Column::actual, Column::weight, Column::claimed}) {
    texts.emplace_back(of[each]);
  }
  return texts;
}

} // namespace

TEST_CASE("one row of a text behind a remark is no prose", "[forms]") {
  for (std::string const& remark :
       {std::string("第 3 页，某市园林所决算公开\n"), std::string("注：以下为满意度\t\t\t\t\t\t\n"),
        std::string("某市园林所决算公开\n\n" + head)}) {
    INFO(remark);
    Converted const converted = test::convert_text(above + head + output + benefit + remark + satisfied);
    bool const read = converted.rows() == 3;
    CHECK((read || converted.count("rows_without_header") == 1));
    CHECK((read || converted.conversion.projects[0].raw.rows_left_out == 1));
    test::check_account(converted);
  }
  Converted const prose = test::convert_text(
      above + head + output + benefit + "说明如下\n产出指标权重\t50\t分\t见附件\n单位\t联系人\t电话\t88\n");
  CHECK(prose.rows() == 2);
  CHECK(prose.count("rows_without_header") == 0);
}

TEST_CASE("a name that is also a label's word does not end the rows of a text", "[forms]") {
  for (std::string const name : {"说明", "项目名称", "资金总额"}) {
    INFO(name);
    Converted const converted =
        test::convert_text(above + head + output + "\t\t" + name + "\t≥3份\t2份\t10\t6\n" + satisfied);
    REQUIRE(converted.rows() == 3);
    CHECK(fields(converted, 1) == Texts{name, "≥3份", "2份", "10", "6"});
  }
}

TEST_CASE("rows of a text that are shorter than the others leave open what moved", "[forms]") {
  std::string const area = "产出指标\t数量指标\t";
  struct Case {
    std::string head; ///< behind the names
    std::array<std::string, 4> rows;
    std::size_t cut;             ///< of them
    std::vector<Texts> expected; ///< of these
  };
  for (Case const& each : std::vector<Case>{
           {"年度指标值\t实际完成值\t分值\t得分\n",
            {area + "养护面积\t≥50万平方米\t20\t20\n", "\t\t补植苗木\t≥1200株\t20\t19\n",
             "\t质量指标\t成活率\t≥95%\t97%\t10\t10\n", satisfied},
            2,
            {{"养护面积", left, left, left, ""}, {"补植苗木", left, left, left, ""}}},
           {"年度指标值\t实际完成值\t分值\n",
            {area + "养护面积\t≥50万平方米\t20\n", "\t\t补植苗木\t≥1200株\t1180株\t20\n",
             "\t质量指标\t成活率\t≥95%\t97%\t10\n", "满意度指标\t满意度指标\t居民满意度\t≥90%\t88%\t10\n"},
            1,
            {{"养护面积", left, left, left, ""}}},
           {"年度指标值\t实际完成值\t分值\n",
            {area + "≥50万平方米\t52万平方米\t20\n", "\t\t补植苗木\t≥1200株\t1180株\t20\n",
             "\t质量指标\t成活率\t≥95%\t97%\t10\n", "满意度指标\t满意度指标\t居民满意度\t≥90%\t88%\t10\n"},
            1,
            {{"", left, left, left, ""}}},
           {"年度指标值\t实际完成值\n",
            {area + "50万平方米\t52万平方米\n", "\t\t补植苗木\t≥1200株\t1180株\n",
             "\t质量指标\t成活率\t≥95%\t97%\n", "满意度指标\t满意度指标\t居民满意度\t≥90%\t88%\n"},
            1,
            {{"", left, left, "", ""}}},
       }) {
    std::string text = above + "一级指标\t二级指标\t三级指标\t" + each.head;
    for (std::string const& row : each.rows) {
      text += row;
    }
    INFO(text);
    Converted const converted = test::convert_text(text);
    REQUIRE(converted.rows() == each.rows.size());
    for (std::size_t i = 0; i < each.cut; ++i) {
      CHECK(fields(converted, i) == each.expected[i]);
    }
    CHECK(converted.count("cell_undecided") != 0);
    CHECK(fields(converted, each.rows.size() - 2)[2] == "97%");
    test::check_account(converted);
  }
  // Blank cells that are there were not cut off.
  Converted const blank =
      test::convert_text(above + head + area + "养护面积\t≥50万平方米\t52\t20\t\n"
                         + "\t\t补植苗木\t≥1200株\t1180\t20\t\n" + benefit + satisfied + satisfied);
  CHECK(fields(blank, 0) == Texts{"养护面积", "≥50万平方米", "52", "20", ""});
  CHECK(blank.count("cell_undecided") == 0);
}

TEST_CASE("a name that is a word for a level stays in its column", "[forms]") {
  Converted const converted =
      test::convert_text(above + head + output + "效益指标\t社会效益指标\t社会效益\t显著\t显著\t15\t15\n"
                         + "\t\t经济效益\t≥90万元\t92万元\t15\t15\n"
                         + "满意度指标\t服务对象满意度指标\t服务对象满意度\t≥90%\t88%\t5\t4.9\n"
                         + "\t\t群众满意度\t≥90%\t88%\t5\t4.8\n");
  REQUIRE(converted.rows() == 5);
  CHECK(fields(converted, 2) == Texts{"经济效益", "≥90万元", "92万元", "15", "15"});
  CHECK(fields(converted, 4) == Texts{"群众满意度", "≥90%", "88%", "5", "4.8"});
  CHECK(converted.row(0, 2)[Column::level2] == "社会效益指标");
  CHECK(converted.count("row_cut_off") + converted.count("rows_moved") == 0);
}
