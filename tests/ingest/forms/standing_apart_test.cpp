// Tables that a document cuts, repeats or puts side by side: no row is lost, none goes to another project.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using test::Converted;

namespace {

using Texts = std::vector<std::string>;

std::vector<Texts> cells(std::string const& text) {
  std::vector<Texts> rows(1, Texts(1));
  for (char const c : text) {
    if (c == '\n') {
      rows.emplace_back(1);
    } else if (c == '|') {
      rows.back().emplace_back();
    } else {
      rows.back().back() += c;
    }
  }
  return rows;
}

std::string const title = "2023年度项目支出绩效自评表|<|<|<|<|<|<\n项目名称|<|甲项目|<|实施单位|某局|<\n";
std::string const head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n";
std::string const rows =
    "产出指标|数量指标|面积|≥5亩|6亩|50|49\n效益指标|社会效益指标|受益人数|≥9人|9人|40|40";

} // namespace

TEST_CASE("rows apart from their table are an error, be it one", "[forms]") {
  struct Case {
    std::string apart;
    std::uint32_t left_out;
  };
  for (Case const& each : std::vector<Case>{
           {"满意度指标|服务对象满意度指标|居民满意度|≥90%|80%|10|8", 1},
           {"|服务对象满意度指标|居民满意度|高|较高|10|8", 1},
           {"满意度指标|服务对象满意度指标|居民满意度|≥90%|80%|5|4\n^|^|商户满意度|≥90%|80%|5|4", 2},
           {"单位|联系人|电话", 0},
           {"一级指标权重说明|产出指标|50", 0},
       }) {
    INFO(each.apart);
    model::Document document = test::document_of(cells(title + head + rows));
    document.parts.push_back({"", 0, model::DocumentLayout::text, {{1, {{"续上页的说明", 0, 1, 1}}}}});
    document.parts.push_back(test::document_of(cells(each.apart)).parts.front());
    Converted const converted = test::convert_document(document);
    CHECK(converted.rows() == 2);
    CHECK(converted.count("rows_without_header") == (each.left_out == 0 ? 0 : 1));
    CHECK(converted.conversion.projects[0].raw.rows_left_out == each.left_out);
    test::check_account(converted);
  }
}
