#include "engine/ingest/findings.hpp"
#include "engine/ingest/xml_cost.hpp"
#include "tests/ingest/workbook_parts.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::findings;
using model::Column;

namespace {

Parts small_workbook() {
  return workbook("<sheetData>" + text_row(1, {"三级指标", "指标值"}) + text_row(2, {"设备购置数量", "≥5台"})
                  + "</sheetData>");
}

Table read_bytes(std::string const& bytes) {
  return read_table(bytes, ingest::detect_format(bytes, "table.xlsx"), "table.xlsx", &open_parts);
}

Table read_with(std::string const& part, std::string const& text) {
  Parts parts = small_workbook();
  parts[part] = text;
  return read_parts(parts);
}

Table read_without(std::string const& part) {
  Parts parts = small_workbook();
  parts.erase(part);
  return read_parts(parts);
}

std::string widened(std::string const& text) {
  std::string result;
  for (char const c : text) {
    result += c;
    result += '\0';
  }
  return result;
}

} // namespace

TEST_CASE("the first bytes say what a file is", "[ingest][refused]") {
  using ingest::detect_format;
  using ingest::Format;
  CHECK(detect_format("PK\x03\x04", "a.csv") == Format::xlsx);
  CHECK(detect_format("a,b\n", "a.csv") == Format::csv);
  CHECK(detect_format("a,b\n", "a.xlsx") == Format::csv);
  CHECK(detect_format("a\tb\n", "A.TSV") == Format::tsv);
  CHECK(detect_format("a\tb\tc,d\n", "a.txt") == Format::tsv);
  CHECK(detect_format("a\tb,c,d\n", "a.txt") == Format::csv);
  CHECK(detect_format("", "a.xlsx") == Format::csv);
  CHECK(detect_format("三级指标,指标值\n", "表.xls") == Format::csv);
  CHECK(detect_format(std::string("\x01\x02\x03\xFF\x00\x81", 6), "a.xlsx") == Format::xlsx);
  CHECK(detect_format("<html><table>", "a.xls") == Format::xlsx);
}

TEST_CASE("files of other programs are called by their name", "[ingest][refused]") {
  std::string const ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(500, '\0');
  struct Case {
    std::string bytes;
    diagnostic::Code code;
    Texts arguments;
  };
  std::vector<Case> const cases{
      {ole + widened("Workbook"), findings::workbook_legacy, {}},
      {ole + widened("EncryptedPackage"), findings::workbook_encrypted, {}},
      {ole + widened("WordDocument"), findings::not_a_table, {"DOC"}},
      {"%PDF-1.7\n", findings::not_a_table, {"PDF"}},
      {"{\\rtf1", findings::not_a_table, {"RTF"}},
      {"\xEF\xBB\xBF\r\n<!DOCTYPE HTML><html>", findings::not_a_table, {"HTML"}},
      {"<?xml version=\"1.0\"?><a/>", findings::not_a_table, {"XML"}},
      {"\x89PNG\r\n", findings::not_a_table, {"PNG/JPEG/GIF"}},
      {"\x1F\x8B\x08 ", findings::not_a_table, {"GZIP/7Z/RAR"}},
      {std::string("\x01\x02\x03\x80\x81\xFF\xFE\x00\x10", 9), findings::not_a_workbook, {}},
      {pack({{"word/document.xml", "<w/>"}}), findings::not_a_table, {"DOCX"}},
      {pack({{"ppt/presentation.xml", "<w/>"}}), findings::not_a_table, {"PPTX"}},
      {pack({{"content.xml", "<w/>"}}), findings::not_a_table, {"ODS/ODT"}},
      {pack({{"xl/workbook.bin", "x"}}), findings::not_a_table, {"XLSB"}},
      {pack({{"readme.txt", "x"}}), findings::workbook_damaged, {"xl/workbook.xml"}},
  };
  for (Case const& each : cases) {
    Table const table = read_bytes(each.bytes);
    INFO(each.code.id << " " << (each.arguments.empty() ? "" : each.arguments[0]));
    CHECK(table.codes() == Texts{std::string(each.code.id)});
    CHECK(table.the(each.code).arguments == each.arguments);
    CHECK(table.sources.at(table.the(each.code).where.source).file == "table.xlsx");
    CHECK_FALSE(table.readable);
  }
}

TEST_CASE("an empty file is empty, whatever its name", "[ingest][refused]") {
  Table const table = read_table("", ingest::Format::xlsx, "table.xlsx", &open_parts);
  CHECK(table.codes() == Texts{"input_empty"});
  CHECK(table.readable);
}

TEST_CASE("damaged parts are named and what is whole is read", "[ingest][refused]") {
  CHECK(read_with("xl/workbook.xml", "<workbook").the(findings::workbook_damaged).arguments
        == Texts{"xl/workbook.xml"});
  CHECK_FALSE(read_with("xl/workbook.xml", "<workbook").readable);
  CHECK(read_with("xl/workbook.xml", "(damaged)").count(findings::workbook_damaged) == 1);
  CHECK(read_with("xl/workbook.xml", "<other/>").count(findings::workbook_damaged) == 1);

  Table const sheet = read_with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>");
  CHECK(sheet.codes() == Texts{"workbook_damaged"});
  CHECK_FALSE(sheet.readable);
  CHECK_FALSE(read_without("xl/worksheets/sheet1.xml").readable);
  CHECK(read_without("xl/worksheets/sheet1.xml").the(findings::workbook_damaged).arguments
        == Texts{"xl/worksheets/sheet1.xml"});

  Table const styles = read_with("xl/styles.xml", "<<<");
  CHECK(styles.the(findings::workbook_damaged).arguments == Texts{"xl/styles.xml"});
  CHECK(styles.column(Column::target) == Texts{"≥5台"});
  CHECK(styles.readable);
  CHECK(read_with("xl/sharedStrings.xml", "<sst><si><t>a</t></si>").column(Column::target) == Texts{"≥5台"});
  CHECK(read_without("xl/styles.xml").count(findings::workbook_damaged) == 1);
  CHECK(read_without("xl/_rels/workbook.xml.rels").codes() == Texts{"sheet_not_cells", "input_empty"});
}

TEST_CASE("a locked member and a missing library are told", "[ingest][refused]") {
  Table const locked = read_with("xl/workbook.xml", "(encrypted)");
  CHECK(locked.codes() == Texts{"workbook_encrypted"});
  CHECK_FALSE(locked.readable);
  Table const library = read_with("xl/workbook.xml", "(unavailable)");
  CHECK(library.codes() == Texts{"workbook_unsupported"});
  CHECK_FALSE(library.readable);
  auto const refuse = [](std::string_view) { return std::unique_ptr<ingest::Archive>(); };
  Table const no_archive = read_table(pack(small_workbook()), ingest::Format::xlsx, "a.xlsx", refuse);
  CHECK(no_archive.the(findings::workbook_damaged).arguments == Texts{"zip"});
}

TEST_CASE("limits hold", "[ingest][refused]") {
  ingest::IngestLimits limits;
  limits.workbook_bytes = 100;
  CHECK(read_parts(small_workbook(), limits).the(findings::input_too_large).arguments == Texts{"100"});
  CHECK_FALSE(read_parts(small_workbook(), limits).readable);

  limits = {};
  limits.expanded_bytes = 1500;
  CHECK(read_parts(small_workbook(), limits).count(findings::workbook_too_large) >= 1);

  limits = {};
  limits.cells = 3;
  Table const cells =
      read_parts(workbook("<sheetData>" + text_row(1, {"三级指标"}) + text_row(2, {"设备购置数量"})
                          + text_row(3, {"设备维修次数"}) + text_row(4, {"设备完好比率"}) + "</sheetData>"),
                 limits);
  CHECK(cells.column(Column::name) == Texts{"设备购置数量", "设备维修次数"});
  CHECK(cells.the(findings::too_many_cells).arguments == Texts{"3"});

  limits = {};
  limits.columns = 2;
  Table const columns = read_parts(workbook("<sheetData>" + text_row(1, {"三级指标", "指标值"})
                                            + text_row(2, {"设备购置数量", "5", "6", "7"}) + "</sheetData>"),
                                   limits);
  CHECK(columns.column(Column::target) == Texts{"5"});
  CHECK(columns.the(findings::too_many_columns).arguments == Texts{"4", "2"});

  limits = {};
  limits.cell_bytes = 10;
  Table const text =
      read_parts(workbook("<sheetData>" + text_row(1, {"三级指标", "指标值"}) + "</sheetData>"), limits);
  CHECK(text.count(findings::table_cell_too_long) == 2 - 1);

  limits = {};
  limits.sheets = 1;
  Parts two = small_workbook();
  two["xl/workbook.xml"] =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"一\" r:id=\"rId1\"/><sheet name=\"二\" "
      "r:id=\"rId1\"/></sheets></workbook>";
  Table const sheets = read_parts(two, limits);
  CHECK(sheets.projects.size() == 1);
  CHECK(sheets.the(findings::too_many_sheets).arguments == Texts{"2", "1"});
}

TEST_CASE("deep and dense XML is measured before it becomes a tree", "[ingest][refused]") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) {
    deep += "<a>";
  }
  Table const table = read_with("xl/worksheets/sheet1.xml", "<worksheet>" + deep);
  CHECK(table.the(findings::workbook_too_large).arguments[0] == "xl/worksheets/sheet1.xml");
  CHECK(ingest::measure_xml("<?xml?><a b=\"1\"><c/><d e='2'>t</d></a>").depth == 2);
  std::string dense(3'000'000, ' ');
  for (std::size_t i = 0; i + 4 <= dense.size(); i += 4) {
    dense.replace(i, 4, "<a/>");
  }
  ingest::IngestLimits limits;
  limits.expanded_bytes = 64u << 20;
  Parts parts = small_workbook();
  parts["xl/worksheets/sheet1.xml"] = "<worksheet>" + dense + "</worksheet>";
  CHECK(read_parts(parts, limits).count(findings::workbook_too_large) == 1);
}

TEST_CASE("odd places of cells and rows lose no text", "[ingest][refused]") {
  Table const table =
      read_parts(workbook("<sheetData><row r=\"x\"><c r=\"??\" "
                          "t=\"inlineStr\"><is><t>三级指标</t></is></c><c t=\"inlineStr\"><is><t>指标值"
                          "</t></is></c></row><other/><row r=\"9\"><c r=\"B9\"><v>7</v></c><c r=\"A9\" "
                          "t=\"inlineStr\"><is><t>设备购置数量"
                          "</t></is></c></row></sheetData><mergeCells><mergeCell ref=\"A1\"/><mergeCell "
                          "ref=\"B2:A1\"/><mergeCell/>"
                          "<mergeCell ref=\"C5:D9\"/></mergeCells>"));
  CHECK(table.column(Column::name) == Texts{"设备购置数量"});
  CHECK(table.column(Column::target) == Texts{"7"});
  CHECK(table.projects[0].rows[0].row == 9);
  CHECK(table.codes() == Texts{});
}

TEST_CASE("texts that are no UTF-8 are repaired", "[ingest][refused]") {
  Table const table = read_parts(
      workbook("<sheetData>" + text_row(1, {"三级指标"}) + text_row(2, {"设备\xFF购置"}) + "</sheetData>"));
  CHECK(table.column(Column::name) == Texts{"设备\xEF\xBF\xBD购置"});
  CHECK(table.count(findings::text_damaged) == 1);
}
