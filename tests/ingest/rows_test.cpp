#include "engine/ingest/carry_down.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/project_keys.hpp"
#include "engine/model/unreadable_cell.hpp"
#include "tests/ingest/reading.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::findings;
using model::Column;

namespace {

bool is_carried(model::RawRow const& row, Column column) {
  return row.carried.test(static_cast<std::size_t>(column));
}

} // namespace

TEST_CASE("blank cells of merged columns take the text above", "[ingest][rows]") {
  Table const table = read_csv("单位名称,项目名称,预算数,一级指标,二级指标,三级指标,权重\n"
                               "某局,甲,20,产出指标,数量指标,培训的人次,10\n"
                               ",,,,,培训的场次,\n"
                               ",,,,质量指标,培训合格率,5\n"
                               ",乙,30,产出指标,,设备购置数,5\n");
  CHECK(table.column(Column::unit) == Texts{"某局", "某局", "某局", "某局"});
  CHECK(table.column(Column::initial_budget) == Texts{"20", "20", "20", "30"});
  CHECK(table.column(Column::level2) == Texts{"数量指标", "数量指标", "质量指标", ""});
  CHECK(table.column(Column::weight) == Texts{"10", "", "5", "5"});
  REQUIRE(table.projects.size() == 2);
  model::RawRow const& second = table.projects[0].rows[1];
  CHECK(is_carried(second, Column::unit));
  CHECK(is_carried(second, Column::level2));
  CHECK_FALSE(is_carried(second, Column::name));
  CHECK_FALSE(is_carried(table.projects[0].rows[0], Column::unit));
  CHECK(is_carried(table.projects[1].rows[0], Column::unit));
  CHECK_FALSE(is_carried(table.projects[1].rows[0], Column::project));
  CHECK(table.the(findings::cells_carried).arguments == Texts{"10"});
}

TEST_CASE("nothing is carried over a change to the left", "[ingest][rows]") {
  Table const table =
      read_csv("主管部门,单位代码,单位名称,项目编码,项目名称,预算数,一级指标,二级指标,三级指标\n"
               "厅,1,一局,A1,甲,10,产出,数量,培训的人次\n"
               ",2,,,,,,,培训的场次\n"
               ",,三局,,丙,,,,培训合格率\n"
               ",,,,丁,,产出,,设备购置数\n"
               ",,,,,,效益,,设备合格率\n"
               "局,,,,,,,,设备维修率\n");
  CHECK(table.column(Column::supervising_department) == Texts{"厅", "厅", "厅", "厅", "厅", "局"});
  CHECK(table.column(Column::unit_code) == Texts{"1", "2", "", "", "", ""});
  CHECK(table.column(Column::unit) == Texts{"一局", "", "三局", "三局", "三局", ""});
  CHECK(table.column(Column::project_code) == Texts{"A1", "", "", "", "", ""});
  CHECK(table.column(Column::project) == Texts{"甲", "", "丙", "丁", "丁", ""});
  CHECK(table.column(Column::initial_budget) == Texts{"10", "", "", "", "", ""});
  CHECK(table.column(Column::level1) == Texts{"产出", "", "", "产出", "效益", ""});
  CHECK(table.column(Column::level2) == Texts{"数量", "", "", "", "", ""});
  CHECK(table.projects.size() == 5);
}

TEST_CASE("a project's own cells are not taken from another project, wherever they stand", "[ingest][rows]") {
  Table const table = read_csv("一级指标,预算数,三级指标,项目名称,年度\n"
                               "产出,10,培训的人次,甲,2023\n"
                               ",,培训的场次,乙,\n"
                               ",,培训合格率,,\n");
  CHECK(table.column(Column::project) == Texts{"甲", "乙", "乙"});
  CHECK(table.column(Column::level1) == Texts{"产出", "", ""});
  CHECK(table.column(Column::initial_budget) == Texts{"10", "", ""});
  CHECK(table.column(Column::year) == Texts{"2023", "", ""});
}

TEST_CASE("the same text printed again is no change", "[ingest][rows]") {
  Table const table =
      read_csv("项目名称,一级指标,二级指标,三级指标\n甲,产出,数量,培训的人次\n甲,产出,,培训的场次\n");
  CHECK(table.column(Column::level2) == Texts{"数量", "数量"});
  CHECK(table.projects.size() == 1);
}

TEST_CASE("a project that comes again is an error", "[ingest][rows]") {
  Table const table = read_csv("主管部门,单位名称,项目编码,项目名称,三级指标\n"
                               "厅,局,A1,甲,培训的人次\n厅,局,A2,乙,培训的场次\n厅,局,A1,甲,培训合格率\n"
                               "厅,二局,A1,甲,设备购置数\n厅,局,,甲,设备合格率\n");
  REQUIRE(table.projects.size() == 5);
  diagnostic::Diagnostic const& finding = table.the(findings::project_again);
  CHECK(finding.where == diagnostic::Place{1, 4, 4, 0, 0});
  CHECK(finding.arguments == Texts{"甲", "2"});
}

TEST_CASE("a year is the same with and without its word, and another one is told", "[ingest][rows]") {
  auto const years = [](std::string const& first, std::string const& second) {
    return read_csv("单位名称,项目名称,年度,三级指标\n局,甲," + first + ",培训的人次\n局,甲," + second
                    + ",培训的场次\n");
  };
  for (char const* written : {"2023", "2023年", "2023年度"}) {
    CHECK(years("2023", written).projects.size() == 1);
    CHECK(years(written, "2023").projects.size() == 1);
    CHECK(years("2023", written).codes() == Texts{});
  }
  Table const other = years("2023年", "2022");
  CHECK(other.projects.size() == 2);
  CHECK(other.the(findings::project_of_two_years).arguments == Texts{"甲", "2023", "2022"});
  CHECK(other.the(findings::project_of_two_years).where.row == 3);
  CHECK(years("20231", "2023").projects.size() == 2);
  Table const apart =
      read_csv("单位名称,项目名称,年度,三级指标\n局,甲,2023,培训的人次\n局,乙,2023,培训的场次\n"
               "局,甲,2023年,培训合格率\n");
  CHECK(apart.count(findings::project_again) == 1);
}

TEST_CASE("a project without name and code is told", "[ingest][rows]") {
  Table const table = read_csv("项目名称,三级指标\n,培训的人次\n,培训的场次\n甲,培训合格率\n");
  REQUIRE(table.projects.size() == 2);
  CHECK(table.the(findings::project_unnamed).where.row == 2);
  CHECK(read_csv("三级指标\n培训的人次\n").codes() == Texts{});
}

TEST_CASE("one code with two names is told", "[ingest][rows]") {
  Table const table = read_csv("项目编码,项目名称,三级指标\nA1,甲,培训的人次\nA1,乙,培训的场次\n");
  CHECK(table.projects.size() == 1);
  CHECK(table.the(findings::project_names_differ).arguments == Texts{"甲", "乙"});
  CHECK(table.the(findings::project_names_differ).where == diagnostic::Place{1, 3, 2, 0, 0});
}

TEST_CASE("lines that are no indicators are set aside and told", "[ingest][rows]") {
  Table const table = read_csv("项目名称,预算数,一级指标,三级指标,权重\n"
                               "甲,20,,,\n"
                               ",,产出指标,培训的人次,10\n"
                               "\n"
                               ",,小计：,,10\n"
                               "合 计（分）,20,,,10\n"
                               "注：权重之和为一百,,,,\n"
                               ",,效益指标,,\n"
                               ",,合计,合计,100\n");
  CHECK(table.column(Column::name) == Texts{"培训的人次", ""});
  CHECK(table.column(Column::project)[0] == "甲");
  CHECK(table.column(Column::initial_budget)[0] == "20");
  CHECK(table.count(findings::row_total) == 3);
  CHECK(table.count(findings::foot_line) == 1);
  CHECK(table.count(findings::row_without_indicator) == 1);
  Texts listed;
  for (diagnostic::Diagnostic const& each : table.findings) {
    if (each.code == findings::row_total.id || each.code == findings::row_without_indicator.id
        || each.code == findings::foot_line.id) {
      listed.push_back(std::to_string(each.where.row) + " " + each.arguments.at(0));
    }
  }
  CHECK(listed
        == Texts{"2 甲 | 20", "5 小计： | 10", "6 合 计（分） | 20 | 10", "7 注：权重之和为一百",
                 "9 合计 | 合计 | 100"});
}

TEST_CASE("the word for a sum may stand in a column that is not read", "[ingest][rows]") {
  Table const table = read_csv("序号,项目名称,一级指标,三级指标,指标值,权重,自评得分\n"
                               "1,甲,产出指标,培训的人次,5,90,45\n"
                               "合计,,,,,90,45\n"
                               "小计,,效益指标,,6,,\n");
  CHECK(table.column(Column::name) == Texts{"培训的人次", ""});
  CHECK(table.column(Column::target) == Texts{"5", "6"});
  CHECK(table.the(findings::row_total).where.row == 3);
}

TEST_CASE("a sum of amounts and who filled the table in may begin in a column that is not read",
          "[ingest][rows]") {
  Table const table = read_csv("序号,项目名称,预算数,执行数,三级指标,指标值,完成值,分值\n"
                               "1,甲,5,5,培训的人次,5,6,90\n"
                               "合计,,5,5,,,,\n"
                               "填表人：李某,,,审核人：王某,,联系电话：0816-1234567,,\n");
  CHECK(table.column(Column::name) == Texts{"培训的人次"});
  CHECK(table.the(findings::row_total).where.row == 3);
  CHECK(table.the(findings::foot_line).where.row == 4);
}

TEST_CASE("who filled a table in and what is to be improved are no projects", "[ingest][rows]") {
  Table const table = read_csv("单位名称,项目名称,一级指标,三级指标,指标值,权重,实际完成值\n"
                               "某局,甲,产出指标,培训的人次,5,50,6\n"
                               "某局,甲,产出指标,联系电话开通数,5,50,6\n"
                               "填表人：,张三,,联系电话：,12345678,,\n"
                               "填报日期:2023年12月31日,,,,,,\n"
                               "存在问题,进度偏慢,,,,,\n"
                               ",,,备注：数据来自决算,,,\n"
                               ",,,审核人,,,\n");
  CHECK(table.column(Column::name) == Texts{"培训的人次", "联系电话开通数"});
  CHECK(table.projects.size() == 1);
  CHECK(table.count(findings::foot_line) == 5);
  // A label alone is one only where nothing is asked or answered.
  Table const asked =
      read_csv("项目名称,三级指标,指标值,权重\n甲,培训的人次,5,50\n甲,说明,5,50\n说明,培训的场次,5,50\n");
  CHECK(asked.column(Column::name) == Texts{"培训的人次", "说明", "培训的场次"});
  CHECK(asked.count(findings::foot_line) == 0);
}

TEST_CASE("claimed sums below the rows of a project go with it", "[ingest][rows]") {
  Table const table = read_csv("项目名称,一级指标,三级指标,指标值,权重,自评得分\n"
                               "甲,产出指标,培训的人次,5,50,45\n"
                               ",小计,—,—,50,45\n"
                               "甲,效益指标,培训合格率,95%,40,38\n"
                               "甲,,小计,/,40,38\n"
                               "甲,总分（100分）,,,100,93\n"
                               "合计,,,,100,\n"
                               "乙,产出指标,培训的场次,5,90,88\n"
                               ",,自评总分：,,90,98\n"
                               "丙,合计,,,90,70\n"
                               ",产出指标,设备购置数,5,90,70\n");
  REQUIRE(table.projects.size() == 3);
  CHECK(table.count(findings::row_total) == 6);
  Texts listed;
  for (model::RawProject const& project : table.projects) {
    for (model::PrintedSum const& sum : project.sums) {
      listed.push_back(sum.label + " " + sum.weight + " " + sum.claimed + " of " + std::to_string(sum.rows)
                       + (sum.part ? " part" : ""));
    }
    listed.push_back("-");
  }
  CHECK(listed
        == Texts{"小计 50 45 of 1 part", "小计 40 38 of 2 part", "总分（100分） 100 93 of 2", "-",
                 "自评总分： 90 98 of 1", "-", "-"});
  CHECK(table.projects[1].sums.at(0).place == diagnostic::Place{1, 9, 6, 0, 0});
}

TEST_CASE("rows without a name that hold anything of an indicator are rows", "[ingest][rows]") {
  Table const table =
      read_csv("一级指标,二级指标,三级指标,指标值,实际完成值\n产出指标,数量指标,,,\n,,,≥5,\n,,,,6次\n");
  CHECK(table.column(Column::name) == Texts{"", "", ""});
  CHECK(table.column(Column::level2) == Texts{"数量指标", "数量指标", "数量指标"});
}

TEST_CASE("error values that a sheet was saved with are no text", "[ingest][rows]") {
  Table const table =
      read_csv("三级指标,指标值,实际完成值\n培训的人次,≥5,#REF!\n培训的场次,#N/A,\" #DIV/0! \"\n"
               "培训合格率,≥5,######\n编号#1的设备,≥1,#1\n");
  std::string const unreadable(model::unreadable_cell);
  CHECK(table.column(Column::actual) == Texts{unreadable, unreadable, unreadable, "#1"});
  CHECK(table.column(Column::target) == Texts{"≥5", unreadable, "≥5", "≥1"});
  CHECK(table.column(Column::name).back() == "编号#1的设备");
  CHECK(table.count(findings::error_value) == 4);
}

TEST_CASE("short rows and texts outside the columns are told", "[ingest][rows]") {
  Table const table = read_csv("三级指标,指标值,,权重\n培训的人次,≥5,外,10,外\n培训的场次,≥6\n培训合格率\n");
  CHECK(table.column(Column::target) == Texts{"≥5", "≥6", ""});
  CHECK(table.column(Column::weight) == Texts{"10", "", ""});
  CHECK(table.the(findings::rows_short).arguments == Texts{"2"});
  CHECK(table.the(findings::rows_short).where.row == 3);
  diagnostic::Diagnostic const& outside = table.the(findings::cells_outside);
  CHECK(outside.arguments == Texts{"2", "外 | 外"});
  CHECK(outside.where == diagnostic::Place{1, 2, 3, 0, 0});
}

TEST_CASE("too long a project is cut and the next one is whole", "[ingest][rows]") {
  ingest::IngestLimits limits;
  limits.rows_per_project = 3;
  Table const table =
      read_csv("项目名称,一级指标,三级指标\n甲,产出,培训的人次\n,,指标内容二\n,效益,指标内容三\n"
               ",成本,指标内容四\n,,指标内容五\n乙,产出,指标内容六\n,,指标内容七\n",
               limits);
  REQUIRE(table.projects.size() == 2);
  CHECK(table.projects[0].rows.size() == 3);
  CHECK(table.projects[0].rows_left_out == 2);
  CHECK(table.projects[1].rows_left_out == 0);
  CHECK(table.the(findings::project_too_long).arguments == Texts{"3", "2"});
  CHECK(table.column(Column::name)
        == Texts{"培训的人次", "指标内容二", "指标内容三", "指标内容六", "指标内容七"});
  CHECK(table.column(Column::level1) == Texts{"产出", "产出", "效益", "产出", "产出"});
}

TEST_CASE("the storage of rows shows nothing of what it held", "[ingest][rows]") {
  std::string text = "项目名称,三级指标,实际完成值,自评得分\n";
  std::vector<std::size_t> const sizes{5, 1, 7, 2, 9, 1, 1, 4};
  Texts names, actuals;
  for (std::size_t project = 0; project < sizes.size(); ++project) {
    for (std::size_t row = 0; row < sizes[project]; ++row) {
      std::string const number = std::to_string(project) + "-" + std::to_string(row);
      names.push_back("一个相当长的指标名称" + number);
      actuals.push_back((project + row) % 2 == 0 ? "很长很长的实际完成情况" + number : "");
      text += "项目" + std::to_string(project) + "," + names.back() + "," + actuals.back();
      text += row % 3 == 0 ? "\n" : ",9\n";
    }
  }
  Table const table = read_csv(text);
  CHECK(table.projects.size() == sizes.size());
  CHECK(table.column(Column::name) == names);
  CHECK(table.column(Column::actual) == actuals);
  CHECK(std::all_of(table.projects.begin(), table.projects.end(), [](model::RawProject const& project) {
    return project.rows[0][Column::claimed].empty();
  }));
}

TEST_CASE("a cell of ten megabytes is refused and the row is kept", "[ingest][rows]") {
  std::string const large(10'000'000, 'x');
  Table const table =
      read_csv("三级指标,指标值,权重\n培训的人次," + large + ",10\n培训的场次,\"" + large + "\",9\n");
  CHECK(table.column(Column::name) == Texts{"培训的人次", "培训的场次"});
  CHECK(table.column(Column::target) == Texts{"\uFFFD", "\uFFFD"}); // not blank: it must not carry down
  CHECK(table.column(Column::weight) == Texts{"10", "9"});
  REQUIRE(table.count(findings::table_cell_too_long) == 2);
  CHECK(table.findings[0].arguments == Texts{"10000000", "1048576"});
  CHECK(table.findings[0].code == "table_cell_too_long"); // "cell_too_long" belongs to the grammar
  CHECK(table.findings[0].where == diagnostic::Place{1, 2, 2, 0, 0});
}

TEST_CASE("remarks on every row are counted and not all kept", "[ingest][rows]") {
  std::string text = "一级指标,三级指标,指标值\n产出指标,培训的人次,≥5\n";
  for (int i = 0; i < 2500; ++i) {
    text += "合计,,\n";
  }
  Table const table = read_csv(text);
  CHECK(table.count(findings::row_total) == 1000);
  CHECK(table.the(findings::findings_left_out).arguments == Texts{"1500", "row_total"});
}

TEST_CASE("project keys tell projects apart", "[ingest][rows]") {
  ingest::ProjectKeys keys;
  model::RawRow row;
  for (std::uint32_t i = 1; i <= 5000; ++i) {
    row.set(Column::project, "项目" + std::to_string(i));
    REQUIRE(keys.add(keys.key(row), i) == 0);
  }
  for (std::uint32_t i = 1; i <= 5000; ++i) {
    row.set(Column::project, "项目" + std::to_string(i));
    REQUIRE(keys.add(keys.key(row), 9999) == i);
  }
  row.set(Column::unit, "项目");
  row.set(Column::project, "1");
  CHECK(keys.add(keys.key(row), 1) == 0);
}

TEST_CASE("blanks around a cell go, and characters with bytes like theirs stay", "[ingest][rows]") {
  for (std::string const blank : {" ", "\t", "\u00a0", "\u2000", "\u2003", "\u200b", "\u3000", "\ufeff"}) {
    CAPTURE(blank);
    Table const table = read_csv("三级指标,指标值\n培训," + blank + "5" + blank + "\n" + "培训," + blank
                                 + "人" + blank + "\n");
    CHECK(table.column(Column::target) == Texts{"5", "人"});
  }
  for (std::string const text : {"（1）", "！", "々", "‐", "℀", "¿", "À", "脀", "껀", "≥"}) {
    CAPTURE(text);
    Table const table = read_csv("三级指标,指标值\n培训," + text + "\n");
    CHECK(table.column(Column::target) == Texts{text});
  }
}

TEST_CASE("tabs separate a TSV file", "[ingest][rows]") {
  Table const table = read_table("三级指标\t指标值\n培训, 人次\t≥5\n", ingest::Format::tsv, "a.tsv", nullptr);
  CHECK(table.column(Column::name) == Texts{"培训, 人次"});
  CHECK(table.column(Column::target) == Texts{"≥5"});
}
