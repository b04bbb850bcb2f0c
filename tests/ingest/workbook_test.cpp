#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/ingest/row_source.hpp"
#include "tests/ingest/workbook_parts.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::findings;
using model::Column;

namespace {

/// One data row under 三级指标 | 指标值, with `cells` for its columns.
Table read_cells(std::string const& cells, std::string const& styles = {}) {
  Parts parts = workbook("<sheetData>" + text_row(1, {"三级指标", "指标值"}) + "<row r=\"2\">" + cells
                         + "</row></sheetData>");
  if (!styles.empty()) {
    parts["xl/styles.xml"] = styles;
  }
  return read_parts(parts);
}

Table read_target(std::string const& attributes, std::string const& content, std::string const& styles = {}) {
  return read_cells(cell("A2", "设备购置数量") + "<c r=\"B2\" " + attributes + ">" + content + "</c>",
                    styles);
}

} // namespace

TEST_CASE("texts are found wherever a workbook keeps them", "[ingest][workbook]") {
  Parts parts = workbook("<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                         "<row><c t=\"s\"><v>2</v></c><c t=\"str\"><f>A1</f><v>≥5台</v></c></row>"
                         "<row><c t=\"s\"><v>3</v></c><c t=\"inlineStr\"><is><r><t>≥</t></r><r><t xml:space="
                         "\"preserve\"> 6</t></r><rPh><t>liu</t></rPh></is></c></row></sheetData>");
  parts["xl/sharedStrings.xml"] =
      "<x:sst xmlns:x=\"m\"><x:si><x:t>三级指标</x:t></x:si><x:si><x:t>指标值</x:t></x:si>"
      "<x:si><x:r><x:t>购置</x:t></x:r><x:r><x:t>数量</x:t></x:r><x:rPh><x:t>gou</x:t>"
      "</x:rPh></x:si><x:si><x:t>完成_x000D_率_x005F_x_xD840__xDC00_</x:t></x:si></x:sst>";
  Table const table = read_parts(parts);
  CHECK(table.column(Column::name) == Texts{"购置数量", "完成\r率_x𠀀"});
  CHECK(table.column(Column::target) == Texts{"≥5台", "≥ 6"});
  CHECK(table.findings.empty());
  CHECK(table.projects.at(0).rows.at(1).row == 3);
  CHECK(table.sources.at(table.projects[0].header->source).sheet == "Sheet1");
}

TEST_CASE("prefixes and places of parts are the writer's choice", "[ingest][workbook]") {
  Parts parts = workbook("");
  parts["xl/workbook.xml"] =
      "<m:workbook xmlns:m=\"m\" xmlns:q=\"q\"><m:sheets><m:sheet name=\"表\" sheetId=\"7\" "
      "q:id=\"a\"/></m:sheets></m:workbook>";
  parts["xl/_rels/workbook.xml.rels"] = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" "
                                        "Target=\"../Other/./Sheet.XML\"/></Relationships>";
  parts["other/sheet.xml"] =
      "<m:worksheet xmlns:m=\"m\"><m:sheetData><m:row r=\"3\"><m:c r=\"B3\" t=\"inlineStr\">"
      "<m:is><m:t>三级指标</m:t></m:is></m:c></m:row><m:row r=\"5\"><m:c r=\"B5\" t=\"inlineStr\">"
      "<m:is><m:t>设备购置数量</m:t></m:is></m:c></m:row></m:sheetData></m:worksheet>";
  Table const table = read_parts(parts);
  CHECK(table.column(Column::name) == Texts{"设备购置数量"});
  CHECK(table.projects.at(0).header->row == 3);
  CHECK(table.projects.at(0).place(table.projects[0].rows[0], Column::name).column == 2);
  CHECK(table.sources.at(2).sheet == "表");
}

TEST_CASE("numbers are read to fifteen digits as they are shown", "[ingest][workbook]") {
  Table const table = read_target("", "<v>0.57999999999999996</v>");
  CHECK(table.column(Column::target) == Texts{"0.58"});
  diagnostic::Diagnostic const& finding = table.the(findings::number_rounded);
  CHECK(finding.arguments == Texts{"0.57999999999999996", "0.58"});
  CHECK(finding.where == diagnostic::Place{2, 2, 2, 0, 0});
  CHECK(finding.severity == diagnostic::Severity::info);
}

TEST_CASE("text that is struck through is left out and told", "[ingest][workbook]") {
  std::string const styles =
      "<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/>"
      "</cellXfs></styleSheet>";
  std::string const runs =
      "<is><r><rPr><strike/></rPr><t>95%</t></r><r><rPr><strike val=\"0\"/></rPr><t>97%</t></r></is>";
  for (std::string const style : {"0", "1"}) { // runs have fonts of their own
    Table const table = read_target("s=\"" + style + "\" t=\"inlineStr\"", runs, styles);
    CHECK(table.column(Column::target) == Texts{"97%"});
    CHECK(table.count(ingest::documents::findings::text_left_out) == 1);
  }
  Table const whole = read_target("s=\"1\"", "<v>88</v>", styles);
  CHECK(whole.column(Column::target) == Texts{""});
  CHECK(whole.count(ingest::documents::findings::text_left_out) == 1);
}

TEST_CASE("what a number format means goes with the number", "[ingest][workbook]") {
  std::string const styles =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/><numFmt numFmtId=\"165\" "
      "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"166\" "
      "formatCode=\"0&quot;次&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "
      "numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"14\"/><xf "
      "numFmtId=\"57\"/></cellXfs></styleSheet>";
  CHECK(read_target("s=\"1\"", "<v>0.985</v>", styles).column(Column::target) == Texts{"98.5%"});
  CHECK(read_target("s=\"2\"", "<v>45291</v>", styles).column(Column::target) == Texts{"2023-12-31"});
  CHECK(read_target("s=\"3\"", "<v>5</v>", styles).column(Column::target) == Texts{"5次"});
  CHECK(read_target("s=\"4\"", "<v>45291</v>", styles).column(Column::target) == Texts{"2023-12-31"});
  CHECK(read_target("s=\"5\"", "<v>45291</v>", styles).column(Column::target) == Texts{"2023-12"});
  CHECK(read_target("s=\"99\"", "<v>5</v>", styles).column(Column::target) == Texts{"5"});
}

TEST_CASE("years may be counted from 1904", "[ingest][workbook]") {
  Parts parts = workbook("<sheetData>" + text_row(1, {"三级指标", "指标值"}) + "<row r=\"2\">"
                         + cell("A2", "完成时间") + "<c r=\"B2\" s=\"0\"><v>43829</v></c></row></sheetData>");
  parts["xl/styles.xml"] = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
  parts["xl/workbook.xml"] =
      "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"Sheet1\" "
      "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
  CHECK(read_parts(parts).column(Column::target) == Texts{"2023-12-31"});
}

TEST_CASE("what is no number or no date is kept as it stands", "[ingest][workbook]") {
  Table const number = read_target("", "<v>1e999999999</v>");
  CHECK(number.column(Column::target) == Texts{"1e999999999"});
  CHECK(number.the(findings::number_unreadable).where.column == 2);
  std::string const styles = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
  Table const date = read_target("s=\"0\"", "<v>-5</v>", styles);
  CHECK(date.column(Column::target) == Texts{"-5"});
  CHECK(date.count(findings::date_unreadable) == 1);
  Table const long_number = read_target("", "<v>" + std::string(10'000, '7') + "</v>");
  CHECK(long_number.count(findings::number_unreadable) == 1);
}

TEST_CASE("formulas give the result that the workbook keeps", "[ingest][workbook]") {
  CHECK(read_target("", "<f>1+1</f><v>2</v>").column(Column::target) == Texts{"2"});
  Table const none = read_target("", "<f>SUM(C1:C9)</f>");
  CHECK(none.column(Column::target) == Texts{std::string(ingest::unreadable_cell)});
  CHECK(none.the(findings::formula_without_value).arguments == Texts{"=SUM(C1:C9)"});
  CHECK(none.count(findings::text_damaged) == 0); // said already
  // As programs write it that compute nothing; of text an empty result is one.
  for (std::string const value : {"<v></v>", "<v/>"}) {
    Table const empty = read_target("", "<f>SUM(C1:C9)</f>" + value);
    CHECK(empty.column(Column::target) == Texts{std::string(ingest::unreadable_cell)});
    CHECK(empty.the(findings::formula_without_value).severity == diagnostic::Severity::error);
    CHECK(read_target("t=\"str\"", "<f>A1</f>" + value).count(findings::formula_without_value) == 0);
  }
  Table const error = read_target("t=\"e\"", "<f>#REF!</f><v>#REF!</v>");
  CHECK(error.column(Column::target) == Texts{std::string(ingest::unreadable_cell)});
  CHECK(error.the(findings::error_value).arguments == Texts{"#REF!"});
  CHECK(error.the(findings::error_value).where == diagnostic::Place{2, 2, 2, 0, 0});
  CHECK(read_target("t=\"b\"", "<v>1</v>").column(Column::target) == Texts{"TRUE"});
  CHECK(read_target("t=\"str\"", "<f>\"\"</f><v></v>").findings.empty());
}

TEST_CASE("a text that is not in the file is told", "[ingest][workbook]") {
  for (std::string const index : {"2", "-1", "99999999999999999999", "x"}) {
    Table const table = read_target("t=\"s\"", "<v>" + index + "</v>");
    CHECK(table.column(Column::target) == Texts{std::string(ingest::unreadable_cell)});
    CHECK(table.the(findings::shared_text_missing).arguments == Texts{index});
  }
}

TEST_CASE("a value merged over rows is given to each of them, and it is said", "[ingest][workbook]") {
  std::string const sheet = "<sheetData>" + text_row(1, {"三级指标", "指标值", "实际完成值"})
                            + text_row(2, {"设备购置数量", "≥5台", "6台"})
                            + text_row(3, {"设备完好数量", "", "7台"})
                            + "</sheetData><mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>";
  Table const table = read_parts(workbook(sheet));
  CHECK(table.column(Column::target) == Texts{"≥5台", "≥5台"});
  CHECK(table.the(findings::merged_value_repeated).where == diagnostic::Place{2, 3, 2, 0, 0});
  REQUIRE(table.projects.size() == 1);
  CHECK(table.projects[0].rows[1].carried.test(static_cast<std::size_t>(Column::target)));
}

TEST_CASE("merged cells give their text to the cells they cover", "[ingest][workbook]") {
  std::string const sheet =
      "<sheetData>" + text_row(1, {"项目绩效表"}) + text_row(2, {"项目名称", "一级指标", "三级指标", "权重"})
      + text_row(3, {"甲项目", "产出指标", "设备购置数量", "10"}) + text_row(4, {"", "", "设备完好比率"})
      + text_row(5, {"", "", "设备到货时间"}) + text_row(6, {"乙项目", "", "设备维修次数", "5"})
      + "</sheetData><mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A5\"/><mergeCell "
        "ref=\"B3:B6\"/>"
        "<mergeCell ref=\"D3:D4\"/><mergeCell ref=\"A7:XFD1048576\"/></mergeCells>";
  Table const table = read_parts(workbook(sheet));
  REQUIRE(table.projects.size() == 2);
  CHECK(table.column(Column::project) == Texts{"甲项目", "甲项目", "甲项目", "乙项目"});
  // A merged cell is merged on purpose: it holds over a change to its left, which a blank cell does not.
  CHECK(table.column(Column::level1) == Texts{"产出指标", "产出指标", "产出指标", "产出指标"});
  CHECK(table.projects[1].rows[0].carried.test(static_cast<std::size_t>(Column::level1)));
  CHECK_FALSE(table.projects[0].rows[0].carried.any());
  CHECK(table.column(Column::weight) == Texts{"10", "", "", "5"}); // the points exist once
  diagnostic::Diagnostic const& repeated = table.the(findings::merged_points_shared);
  CHECK(repeated.where == diagnostic::Place{2, 4, 4, 0, 0});
  CHECK(repeated.arguments == Texts{"10"});
  CHECK(table.the(findings::titles_skipped).arguments == Texts{"项目绩效表"});
  CHECK(table.the(findings::cells_carried).arguments == Texts{"6"});
}

TEST_CASE("a word for a sum that is merged over what is asked is a sum", "[ingest][workbook]") {
  struct Case {
    std::string label, area;
  };
  for (Case const& each : {Case{"合计", "A3:F3"}, {"得分合计", "B3:F3"}, {"产出指标小计", "C3:E3"}}) {
    INFO(each.label << " " << each.area);
    std::vector<std::string> sum(8);
    sum[static_cast<std::size_t>(each.area[0] - 'A')] = each.label;
    sum[6] = sum[7] = "90";
    std::string const sheet =
        "<sheetData>"
        + text_row(1, {"序号", "项目名称", "一级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"})
        + text_row(2, {"1", "甲项目", "产出指标", "设备购置数量", "≥5台", "6台", "90", "90"})
        + text_row(3, sum) + "</sheetData><mergeCells><mergeCell ref=\"" + each.area + "\"/></mergeCells>";
    Table const table = read_parts(workbook(sheet));
    CHECK(table.column(Column::name) == Texts{"设备购置数量"});
    CHECK(table.count(findings::row_total) == 1);
  }
}

TEST_CASE("a header of two lines with merged cells is one header", "[ingest][workbook]") {
  std::string const sheet = "<sheetData>"
                            + text_row(1, {"项目名称", "绩效指标", "", "年度指标值", "", "", "权重"})
                            + text_row(2, {"", "一级指标", "三级指标", "指标性质", "指标值", "度量单位"})
                            + text_row(3, {"甲项目", "产出指标", "设备购置数量", "≥", "5", "台", "10"})
                            + "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell "
                              "ref=\"B1:C1\"/><mergeCell ref=\"D1:F1\"/>"
                              "<mergeCell ref=\"G1:G2\"/></mergeCells>";
  Table const table = read_parts(workbook(sheet));
  REQUIRE(table.projects.size() == 1);
  model::Header const& header = *table.projects[0].header;
  CHECK(header.row == 2);
  CHECK_FALSE(header.fused_target);
  CHECK(header.columns[static_cast<std::size_t>(Column::target)] == 5);
  CHECK(header.columns[static_cast<std::size_t>(Column::name)] == 3);
  CHECK(header.columns[static_cast<std::size_t>(Column::weight)] == 7);
  CHECK(table.column(Column::target) == Texts{"5"});
  CHECK(table.findings.empty());
}

TEST_CASE("hidden sheets, charts and sheets without a table are passed over and told", "[ingest][workbook]") {
  Parts parts =
      workbook("<sheetData>" + text_row(1, {"三级指标"}) + text_row(2, {"设备购置数量"}) + "</sheetData>");
  parts["xl/workbook.xml"] =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"旧表\" state=\"hidden\" r:id=\"rId1\"/>"
      "<sheet name=\"图\" r:id=\"rId9\"/><sheet name=\"说明\" r:id=\"rId8\"/>"
      "<sheet name=\"数据\" r:id=\"rId1\"/></sheets></workbook>";
  std::string& relationships = parts["xl/_rels/workbook.xml.rels"];
  relationships.insert(relationships.find("</Relationships>"),
                       "<Relationship Id=\"rId9\" Type=\"x/chartsheet\" Target=\"charts/chart1.xml\"/>"
                       "<Relationship Id=\"rId8\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/>");
  parts["xl/worksheets/sheet2.xml"] =
      "<worksheet><sheetData>" + text_row(4, {"填表说明", "请逐行填写"}) + "</sheetData></worksheet>";
  Table const table = read_parts(parts);
  CHECK(table.column(Column::name) == Texts{"设备购置数量"});
  CHECK(table.the(findings::sheet_hidden).arguments == Texts{"旧表"});
  CHECK(table.the(findings::sheet_not_cells).arguments == Texts{"图"});
  diagnostic::Diagnostic const& skipped = table.the(findings::sheet_without_table);
  CHECK(skipped.arguments == Texts{"填表说明 | 请逐行填写"});
  CHECK(table.sources.at(skipped.where.source).sheet == "说明");
  CHECK(skipped.where.row == 4);
  CHECK(table.readable);
}

TEST_CASE("hidden columns are read and told", "[ingest][workbook]") {
  Table const table = read_parts(workbook("<cols><col min=\"2\" max=\"5\" hidden=\"1\"/></cols><sheetData>"
                                          + text_row(1, {"三级指标", "指标值"})
                                          + text_row(2, {"设备购置数量", "5"}) + "</sheetData>"));
  CHECK(table.column(Column::target) == Texts{"5"});
  CHECK(table.the(findings::hidden_columns).arguments == Texts{"1", "2"});
}

TEST_CASE("hidden rows are read and told", "[ingest][workbook]") {
  Table const table =
      read_parts(workbook("<sheetData>" + text_row(1, {"三级指标"}) + "<row r=\"2\" hidden=\"1\">"
                          + cell("A2", "设备购置数量") + "</row><row r=\"3\" hidden=\"1\"/></sheetData>"));
  CHECK(table.column(Column::name) == Texts{"设备购置数量"});
  CHECK(table.the(findings::hidden_rows).arguments == Texts{"1"});
}

TEST_CASE("links to other files are told", "[ingest][workbook]") {
  Parts parts =
      workbook("<sheetData>" + text_row(1, {"三级指标"}) + text_row(2, {"设备购置数量"}) + "</sheetData>");
  std::string& relationships = parts["xl/_rels/workbook.xml.rels"];
  relationships.insert(relationships.find("</Relationships>"),
                       "<Relationship Id=\"rId9\" Type=\"x/externalLink\" Target=\"externalLinks/a.xml\"/>");
  CHECK(read_parts(parts).the(findings::external_links).arguments == Texts{"1"});
}

TEST_CASE("several sheets are several tables", "[ingest][workbook]") {
  Parts parts = workbook("<sheetData>" + text_row(1, {"三级指标", "指标值"})
                         + text_row(2, {"设备购置数量", "≥5台"}) + "</sheetData>");
  parts["xl/workbook.xml"] =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"一\" r:id=\"rId1\"/><sheet name=\"二\" "
      "r:id=\"rId8\"/></sheets></workbook>";
  std::string& relationships = parts["xl/_rels/workbook.xml.rels"];
  relationships.insert(relationships.find("</Relationships>"),
                       "<Relationship Id=\"rId8\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/>");
  parts["xl/worksheets/sheet2.xml"] = "<worksheet><sheetData>" + text_row(1, {"实际完成值", "三级指标"})
                                      + text_row(2, {"3台", "设备维修次数"}) + "</sheetData></worksheet>";
  Table const table = read_parts(parts);
  REQUIRE(table.projects.size() == 2);
  // What the first sheet left in a row must not show in the second.
  CHECK(table.column(Column::target) == Texts{"≥5台", ""});
  CHECK(table.column(Column::actual) == Texts{"", "3台"});
  CHECK(table.sources.at(table.projects[1].header->source).sheet == "二");
}
