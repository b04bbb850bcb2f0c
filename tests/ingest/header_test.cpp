#include "engine/ingest/findings.hpp"
#include "engine/ingest/header.hpp"
#include "grammar/text.hpp"
#include "tests/ingest/reading.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::findings;
using model::Column;

namespace {

std::uint32_t column_of(Table const& table, Column column) {
  return table.projects.at(0).header->columns[static_cast<std::size_t>(column)];
}

std::string unit_of(Table const& table, Column column) {
  return table.projects.at(0).header->units[static_cast<std::size_t>(column)];
}

} // namespace

TEST_CASE("heads of columns are read as people print them", "[ingest][header]") {
  for (CaseRow const& row : read_cases("tests/cases/column_heads.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    ingest::ColumnHead const head = ingest::read_head(row.fields[0], embedded_vocabulary());
    CHECK((head.column ? std::string(model::name(*head.column)) : "") == row.fields[1]);
    CHECK(head.unit == row.fields[2]);
    CHECK((head.fused_target ? "fused" : "") == row.fields[3]);
  }
}

TEST_CASE("columns stand in any order", "[ingest][header]") {
  Table const ordered =
      read_csv("权重,三级指标,\" 指 标\n值 \",\"实际完成\n值\",预算数（万元）\n10,群众满意度,≥95%,96%,20\n");
  CHECK(column_of(ordered, Column::weight) == 1);
  CHECK(column_of(ordered, Column::name) == 2);
  CHECK(column_of(ordered, Column::target) == 3);
  CHECK(column_of(ordered, Column::actual) == 4);
  CHECK(column_of(ordered, Column::level1) == 0);
  CHECK(unit_of(ordered, Column::initial_budget) == "万元");
  CHECK(ordered.projects[0].rows[0].row == 2); // a line break inside quotes begins no row
  CHECK(ordered.codes() == Texts{});
}

TEST_CASE("a table of names alone is a table", "[ingest][header]") {
  CHECK(read_csv("三级指标\n群众满意度\n").column(Column::name) == Texts{"群众满意度"});
}

TEST_CASE("text in one column is no table", "[ingest][header]") {
  std::string const copied =
      "项目支出绩效自评表\n（2023年度）\n绩效指\n标\n指标\n总分\n数量指\n标\n300.0\n0\n";
  Table const table = read_csv(copied + "一级指标\n");
  CHECK(table.projects.empty());
  CHECK(table.codes() == Texts{"text_in_one_column"});
  CHECK(table.the(findings::text_in_one_column).where.row == 1);
  CHECK(read_csv("第一行\n第二行\n第三行\n").codes() == Texts{"header_missing"});
}

TEST_CASE("relation, value and unit may be one column", "[ingest][header]") {
  CHECK(read_csv("三级指标,年度指标值\n群众满意度,≥95%\n").projects.at(0).header->fused_target);
  CHECK_FALSE(read_csv("三级指标,指标值\n群众满意度,≥95%\n").projects.at(0).header->fused_target);
  CHECK_FALSE(
      read_csv("三级指标,指标性质,年度指标值\n群众满意度,≥,95%\n").projects.at(0).header->fused_target);
}

TEST_CASE("lines above the header are listed", "[ingest][header]") {
  Table const table =
      read_csv("绩效自评表,,\n\n填报单位：某局,,金额单位：元\n项目名称,三级指标,预算数\n甲,群众满意度,5\n");
  REQUIRE(table.count(findings::titles_skipped) == 2);
  CHECK(table.findings[0].arguments == Texts{"绩效自评表"});
  CHECK(table.findings[1].arguments == Texts{"填报单位：某局 | 金额单位：元"});
  CHECK(table.findings[1].where.row == 3);
  CHECK(unit_of(table, Column::initial_budget) == "元");
  CHECK(table.the(findings::unit_above_header).arguments == Texts{"元"});
}

TEST_CASE("a header may have two lines in a text file too", "[ingest][header]") {
  Table const below = read_csv("项目名称,绩效指标,,年度指标值,,,项目资金（元）,\n"
                               ",一级指标,三级指标,指标性质,指标值,度量单位,年初预算数,执行数\n"
                               "甲,产出指标,群众满意度,≥,95,%,7,6\n");
  CHECK(column_of(below, Column::project) == 1);
  CHECK(column_of(below, Column::level1) == 2);
  CHECK(column_of(below, Column::name) == 3);
  CHECK(column_of(below, Column::target) == 5);
  CHECK(below.column(Column::target) == Texts{"95"});
  Table const above =
      read_csv("项目名称,权重,指标,,\n,,一级指标,二级指标,三级指标\n甲,10,产出,数量指标,培训人次\n");
  CHECK(column_of(above, Column::project) == 1);
  CHECK(column_of(above, Column::weight) == 2);
  CHECK(column_of(above, Column::level1) == 3);
  CHECK(above.column(Column::name) == Texts{"培训人次"});
}

TEST_CASE("a line of labels and values above the header is no part of it", "[ingest][header]") {
  Table const table =
      read_csv("项目名称,甲项目,主管部门,某厅\n一级指标,,三级指标,指标值\n产出,,培训的人次,≥5\n");
  CHECK(table.the(findings::titles_skipped).arguments == Texts{"项目名称 | 甲项目 | 主管部门 | 某厅"});
  CHECK(column_of(table, Column::project) == 0);
}

TEST_CASE("three lines of a header are read together", "[ingest][header]") {
  Table const table = read_csv("项目名称,绩效情况,,,,年度\n"
                               ",绩效指标,,年度指标值,分值,\n"
                               ",一级指标,三级指标,,,\n"
                               "甲,产出,培训的人次,≥5,10,2023\n");
  CHECK(column_of(table, Column::project) == 1);
  CHECK(column_of(table, Column::level1) == 2);
  CHECK(column_of(table, Column::name) == 3);
  CHECK(column_of(table, Column::target) == 4);
  CHECK(column_of(table, Column::weight) == 5);
  CHECK(column_of(table, Column::year) == 6);
  CHECK(table.the(findings::titles_skipped).arguments == Texts{"绩效情况"});
  CHECK(table.projects.at(0).header->fused_target);
}

TEST_CASE("a unit over several columns holds for each", "[ingest][header]") {
  Table const table =
      read_csv("一级指标,三级指标,项目资金（元）,\n,,年初预算数,执行数（万元）\n产出,培训的人次,7,6\n");
  CHECK(unit_of(table, Column::initial_budget) == "元");
  CHECK(unit_of(table, Column::executed) == "万元");
  CHECK(table.the(findings::titles_skipped).arguments == Texts{"项目资金（元）"});
}

TEST_CASE("a line below the header that would take its name away is no part of it", "[ingest][header]") {
  Table const table = read_csv("一级指标,三级指标,指标值\n权重,指标值,度量单位\n产出指标,培训的人次,≥5\n");
  CHECK(column_of(table, Column::name) == 2);
  CHECK(table.column(Column::name) == Texts{"培训的人次"});
  CHECK(table.the(findings::header_repeated).where.row == 2);
}

TEST_CASE("two columns of one meaning are an error", "[ingest][header]") {
  Table const table = read_csv("三级指标,指标值,目标值\n群众满意度,≥95%,≥96%\n");
  diagnostic::Diagnostic const& finding = table.the(findings::column_duplicate);
  CHECK(finding.where == diagnostic::Place{1, 1, 3, 0, 0});
  CHECK(finding.arguments == Texts{"目标值", "2"});
  CHECK(table.column(Column::target) == Texts{"\xEF\xBF\xBD"});
}

TEST_CASE("heads of targets and actual values may name a year", "[ingest][header]") {
  struct Case {
    std::string heads, year, left_out;
    Texts targets, actuals;
  };
  std::string const unreadable = "\xEF\xBF\xBD";
  for (Case const& each :
       std::vector<Case>{{"2023年指标值,2023年实际完成值,分值", "2023", "", {"1"}, {"2"}},
                         {"2023年度目标值,2023年完成值,分值", "2023", "", {"1"}, {"2"}},
                         {"指标值（2023年）,实际完成值（2023年度）,分值", "2023", "", {"1"}, {"2"}},
                         {"指标值,2023年完成值,分值", "2023", "", {"1"}, {"2"}},
                         {"2023年指标值,2022年完成值,2023年完成值", "2023", "2022年完成值", {"1"}, {"3"}},
                         {"2022年完成值,2023年指标值,实际完成值", "2023", "2022年完成值", {"2"}, {"3"}},
                         {"2023年指标值,2024年指标值,2023年完成值", "2023", "2024年指标值", {"1"}, {"3"}},
                         {"2023年指标值,2022年完成值,分值", "2023", "2022年完成值", {"1"}, {""}},
                         {"指标值,2022年完成值,2023年完成值", "", "", {"1"}, {unreadable}},
                         {"2023年分值,指标值,实际完成值", "", "", {"2"}, {"3"}}}) {
    INFO(each.heads);
    Table const table = read_csv("三级指标," + each.heads + "\n面积,1,2,3\n");
    CHECK(table.projects.front().header->year == each.year);
    CHECK(table.column(Column::target) == each.targets);
    CHECK(table.column(Column::actual) == each.actuals);
    if (each.left_out.empty()) {
      CHECK(table.count(findings::columns_of_other_year) == 0);
    } else {
      CHECK(table.the(findings::columns_of_other_year).arguments == Texts{"2023", each.left_out});
    }
  }
}

TEST_CASE("columns of one meaning give a value where they say the same", "[ingest][header]") {
  Table const table = read_csv("三级指标,指标值,实际完成值,实际完成情况,得分,自评得分\n"
                               "群众满意度,≥95%,96%,96%,5,6\n数量,≥5,,6,7,7\n面积,≥5,,,8,\n");
  CHECK(table.count(findings::column_duplicate) == 2);
  CHECK(table.column(Column::actual) == Texts{"96%", "\xEF\xBF\xBD", ""});
  CHECK(table.column(Column::claimed) == Texts{"", "7", ""});
}

TEST_CASE("a column of printed rules is said not to be applied", "[ingest][header]") {
  Table const table = read_csv("三级指标,指标值,评分标准（分）,填表人\n满意度,≥95%,每低1%扣1分,张三\n");
  CHECK(table.the(findings::printed_rules_not_applied).arguments == Texts{"评分标准（分）"});
  CHECK(table.the(findings::printed_rules_not_applied).where == diagnostic::Place{1, 1, 3, 0, 0});
  CHECK(table.the(findings::columns_unknown).arguments == Texts{"1", "填表人"});
}

TEST_CASE("unknown columns are listed once", "[ingest][header]") {
  Table const table = read_csv("三级指标,联系电话,指标值,填表人\n群众满意度,1234,≥95%,张三\n");
  CHECK(table.the(findings::columns_unknown).arguments == Texts{"2", "联系电话 | 填表人"});
  std::string header = "三级指标,指标值";
  for (int i = 0; i < 200; ++i) {
    header += ",指标值";
  }
  CHECK(read_csv(header + "\n群众满意度,≥95%\n").count(findings::column_duplicate) == 200);
}

TEST_CASE("columns that matter under other names are an error or a warning of their project",
          "[ingest][header]") {
  struct Case {
    std::string header;
    std::vector<std::string> codes; ///< of the first project
    std::string likely;
  };
  for (Case const& each : std::vector<Case>{
           {"三级指标,计划值,完成值情况,分数",
            {"target_and_actual_missing", "columns_misnamed"},
            "完成值情况→实际完成值 | 计划值→指标值 | 分数→权重"},
           {"三级指标,甲,乙", {"target_and_actual_missing"}, ""},
           {"三级指标,甲,实际完成值", {"target_column_missing"}, ""},
           {"三级指标,计划值（个）,实际完成值", {"columns_misnamed"}, "计划值（个）→指标值"},
           {"三级指标,指标值,预算执行率", {}, ""},
           {"三级指标,指标值,预算的执行数", {"columns_misnamed"}, "预算的执行数→预算执行数"},
           {"三级指标,指标值,联系电话", {}, ""},
           {"三级指标", {}, ""},
       }) {
    INFO(each.header);
    Table const table =
        read_csv("项目名称,一级指标,二级指标," + each.header + "\n甲,产出指标,数量指标,接电量,1,2,3\n");
    REQUIRE(table.projects.size() == 1);
    std::vector<std::string> codes;
    std::string likely;
    for (diagnostic::Diagnostic const& finding : table.projects[0].findings) {
      codes.emplace_back(finding.code);
      CHECK(finding.where.row == 1);
      likely = finding.code == "columns_misnamed" ? finding.arguments[1] : likely;
    }
    CHECK(codes == each.codes);
    CHECK(likely == each.likely);
  }
  Table const rowless = read_csv("一级指标,三级指标,计划值\n");
  CHECK(rowless.count(findings::target_and_actual_missing) == 1);
  CHECK(rowless.count(findings::columns_misnamed) == 1);
  Table const nameless = read_csv("单位名称,年度\n一级指标,指标名,指标值,权重\n产出,x,5,5\n");
  CHECK(nameless.the(findings::header_without_name).where.row == 2);
  CHECK(nameless.the(findings::columns_misnamed).arguments == Texts{"1", "指标名→三级指标"});
}

TEST_CASE("what is missing is said", "[ingest][header]") {
  CHECK(read_csv("").codes() == Texts{"input_empty"});
  CHECK(read_csv("\n , \n\xEF\xBB\xBF\n").codes() == Texts{"input_empty"});
  CHECK(read_csv("\xEF\xBB\xBF").codes() == Texts{"input_empty"});

  Table const no_rows = read_csv("标题\n三级指标,指标值\n\n");
  CHECK(no_rows.the(findings::header_without_rows).where.row == 2);
  CHECK(no_rows.projects.empty());

  Table const no_header = read_csv("群众满意度,≥95%,96%\n培训人次,≥5,6\n");
  diagnostic::Diagnostic const& missing = no_header.the(findings::header_missing);
  CHECK(missing.arguments == Texts{"群众满意度 | ≥95% | 96% | 培训人次 | ≥5 | 6"});
  CHECK(no_header.readable);

  Table const no_name = read_csv("标题\n一级指标,指标值,权重\n产出,≥95%,5\n");
  CHECK(no_name.the(findings::header_without_name).where.row == 2);
  CHECK(no_name.the(findings::header_without_name).arguments == Texts{"一级指标 | 指标值 | 权重"});
  CHECK(no_name.projects.empty());
}

TEST_CASE("a header that comes again is passed over or begins a table", "[ingest][header]") {
  Table const repeated = read_csv("三级指标,指标值\n群众满意度,≥95%\n三级指标,指标值\n培训完成率,≥90%\n");
  CHECK(repeated.column(Column::name) == Texts{"群众满意度", "培训完成率"});
  CHECK(repeated.the(findings::header_repeated).where.row == 3);
  CHECK(repeated.projects.size() == 1);

  Table const another =
      read_csv("三级指标,指标值,权重\n群众满意度,≥95%,5\n权重,项目名称,三级指标\n7,甲,培训完成率\n");
  REQUIRE(another.projects.size() == 2);
  CHECK(another.projects[1].header->row == 3);
  CHECK(another.column(Column::weight) == Texts{"5", "7"});
  CHECK(another.column(Column::target) == Texts{"≥95%", ""});
  CHECK(another.column(Column::project) == Texts{"", "甲"});

  // What a conversion writes of a document that names no project: nothing of the project above.
  Table const nameless =
      read_csv("项目名称,三级指标,指标值\n甲,群众满意度,≥95%\n,三级指标,指标值\n,培训完成率,≥90%\n");
  REQUIRE(nameless.projects.size() == 2);
  CHECK(nameless.column(Column::project) == Texts{"甲", ""});
}

TEST_CASE("sixteen thousand columns are read and listed", "[ingest][header]") {
  std::string header = "三级指标";
  std::string row = "群众满意度";
  for (int i = 1; i < 16'384; ++i) {
    header += i == 9000 ? ",指标值" : i % 3 == 0 ? ",权重" : ",";
    row += ",9";
  }
  Table const table = read_csv("说明,\n" + header + "\n" + row + "\n");
  CHECK(table.column(Column::target) == Texts{"9"});
  CHECK(table.column(Column::weight) == Texts{"9"});
  CHECK(table.the(findings::cells_outside).arguments[0] == "10922");
  Table const wide = read_csv(header + "," + header + "\n" + row + "\n");
  CHECK(wide.the(findings::too_many_columns).arguments == Texts{"32768", "16384"});
}

TEST_CASE("every blank that the grammar knows is trimmed", "[ingest][header]") {
  std::size_t blanks = 0;
  for (std::uint32_t code = 1; code < 0x10000; ++code) {
    if (code >= 0xD800 && code < 0xE000) {
      continue;
    }
    std::string character;
    if (code < 0x80) {
      character = {static_cast<char>(code)};
    } else if (code < 0x800) {
      character = {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
    } else {
      character = {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                   static_cast<char>(0x80 | (code & 0x3F))};
    }
    if (grammar::blank_length(character) == 0 || character == "\n" || character == "\r") {
      continue;
    }
    ++blanks;
    INFO("U+" << std::hex << code);
    for (std::string const inner : {"满意度", "9", "a", "≥", "（", "好9"}) {
      Table const table =
          read_csv("指标值,三级指标\n" + character + inner + character + ",甲指标内容" + character + "\n");
      REQUIRE(table.column(Column::target) == Texts{inner});
      REQUIRE(table.column(Column::name) == Texts{"甲指标内容"});
    }
  }
  CHECK(blanks > 10);
}
