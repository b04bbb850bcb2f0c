// Targets that were adjusted in the course of the year.
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

Converted read(std::string const& rows) {
  return test::convert_document(test::document_of(test::cells_of(
      "2023年度项目支出绩效自评表|<|<|<|<|<|<|<\n一级指标|二级指标|三级指标|年初目标值|年中调整目标值|"
      "全年完成值|分值|得分\n"
      + rows)));
}

} // namespace

TEST_CASE("the adjusted target counts where it is filled in", "[forms]") {
  Converted const adjusted =
      read("产出指标|数量指标|开放天数|≥250天|≥200天|210天|50|50\n产出指标|质量指标|完好率|≥95%||95%|20|20\n"
           "满意度指标|满意度|观众满意度|≥90%|—|95%|20|20");
  REQUIRE(adjusted.rows() == 3);
  CHECK(adjusted.row(0, 0)[Column::target] == "≥200天");
  CHECK(adjusted.row(0, 1)[Column::target] == "≥95%");
  CHECK(adjusted.row(0, 2)[Column::target] == "≥90%");
  CHECK(adjusted.the("adjusted_target_taken").arguments
        == std::vector<std::string>{"≥200天", "年中调整目标值", "≥250天"});
  CHECK(adjusted.the("adjusted_target_taken").where.column == 5);
  CHECK(adjusted.count("column_duplicate") == 0);
  test::check_account(adjusted);
}

TEST_CASE("an adjusted target merged over several rows leaves them open", "[forms]") {
  Converted const merged = read(
      "产出指标|数量指标|开放天数|≥250天|≥200天|210天|50|50\n产出指标|质量指标|开馆天数|≥95天|^|95天|20|20\n"
      "满意度指标|满意度|观众满意度|≥90%||95%|20|20");
  REQUIRE(merged.rows() == 3);
  CHECK(merged.row(0, 0)[Column::target] == model::unreadable_cell);
  CHECK(merged.row(0, 1)[Column::target] == model::unreadable_cell);
  CHECK(merged.row(0, 2)[Column::target] == "≥90%");
  test::check_account(merged);
}
