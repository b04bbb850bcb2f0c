// A form whose title, facts and header are printed again on every page.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const title = "2023年度项目支出绩效自评表\n";
std::string const facts =
    "项目名称\t城区绿化养护\t\t实施单位\t某市园林所\t\t\n预算数\t300\t执行数\t270.1\t\t\t\n";
std::string const head = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n";
std::string const upper = "产出指标\t数量指标\t养护面积\t≥50亩\t52亩\t50\t50\n";
std::string const lower = "\t质量指标\t成活率\t≥95%\t97%\t10\t10\n"
                          "效益指标\t社会效益指标\t受益居民\t≥900人\t950人\t40\t40\n";

Converted grid(std::string text) {
  std::replace(text.begin(), text.end(), '\t', '|');
  return test::convert_document(test::document_of(test::cells_of(text.substr(0, text.size() - 1))));
}

std::string with(std::string text, std::string const& from, std::string const& to) {
  return text.replace(text.find(from), from.size(), to);
}

} // namespace

TEST_CASE("a project goes on below its head on the next page", "[forms]") {
  std::string const sum = "总分\t\t\t\t\t100\t100\n";
  for (std::string const& page :
       {title + facts + head, facts + head, title + head, head, title + "项目名称：城区绿化养护\n" + head,
        "第1页\n" + title + facts + head, title + with(facts, "\t执行数\t270.1", "\t\t") + head}) {
    INFO(page);
    std::string const text = title + facts + head + upper + page + lower + sum;
    for (Converted const& converted : {test::convert_text(text), grid(text)}) {
      REQUIRE(converted.conversion.projects.size() == 1);
      REQUIRE(converted.rows() == 3);
      CHECK(converted.row(0, 2)[Column::project] == "城区绿化养护");
      CHECK(converted.row(0, 2)[Column::executed] == "270.1");
      CHECK(converted.row(0, 1)[Column::level1] == "产出指标");
      CHECK(converted.count("rows_continued") + converted.count("header_repeated") == 1);
      CHECK(converted.count("project_again") + converted.count("total_differs") == 0);
      test::check_account(converted);
    }
  }
}

TEST_CASE("a head with other facts, or rows that begin anew, are another project", "[forms]") {
  std::string const text = title + facts + head + upper + lower;
  for (std::string const& other :
       {with(facts, "城区绿化养护", "环卫保洁") + head + lower, with(facts, "270.1", "250.1") + head + lower,
        with(facts, "某市园林所", "某市环卫所") + head + lower, facts + head + upper + lower}) {
    INFO(other);
    Converted const converted = test::convert_text(text + title + other);
    CHECK(converted.conversion.projects.size() == 2);
    CHECK(converted.count("rows_continued") == 0);
  }
}
