// Lines of labels behind the rows of a text, and points to add that stand beside the columns of a grid.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const head = "2023年项目支出绩效自评表\n项目名称\t绿化养护\n"
                         "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n";
std::string const rows = "产出指标\t数量指标\t养护面积\t≥50亩\t52亩\t50\t50\n"
                         "效益指标\t社会效益指标\t改善\t≥90%\t95%\t30\t30\n"
                         "满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t98%\t10\t10\n";

} // namespace

TEST_CASE("who filled in a text is no row of it", "[forms]") {
  for (std::string const foot :
       {"填表人：张三\t\t\t联系电话：0101234567",
        "填报人（签字）：张三\t\t审核人：李四\t\t日期：2024年1月5日",
        "单位负责人：王五\t\t\t\t填报日期：2024.1.5", "填表人：\t张三\t联系电话：\t0101234567",
        "填表人：张三\t2024年1月5日", "填报单位负责人（签字）：\t\t财务负责人：\t\t填表人：",
        "经办人：张三\t\t联系电话：0101234567"}) {
    INFO(foot);
    Converted const converted = test::convert_text(head + rows + foot + "\n");
    CHECK(converted.rows() == 3);
    CHECK(converted.count("cells_drifted") == 0);
    test::check_account(converted);
    // Rows behind it are none the less of the table.
    Converted const more =
        test::convert_text(head + rows + foot + "\n预算执行率\t\t预算执行率\t100%\t90%\t10\t9\n");
    CHECK(more.rows() == 4);
    CHECK(more.count("remark_passed_over") == 1);
    test::check_account(more);
  }
}

TEST_CASE("what asks and answers is a row, whatever its name is", "[forms]") {
  for (std::string const row : {"说明：补贴标准\t\t补贴标准\t≥3份\t2份\t10\t6",
                                "\t\t说明：\t≥3份\t2份\t10\t6", "\t\t联系电话：公布率\t100%\t98%\t10\t9.8"}) {
    INFO(row);
    CHECK(test::convert_text(head + rows + row + "\n").rows() == 4);
  }
  Converted const next = test::convert_text(head + rows + "\n项目名称：环卫保洁\t填表人：李四\n"
                                            + head.substr(head.find("一级")) + rows);
  CHECK(next.conversion.projects.size() == 2);
  CHECK(next.rows() == 6);
}

TEST_CASE("points to add are of their own level where their word stands beside the levels", "[forms]") {
  std::string const table = "2023年度项目支出绩效自评表\n项目名称|绿化养护\n"
                            "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
                            "|产出指标|数量指标|养护面积|≥50亩|52亩|60|60\n"
                            "|效益指标|社会效益指标|改善|≥90%|95%|30|30\n"
                            "|满意度指标|服务对象满意度指标|居民满意度|≥90%|98%|10|10\n"
                            "加分项|||获省级表彰||1次|2|2\n减分项|||审计发现问题||1个|-3|-1\n";
  struct Case {
    std::string total;
    std::size_t agree, differ;
  };
  for (Case const& each : std::vector<Case>{
           {"总分||||||100|100", 2, 0}, {"总分||||||99|101", 2, 0}, {"总分||||||98|97", 0, 2}}) {
    INFO(each.total);
    auto cells = test::cells_of(table + each.total);
    for (auto& line : cells) {
      line.resize(8);
    }
    model::Document document = test::document_of(cells);
    for (model::DocumentLine& line : document.parts.front().lines) { // of a CSV file: blank cells are none
      std::erase_if(line.cells, [](model::DocumentCell const& cell) { return cell.text.empty(); });
    }
    Converted const converted = test::convert_document(document);
    REQUIRE(converted.rows() == 5);
    CHECK(converted.row(0, 3)[Column::level1] == "加分项");
    CHECK(converted.row(0, 3)[Column::level2].empty());
    CHECK(converted.row(0, 3)[Column::weight] == "2");
    CHECK(converted.row(0, 4)[Column::level1] == "减分项");
    CHECK(converted.row(0, 2)[Column::level1] == "满意度指标");
    CHECK(converted.count("cell_undecided") == 0);
    CHECK(converted.count("total_agrees") == each.agree);
    CHECK(converted.count("total_differs") == each.differ);
    test::check_account(converted);
  }
}
