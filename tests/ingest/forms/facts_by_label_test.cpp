// Amounts of a text belong to their labels, not to their order; captions above a table of many projects.
#include "tests/ingest/forms/reading.hpp"

using namespace jixiao;
using model::Column;
using test::Converted;

namespace {

std::string const title = "2023年度项目支出绩效自评表\n项目名称\t绿化养护\n";
std::string const rows = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
                         "产出指标\t数量指标\t养护面积\t≥50亩\t52亩\t50\t50\n"
                         "效益指标\t社会效益指标\t受益居民\t≥900人\t950人\t50\t50\n";

std::vector<std::string> amounts(Converted const& converted) {
  std::vector<std::string> result;
  for (Column const column : {Column::initial_budget, Column::adjusted_budget, Column::executed}) {
    result.emplace_back(converted.row(0, 0)[column]);
  }
  return result;
}

} // namespace

TEST_CASE("an amount of a text is taken by its label or not at all", "[forms]") {
  using Texts = std::vector<std::string>;
  std::string const heads = "\t年初预算数\t全年预算数\t全年执行数\n";
  for (auto const& [facts, expected] : std::vector<std::pair<std::string, Texts>>{
           {heads + "年度资金总额\t300\t280\t270\n", {"300", "280", "270"}},
           {heads + "年度资金总额\t\t280\t270\n", {"", "280", "270"}},
           {heads + "年度资金总额\t300\t270\t\n", {"300", "270", ""}},
           {heads + "年度资金总额\t300\t270\n", {"", "", ""}},
           {"年初预算数\t全年预算数\t全年执行数\n300\t270\n", {"", "", ""}},
           {"年初预算数\t全年执行数\t全年预算数\n300\t270\t280\n", {"300", "280", "270"}},
           {"全年执行数\t270\t年初预算数\t300\n", {"300", "", "270"}},
           {"年初预算数：300  全年执行数：270\n", {"300", "", "270"}},
           {"实施单位\t园林所\n年初预算数  300  全年执行数  270\n", {"300", "", "270"}}}) {
    INFO(facts);
    Converted const converted = test::convert_text(title + facts + rows);
    CHECK(amounts(converted) == expected);
    CHECK((!expected[0].empty() || converted.count("label_without_value") != 0));
    test::check_account(converted);
  }
}

TEST_CASE("a head of amounts that is not known is no name of a unit", "[forms]") {
  Converted const converted = test::convert_text(
      title + "\t上年预算数\t全年预算数\t全年执行数\n年度资金总额\t200\t280\t270\n" + rows);
  CHECK(converted.row(0, 0)[Column::unit].empty());
  CHECK(converted.count("head_cell_undecided") != 0);
}

TEST_CASE("captions above a table of many projects are facts of all of them", "[forms]") {
  std::string const table =
      "序号\t项目名称\t一级指标\t二级指标\t三级指标\t年初预算数\t预算执行数\t指标值\t实际完成值\t分值\n"
      "1\t绿化养护\t产出指标\t数量指标\t养护面积\t300\t270\t≥50亩\t52亩\t100\n"
      "2\t环卫保洁\t产出指标\t数量指标\t保洁面积\t200\t180\t≥80亩\t82亩\t100\n";
  for (std::string const& captions : {std::string("填报单位：某市园林所\n单位：万元\n年度：2023年\n"),
                                      std::string("填报单位：某市园林所\n年度：2023年\n单位：万元\n"),
                                      std::string("填报单位：某市园林所  年度：2023年  单位：万元\n")}) {
    INFO(captions);
    Converted const converted = test::convert_text("项目绩效目标完成情况汇总表\n" + captions + table);
    REQUIRE(converted.conversion.projects.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
      model::RawProject const& project = converted.conversion.projects[i].raw;
      CHECK(project.rows[0][Column::unit] == "某市园林所");
      CHECK(project.rows[0][Column::year] == "2023");
      CHECK(project.header->units[static_cast<std::size_t>(Column::executed)] == "万元");
    }
    CHECK(converted.conversion.tables[0].title == "项目绩效目标完成情况汇总表");
    test::check_account(converted);
  }
}

TEST_CASE("labels and values of one line of a text are all taken", "[forms]") {
  for (std::string const facts :
       {"项目名称  绿化养护  年度 2023", "项目名称  绿化养护  年度  2023年度",
        "项目名称\t绿化养护\t年度\t2023", "项目名称\t绿化养护\t年度 2023", "项目名称  绿化养护  2023年",
        "年度 2023  项目名称  绿化养护", "项目名称：绿化养护 年度 2023",
        "项目名称  绿化养护  实施单位  园林所  年度 2023", "项目名称  绿化养护\n年度  2023",
        "年度 2023\n项目名称  绿化养护"}) {
    INFO(facts);
    Converted const converted = test::convert_text("项目支出绩效自评表\n" + facts + "\n" + rows);
    CHECK(converted.row(0, 0)[Column::project] == "绿化养护");
    CHECK(converted.row(0, 0)[Column::year] == "2023");
    CHECK(converted.row(0, 0)[Column::unit] == (facts.find("园林所") == std::string::npos ? "" : "园林所"));
    CHECK(converted.conversion.beyond_standard);
    test::check_account(converted);
  }
}

TEST_CASE("what stands apart behind a value of a text is no part of it", "[forms]") {
  for (std::string const facts : {"项目名称  绿化养护  预算 300", "项目名称  绿化养护  其他  年度 2023"}) {
    INFO(facts);
    Converted const converted = test::convert_text("项目支出绩效自评表\n" + facts + "\n" + rows);
    CHECK(converted.row(0, 0)[Column::project].empty());
    test::check_account(converted);
  }
}

TEST_CASE("several amounts behind one label without heads are not taken", "[forms]") {
  using Texts = std::vector<std::string>;
  for (std::string const facts : {"项目资金\t300\t280\t270", "项目资金（万元）\t300\t280\t270",
                                  "年度资金总额\t300\t280", "年度资金总额\t300\t280\t270\t96.43%"}) {
    INFO(facts);
    Converted const converted = test::convert_text(title + facts + "\n" + rows);
    CHECK(amounts(converted) == Texts{"", "", ""});
    std::string const texts = facts.find("270") == std::string::npos ? "300 | 280" : "300 | 280 | 270";
    CHECK(converted.the("amounts_without_heads").arguments[1] == texts);
    test::check_account(converted);
  }
  CHECK(amounts(test::convert_text(title + "年度资金总额\t300\n" + rows)) == Texts{"300", "", ""});
}
