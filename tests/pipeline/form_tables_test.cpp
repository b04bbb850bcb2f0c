// Forms that were saved as a table of text are read as forms, whatever the program called the file.
#include "engine/model/unreadable_cell.hpp"
#include "engine/pipeline/conversion.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <algorithm>
#include <fstream>

using namespace jixiao;
using model::Column;

namespace {

namespace fs = std::filesystem;

struct Rules {
  diagnostic::SourceTable sources;
  pipeline::RulesSource source{{}, sources};
  vocabulary::Vocabulary vocabulary = std::move(source.vocabulary().value.value());
  vocabulary::Forms forms = std::move(source.forms().value.value());
};

pipeline::ConvertedFile convert(std::string const& name, std::string const& text) {
  static Rules rules;
  fs::path const folder = fs::temp_directory_path() / "jixiao-tests" / "form-tables";
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << text;
  return pipeline::convert_file(folder / name, rules.vocabulary, rules.forms, rules.sources);
}

std::string const form = "2023年度项目支出绩效自评表,,,,,,\n"
                         "项目名称,城区绿化养护,,实施单位,某市园林所,,\n"
                         "预算数,300,执行数,270.1,,,\n"
                         "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分\n"
                         "产出指标,数量指标,养护面积,≥50万平方米,52万平方米,20,20\n"
                         ",质量指标,成活率,≥95%,97%,10,10\n"
                         "总分,,,,,30,30\n";

std::string with_tabs(std::string text) {
  std::replace(text.begin(), text.end(), ',', '\t');
  return text;
}

} // namespace

TEST_CASE("a form saved as CSV or with tabs is read as a form") {
  for (auto const& [name, text] : {std::pair<std::string, std::string>{"form.csv", form},
                                   {"form.tsv", with_tabs(form)},
                                   {"form.tab", with_tabs(form)},
                                   {"tabs.csv", with_tabs(form)}}) {
    INFO(name);
    pipeline::ConvertedFile const file = convert(name, text);
    REQUIRE(file.conversion.projects.size() == 1);
    model::RawProject const& project = file.conversion.projects[0].raw;
    REQUIRE(project.rows.size() == 2);
    CHECK(project.rows[0][Column::project] == "城区绿化养护");
    CHECK(project.rows[0][Column::unit] == "某市园林所");
    CHECK(project.rows[0][Column::year] == "2023");
    CHECK(project.rows[0][Column::initial_budget] == "300");
    CHECK(project.rows[0][Column::executed] == "270.1");
    CHECK(project.rows[1][Column::level1] == "产出指标");
    CHECK(project.rows[1][Column::name] == "成活率");
    CHECK(file.conversion.tables[0].form == "project_self_evaluation_national");
  }
}

TEST_CASE("a side head that reads like the column of names makes a form of a table") {
  pipeline::ConvertedFile const file =
      convert("side.csv", "绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分\n"
                          ",产出指标,数量指标,养护面积,≥50万平方米,52万平方米,20,20\n"
                          ",,质量指标,成活率,≥95%,97%,10,10\n");
  REQUIRE(file.conversion.projects.size() == 1);
  CHECK(file.conversion.tables[0].form == "project_self_evaluation_national");
  CHECK(file.conversion.projects[0].raw.rows[1][Column::name] == "成活率");
}

TEST_CASE("a form whose target is divided below its head is read from CSV and from tabs alike") {
  std::string const divided = "项目支出绩效自评表（2023年度）,,,,,,,,\n项目名称,,城区绿化养护,,,,,,\n"
                              "一级指标,二级指标,三级指标,年度指标值,,,实际完成值,分值,得分\n"
                              ",,,指标性质,指标值,度量单位,,,\n"
                              "产出指标,数量指标,养护面积,≥,50,万平方米,52,20,20\n"
                              ",,补植苗木,≥,1200,株,1180,20,19.7\n"
                              "合计,,,,,,,40,39.7\n";
  for (auto const& [name, text] : {std::pair<std::string, std::string>{"divided.csv", divided},
                                   {"divided.tsv", with_tabs(divided)},
                                   {"divided.txt", with_tabs(divided)}}) {
    INFO(name);
    pipeline::ConvertedFile const file = convert(name, text);
    REQUIRE(file.conversion.projects.size() == 1);
    model::RawProject const& project = file.conversion.projects[0].raw;
    REQUIRE(project.rows.size() == 2);
    CHECK(project.rows[0][Column::project] == "城区绿化养护");
    CHECK(project.rows[1][Column::relation] == "≥");
    CHECK(project.rows[1][Column::target] == "1200");
    CHECK(project.rows[1][Column::measure] == "株");
    CHECK(project.rows[1][Column::actual] == "1180");
    CHECK(project.rows[1][Column::weight] == "20");
    CHECK(project.rows[1][Column::claimed] == "19.7");
  }
}

TEST_CASE("a standard table with a title stays one") {
  pipeline::ConvertedFile const file =
      convert("standard.csv", "绩效表,,\n单位：元,,\n"
                              "项目名称,三级指标,年度指标值\n甲,次数,≥5次\n");
  REQUIRE(file.conversion.projects.size() == 1);
  CHECK(file.conversion.tables[0].form == "standard_table");
}

TEST_CASE("a form with a head that nobody knows is no standard table", "[pipeline][conversion]") {
  std::string unknown = form;
  unknown.replace(unknown.find("年度指标值"), std::string("年度指标值").size(), "目标任务");
  std::string side; // the block's title stands in a column of its own, and means a name as well
  std::size_t line = 0;
  for (char const c : unknown) {
    side += c;
    if (c == '\n') {
      ++line;
      side += line == 3 ? "绩效指标," : line > 7 ? "" : ",";
    }
  }
  pipeline::ConvertedFile const file = convert("unknown-head.csv", side);
  CHECK(file.conversion.projects.empty());
  std::vector<std::string> codes;
  for (diagnostic::Diagnostic const& each : file.conversion.findings) {
    codes.emplace_back(each.code);
  }
  CHECK(std::count(codes.begin(), codes.end(), "form_unknown") == 1);
  CHECK(std::count(codes.begin(), codes.end(), "heads_unknown") == 1);
}

TEST_CASE("a standard table takes the year of its title", "[pipeline][conversion]") {
  std::string const head = "项目名称,一级指标,三级指标,年度指标值,权重,实际完成值\n";
  std::string const rows =
      "甲,产出指标,次数,≥5次,90,6次\n甲,产出指标,人数,≥5人,10,6人\n乙,产出指标,次数,≥5次,90,6次\n";
  struct Case {
    std::string above, year;
  };
  for (Case const& each : std::vector<Case>{{"2023年度部门预算项目绩效自评表,,,,,\n", "2023"},
                                            {"二〇二三年度项目支出绩效自评表,,,,,\n", "2023"},
                                            {"项目支出绩效自评表,,,,,\n（2022年度）,,,,,\n", "2022"},
                                            {"2021年以来各项目进展顺利,,,,,\n", ""},
                                            {"2021年,金额单位：万元,,,,\n", ""},
                                            {"", ""}}) {
    INFO(each.above);
    pipeline::ConvertedFile const file = convert("title.csv", each.above + head + rows);
    REQUIRE(file.conversion.projects.size() == 2);
    CHECK(file.conversion.tables[0].form == "standard_table");
    std::ptrdiff_t said = 0;
    for (ingest::forms::FormProject const& project : file.conversion.projects) {
      for (model::RawRow const& row : project.raw.rows) {
        CHECK(row[Column::year] == each.year);
      }
      said += std::count_if(project.raw.findings.begin(), project.raw.findings.end(),
                            [](auto const& finding) { return finding.code == "year_from_line"; });
    }
    CHECK(said == (each.year.empty() ? 0 : 1));
  }
  // The column counts.
  pipeline::ConvertedFile const own =
      convert("title.csv", "2023年度项目绩效自评表,,,,,\n项目名称,年度,三级指标,年度指标值,权重,"
                           "实际完成值\n甲,2022,次数,≥5次,90,6次\n");
  REQUIRE(own.conversion.projects.size() == 1);
  CHECK(own.conversion.projects[0].raw.rows[0][Column::year] == "2022");
}

TEST_CASE("actual values whose heads name another year than the project are not used",
          "[pipeline][conversion]") {
  std::string const text = "项目名称,年度,三级指标,指标值,2022年完成值\n绿化,2023,面积,≥5亩,6亩\n";
  auto const project = convert("other-year.csv", text).conversion.projects.at(0).raw;
  CHECK(project.rows[0][Column::target] == "≥5亩");
  CHECK(project.rows[0][Column::actual] == model::unreadable_cell);
  REQUIRE(project.findings.size() == 1);
  CHECK(project.findings[0].code == "heads_of_other_year");
  CHECK(project.findings[0].arguments == std::vector<std::string>{"2022", "2023"});
  std::string same = text;
  same.replace(same.find("2022"), 4, "2023");
  CHECK(convert("own-year.csv", same).conversion.projects.at(0).raw.rows[0][Column::actual] == "6亩");
}

TEST_CASE("one amount in two units is read once and said", "[pipeline][conversion]") {
  pipeline::ConvertedFile const file =
      convert("units.csv", "项目名称,年度,年初预算数（元）,年初预算数（万元）,预算执行数（元）,一级指标,"
                           "三级指标,年度指标值,权重,实际完成值\n"
                           "A,2023,1000000,100,900000,产出指标,a,≥10次,90,10次\n");
  REQUIRE(file.conversion.projects.size() == 1);
  CHECK(file.conversion.projects[0].raw.rows[0][Column::initial_budget] == "1000000");
  CHECK(std::count_if(file.conversion.findings.begin(), file.conversion.findings.end(),
                      [](auto const& each) { return each.code == "column_duplicate"; })
        == 1);
}

TEST_CASE("two forms side by side in a table of text give no project", "[pipeline][conversion]") {
  pipeline::ConvertedFile const file =
      convert("side.csv", "项目名称,甲项目,,,,,,,项目名称,乙项目,,,,,,\n"
                          "绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,"
                          "绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分\n"
                          ",产出指标,数量指标,面积,≥5亩,6亩,90,90,,产出指标,数量指标,面积,≥5亩,6亩,90,90\n");
  CHECK(file.conversion.projects.empty());
  CHECK(std::any_of(file.conversion.findings.begin(), file.conversion.findings.end(),
                    [](auto const& each) { return each.code == "forms_side_by_side"; }));
}

TEST_CASE("a standard table whose header has two lines is read whole", "[pipeline][conversion]") {
  pipeline::ConvertedFile const file = convert(
      "two.csv",
      "项目名称,绩效指标,,,指标值,,权重,实际完成值\n,一级指标,二级指标,三级指标,年度指标值,度量单位,,\n"
      "甲,产出指标,数量指标,次数,≥5,次,90,4次\n");
  REQUIRE(file.conversion.projects.size() == 1);
  model::RawRow const& row = file.conversion.projects[0].raw.rows[0];
  CHECK(row[Column::project] == "甲");
  CHECK(row[Column::weight] == "90");
  CHECK(row[Column::actual] == "4次");
  CHECK(row[Column::measure] == "次");
}

TEST_CASE("another separator is named", "[pipeline][conversion]") {
  for (std::string const sign : {";", "|", "；"}) {
    std::string text;
    for (std::string const cell : {"项目名称", "一级指标", "三级指标", "年度指标值", "实际完成值"}) {
      text += cell + sign;
    }
    pipeline::ConvertedFile const file = convert("other.csv", text + "\n甲" + sign + "产出指标\n");
    CHECK(file.conversion.projects.empty());
    CHECK(std::count_if(file.conversion.findings.begin(), file.conversion.findings.end(),
                        [&sign](auto const& each) {
                          return each.code == "separator_unknown" && each.arguments.front() == sign;
                        })
          == 1);
  }
}

TEST_CASE("cells that only blanks part are refused", "[pipeline][conversion]") {
  pipeline::ConvertedFile const file =
      convert("blanks.txt", "项目支出绩效自评表\n（2023年度）\n项目名称 农村公路养护\n绩效指标\n"
                            "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
                            "产出指标 数量指标 日常养护里程 ≥1260公里 1268公里 20 20\n总分 100 100\n");
  CHECK(file.conversion.projects.empty());
  CHECK(std::count_if(file.conversion.findings.begin(), file.conversion.findings.end(),
                      [](auto const& each) { return each.code == "cells_run_together"; })
        == 1);
}

TEST_CASE("a form whose units stand apart keeps the project above it", "[pipeline][conversion]") {
  std::string const above = "项目绩效自评表,,,,,\n项目名称,路灯维护,,实施单位,路灯所,\n";
  pipeline::ConvertedFile const apart =
      convert("apart.csv",
              above + "一级指标,三级指标,年度指标值,单位,实际完成值,得分\n产出指标,盏数,≥6800,盏,6812,90\n");
  REQUIRE(apart.conversion.projects.size() == 1);
  model::RawRow const& row = apart.conversion.projects[0].raw.rows[0];
  CHECK(row[Column::project] == "路灯维护");
  CHECK(row[Column::unit] == "路灯所");
  CHECK(row[Column::measure] == "盏");
}

TEST_CASE("facts of a text whose cells wide blanks part are read above the rows", "[pipeline][conversion]") {
  pipeline::ConvertedFile const file = convert(
      "wide.txt", "项目支出绩效自评表\n（2023年度）\n项目名称   农村公路养护\n"
                  "主管部门   县交通运输局   实施单位   县公路养护中心\n项目资金\n（万元）\n"
                  "年初预算数   全年预算数   全年执行数   分值   执行率   得分\n"
                  "年度资金总额   960   1020   1020   10   100%   10\n年度总体目标\n"
                  "预期目标   实际完成情况\n完成养护1260公里。   完成养护1268公里。\n绩效指标\n"
                  "一级指标   二级指标   三级指标   年度指标值   实际完成值   分值   得分   偏差原因\n"
                  "产出指标   数量指标   日常养护里程   ≥1260公里   1268公里   20   20\n"
                  "质量指标   优良中等路率   ≥85%   86.3%   15   15\n");
  REQUIRE(file.conversion.projects.size() == 1);
  model::RawRow const& row = file.conversion.projects[0].raw.rows[0];
  CHECK(row[Column::project] == "农村公路养护");
  CHECK(row[Column::unit] == "县公路养护中心");
  CHECK(row[Column::year] == "2023");
  CHECK(row[Column::executed] == "1020");
}

TEST_CASE("boxes to tick are read in forms and in standard tables", "[pipeline][conversion]") {
  std::string const ticked = "☑≥90% □≥80%";
  std::string boxes = form;
  boxes.replace(boxes.find("≥95%"), std::string("≥95%").size(), ticked);
  boxes.replace(boxes.find("97%"), std::string("97%").size(), "□97% □98%");
  for (auto const& [name, text] : std::vector<std::pair<std::string, std::string>>{
           {"boxes.csv", boxes},
           {"boxes-standard.csv",
            "项目名称,年度,三级指标,年度指标值,权重,实际完成值\n甲,2023,养护面积,≥5次,40,6次\n"
            "甲,2023,成活率,"
                + ticked + ",50,□97% □98%\n"}}) {
    INFO(name);
    pipeline::ConvertedFile const file = convert(name, text);
    REQUIRE(file.conversion.projects.size() == 1);
    model::RawProject const& project = file.conversion.projects[0].raw;
    REQUIRE(project.rows.size() == 2);
    CHECK(project.rows[1][Column::target] == "≥90%");
    CHECK(project.rows[1][Column::actual] == "\xEF\xBF\xBD");
    auto const count = [&](std::string_view code) {
      return std::count_if(project.findings.begin(), project.findings.end(),
                           [code](auto const& each) { return each.code == code; });
    };
    CHECK(count("tick_read") == 1);
    CHECK(count("tick_undecided") == 1);
  }
}

TEST_CASE("a standard table with the points of two projects is no project", "[pipeline][conversion]") {
  pipeline::ConvertedFile const file =
      convert("two-runs.csv", "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n"
                              "产出指标,数量指标,养护面积,≥50亩,52亩,90\n"
                              "效益指标,社会效益指标,投诉,≤80件,70件,50\n"
                              "满意度指标,服务对象满意度指标,居民满意度,≥90%,91%,40\n");
  REQUIRE(file.conversion.projects.size() == 1);
  diagnostic::Diagnostics const& findings = file.conversion.projects[0].raw.findings;
  CHECK(std::count_if(findings.begin(), findings.end(),
                      [](auto const& each) { return each.code == "points_of_two_projects"; })
        == 1);
}

TEST_CASE("rows of a form saved as CSV that are shorter than the others leave open what moved") {
  struct Case {
    std::string row;
    std::vector<std::string> expected; ///< name, target, actual, weight, claimed
  };
  std::string const left(model::unreadable_cell);
  for (Case const& each :
       std::vector<Case>{{",质量指标,成活率,≥95%,10,10", {"成活率", left, left, left, ""}},
                         {",质量指标,成活率,95,10,10", {"成活率", left, left, left, ""}},
                         {",质量指标,≥95%,97%,10,10", {"", left, left, left, ""}},
                         {"质量指标,成活率,≥95%,97%,10,10", {"成活率", "≥95%", "97%", "10", "10"}},
                         {",质量指标,成活率,≥95%,97%,10", {"成活率", "≥95%", "97%", "10", ""}},
                         {",质量指标,成活率,≥95%,高,10", {"成活率", "≥95%", "高", left, ""}},
                         {",质量指标,成活率,≥95%", {"成活率", "≥95%", "", "", ""}}}) {
    INFO(each.row);
    std::string const text = form.substr(0, form.find(",质量指标")) + each.row
                             + "\n效益指标,社会效益指标,受益人数,≥900人,950人,30,30\n"
                               "满意度指标,满意度指标,居民满意度,≥90%,98%,10,10\n";
    pipeline::ConvertedFile const file = convert("short.csv", text);
    REQUIRE(file.conversion.projects.size() == 1);
    REQUIRE(file.conversion.projects[0].raw.rows.size() == 4);
    model::RawRow const& row = file.conversion.projects[0].raw.rows[1];
    std::vector<std::string> found;
    for (Column const column :
         {Column::name, Column::target, Column::actual, Column::weight, Column::claimed}) {
      found.emplace_back(row[column]);
    }
    CHECK(found == each.expected);
    diagnostic::Diagnostics const& said = file.conversion.projects[0].raw.findings;
    bool const taken = std::any_of(said.begin(), said.end(),
                                   [](auto const& finding) { return finding.code == "short_row_taken"; });
    CHECK(taken == (each.expected[3] == "10" && each.expected[4].empty()));
  }
}

TEST_CASE("tables with other columns below each other are read from their own converted table") {
  pipeline::ConvertedFile const file = convert(
      "converted.csv", "项目名称,年度,一级指标,二级指标,三级指标,,年度指标值,,权重,实际完成值\n"
                       "绿化,2023,产出指标,数量指标,面积,,≥50亩,,100,52亩\n"
                       "项目名称,年度,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,权重,实际完成值\n"
                       "环卫,2023,产出指标,数量指标,面积,≥,80,亩,100,82\n");
  REQUIRE(file.conversion.projects.size() == 2);
  CHECK(file.conversion.projects[1].raw.rows[0][Column::measure] == "亩");
  for (diagnostic::Diagnostic const& each : file.conversion.findings) {
    CHECK(each.severity == diagnostic::Severity::info);
  }
}
