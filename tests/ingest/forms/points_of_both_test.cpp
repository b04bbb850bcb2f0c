// Weight and claimed points in one column.
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const left(model::unreadable_cell);

Converted read(std::string const& head, std::string const& cell) {
  return test::convert_document(test::document_of(test::cells_of(
      "2023年度项目支出绩效自评表|<|<|<|<|<|<\n一级指标|二级指标|三级指标|年度指标值|实际完成值|" + head
      + "|偏差原因\n产出指标|数量指标|开放天数|≥250天|125天|" + cell + "|检修\n"
      + "产出指标|质量指标|完好率|≥95%|95%|40/40|\n满意度指标|满意度|观众满意度|≥90%|95%|40／40|")));
}

} // namespace

TEST_CASE("weight and claimed points in one column are two numbers", "[forms]") {
  for (std::string const head : {"分值/得分", "分值／得分", "权重/自评得分"}) {
    INFO(head);
    Converted const both = read(head, "10/5");
    REQUIRE(both.rows() == 3);
    CHECK(both.row(0, 0)[Column::weight] == "10");
    CHECK(both.row(0, 0)[Column::claimed] == "5");
    CHECK(both.row(0, 0)[Column::deviation_reason] == "检修");
    CHECK(both.row(0, 2)[Column::weight] == "40");
    CHECK(both.row(0, 2)[Column::claimed] == "40");
    CHECK(both.count("heads_unknown") == 0);
    test::check_account(both);
  }
}

TEST_CASE("a single number below the head of both points may be either", "[forms]") {
  for (std::string const cell : {"10", "10/5/1", "10/无"}) {
    INFO(cell);
    Converted const both = read("分值/得分", cell);
    REQUIRE(both.rows() == 3);
    CHECK(both.row(0, 0)[Column::weight] == left);
    CHECK(both.row(0, 0)[Column::claimed].empty());
    CHECK(both.row(0, 1)[Column::weight] == "40");
    CHECK(both.count("cell_undecided") == 1);
    test::check_account(both);
  }
}
