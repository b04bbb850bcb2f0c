// Rows that lost a cell, or whose cells stand elsewhere than their heads: no number is taken for another.
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
  for (Column const each : {Column::name, Column::target, Column::actual, Column::weight, Column::claimed}) {
    texts.emplace_back(row[each]);
  }
  return texts;
}

std::string replaced(std::string text, char from, char to) {
  std::replace(text.begin(), text.end(), from, to);
  return text;
}

std::string const heads = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n";
std::string const first = "产出指标|数量指标|养护面积|≥50万平方米|52万平方米|20|20\n";
std::string const last = "满意度指标|服务对象满意度指标|居民满意度|≥90%|88%|10|9.8\n";

/// `row` between two others.
std::string table(std::string const& row) {
  return "2023年度项目支出绩效自评表\n项目名称|绿化养护\n" + heads + first + row + last;
}

} // namespace

TEST_CASE("one cell a line: numbers that a short row has left are nobody's", "[forms]") {
  struct Case {
    std::string row;
    Texts expected;
  };
  for (Case const& each : {Case{"质量指标|成活率|30|30\n", {"成活率", left, left, left, ""}},
                           {"质量指标|成活率|97%|9.8\n", {"成活率", "97%", left, left, ""}},
                           {"质量指标|成活率|480|20|8\n", {"成活率", left, left, left, ""}}}) {
    INFO(each.row);
    Converted const read = test::convert_text(replaced(table(each.row), '|', '\n'));
    REQUIRE(read.rows() == 3);
    CHECK(fields(read.row(0, 1)) == each.expected);
    CHECK(fields(read.row(0, 2)) == Texts{"居民满意度", "≥90%", "88%", "10", "9.8"});
    CHECK(read.count("cell_undecided") != 0);
    test::check_account(read);
  }
}

TEST_CASE("a percentage among weights says that the row stands elsewhere than its heads", "[forms]") {
  struct Case {
    std::string row, name;
  };
  for (Case const& each : {Case{"产出指标|质量指标|成活率||≥95%|97%|10\n", "成活率"},
                           {"产出指标|质量指标|≥95%|97%|10|10|\n", ""},
                           {"产出指标|质量指标||成活率|≥95%|97%|10\n", ""}}) {
    INFO(each.row);
    Converted const read =
        test::convert_document(test::document_of(test::cells_of(heads + first + first + each.row + last)));
    REQUIRE(read.rows() == 4);
    CHECK(fields(read.row(0, 2)) == Texts{each.name, left, left, left, ""});
    CHECK(fields(read.row(0, 3)) == Texts{"居民满意度", "≥90%", "88%", "10", "9.8"});
    test::check_account(read);
  }
  std::string const percent = "产出指标|数量指标|养护面积|≥50万平方米|52万平方米|20%|20\n";
  Converted const all =
      test::convert_document(test::document_of(test::cells_of(heads + percent + percent + percent)));
  CHECK(fields(all.row(0, 0))[3] == "20%");
}

TEST_CASE("a number that goes on in the next line is not what stands above", "[forms]") {
  Converted const read =
      test::convert_text(replaced(table("|质量指标|补植苗木|≥12|48|20|8\n|||00株|0株\n"), '|', '\t'));
  REQUIRE(read.rows() == 3);
  CHECK(fields(read.row(0, 1)) == Texts{"补植苗木", left, left, "20", "8"});
  CHECK(read.count("cell_undecided") == 4);
  test::check_account(read);
}

TEST_CASE("a row of a text that lost nothing but its name is a row", "[forms]") {
  Converted const read = test::convert_text(replaced(table("|||≥1200株|480株|20|8\n"), '|', '\t'));
  REQUIRE(read.rows() == 3);
  CHECK(fields(read.row(0, 1)) == Texts{"", "≥1200株", "480株", "20", "8"});
  test::check_account(read);
}

TEST_CASE("two rows on one line leave their values open", "[forms]") {
  Converted const read = test::convert_text(
      replaced(table("|质量指标|成活率|≥95%|97%|10|10|补植苗木|≥1200株|480株|20|8\n"), '|', '\t'));
  REQUIRE(read.rows() == 3);
  CHECK(fields(read.row(0, 1)) == Texts{"成活率", left, left, left, ""});
  test::check_account(read);
}
