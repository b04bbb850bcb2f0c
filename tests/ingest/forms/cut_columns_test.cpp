// Columns of a wide table that fell on a page of their own.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using test::Converted;

namespace {

model::DocumentPart part_of(std::string const& text) {
  return std::move(test::document_of(test::cells_of(text)).parts.front());
}

std::string const form = "项目名称|甲项目|<|<|<\n一级指标|二级指标|三级指标|年度指标值|实际完成值\n"
                         "产出指标|数量指标|面积|≥50亩|52亩";

} // namespace

TEST_CASE("a ruled table with heads of a form of which nothing was read is a warning", "[forms]") {
  struct Case {
    std::string text;
    model::DocumentLayout layout;
    bool sheet;
    std::size_t warnings;
  };
  using model::DocumentLayout;
  for (Case const& each : std::vector<Case>{
           {"某站\n执行率|得分\n95%|9.5\n偏差原因分析\n雨季", DocumentLayout::grid, false, 1},
           {"实际完成情况\n偏差原因", DocumentLayout::grid, false, 1},
           {"执行率|得分\n95%|9.5", DocumentLayout::grid, true, 0},
           {"执行率|得分\n95%|9.5", DocumentLayout::text, false, 0},
           {"得分\n9.5", DocumentLayout::grid, false, 0},
           {"填表人|张三\n联系电话|12345", DocumentLayout::grid, false, 0},
       }) {
    INFO(each.text);
    model::Document document;
    document.parts.push_back(part_of(form));
    document.parts.push_back(part_of(each.text));
    document.parts.back().name = "p2";
    document.parts.back().source = 7;
    document.parts.back().layout = each.layout;
    document.parts.back().sheet = each.sheet;
    Converted const converted = test::convert_document(document);
    REQUIRE(converted.conversion.projects.size() == 1);
    REQUIRE(converted.count("columns_cut_off") == each.warnings);
    if (each.warnings != 0) {
      diagnostic::Diagnostic const finding = converted.the("columns_cut_off");
      CHECK(finding.severity == diagnostic::Severity::warning);
      CHECK(finding.where == diagnostic::Place{7, 1, 0, 0, 0});
      CHECK(finding.arguments.front().substr(0, 6) == each.text.substr(0, 6));
    }
    test::check_account(converted);
  }
}
