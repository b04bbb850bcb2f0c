// A head of names over two columns: numbers that count the rows, and the names.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

/// A table of six rows whose numbers are `numbers`, `^` where the level 2 above goes on.
Converted numbered(std::vector<std::string> const& numbers) {
  std::vector<std::string> const rows{"产出指标|数量指标|@|养护里程|≥120公里|130公里|20|20",
                                      "^|^|@|巡查次数|≥12次|12次|10|10",
                                      "^|质量指标|@|验收合格率|≥95%|96%|20|20",
                                      "^|^|@|故障率|≤5%|3%|10|10",
                                      "效益指标|社会效益|@|投诉次数|≤5次|3次|20|20",
                                      "满意度指标|服务对象满意度|@|群众满意度|≥90%|95%|10|10"};
  std::string text = "项目支出绩效自评表|<|<|<|<|<|<|<\n项目名称|<|道路养护|<|年度|2023|<|<\n"
                     "一级指标|二级指标|三级指标|<|年度指标值|实际完成值|分值|得分";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text += '\n' + rows[i];
    text.replace(text.rfind('@'), 1, numbers[i]);
  }
  return test::convert_document(test::document_of(test::cells_of(text)));
}

} // namespace

TEST_CASE("numbers of rows may begin again with each level 2, or with one of them", "[forms]") {
  for (std::vector<std::string> const& numbers : std::vector<std::vector<std::string>>{
           {"1.", "2.", "3.", "4.", "5.", "6."},
           {"1.", "2.", "1.", "2.", "1.", "1."},
           {"1.", "2.", "3.", "4.", "1.", "2."},
           {"1.", "2.", "1.", "2.", "3.", "4."},
           {"指标1：", "指标2：", "指标1：", "指标2：", "指标1：", "指标1："},
           {"1.", "2.", "1.", "2.", "1.", ""}}) {
    INFO(numbers[2] << ' ' << numbers[4] << ' ' << numbers[5]);
    Converted const converted = numbered(numbers);
    REQUIRE(converted.rows() == 6);
    CHECK(converted.row(0, 0)[Column::name] == "养护里程");
    CHECK(converted.row(0, 1)[Column::name] == "巡查次数");
    CHECK(converted.row(0, 2)[Column::name] == "验收合格率");
    CHECK(converted.row(0, 3)[Column::name] == "故障率");
    CHECK(converted.row(0, 4)[Column::name] == "投诉次数");
    CHECK(converted.row(0, 5)[Column::name] == "群众满意度");
    CHECK(converted.count("cell_undecided") == 0);
    test::check_account(converted);
  }
}

TEST_CASE("numbers that do not count the rows are no numbers of rows", "[forms]") {
  for (std::vector<std::string> const& numbers :
       std::vector<std::vector<std::string>>{{"1.", "1.", "1.", "1.", "1.", "1."},
                                             {"1.", "3.", "1.", "2.", "1.", "1."},
                                             {"2.", "3.", "2.", "3.", "2.", "3."},
                                             {"1.", "2.", "3.", "1.", "2.", "3."}}) {
    INFO(numbers[1] << ' ' << numbers[2]);
    Converted const converted = numbered(numbers);
    CHECK(converted.count("cell_undecided") != 0);
    test::check_account(converted);
  }
}
