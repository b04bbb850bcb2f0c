// Workbooks as documents: what their sheets say is what the standard table reads; merged cells stay merged.
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/findings.hpp"
#include "tests/ingest/documents/parts.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::documents::findings;

namespace {

std::string merges(Texts const& ranges) {
  std::string result = "<mergeCells>";
  for (std::string const& each : ranges) {
    result += "<mergeCell ref=\"" + each + "\"/>";
  }
  return result + "</mergeCells>";
}

ReadDocument read(std::string const& rows, Texts const& ranges = {},
                  ingest::IngestLimits const& limits = {}) {
  return read_packed(workbook("<sheetData>" + rows + "</sheetData>" + merges(ranges)), limits);
}

} // namespace

TEST_CASE("sheets are grids with their merged cells", "[documents][xlsx]") {
  ReadDocument const document = read(
      text_row(1, {"甲", "", "乙"}) + text_row(2, {"", "", "丙"}) + text_row(5, {"丁"}), {"A1:B2", "C3:C4"});
  CHECK(shown(document.parts())
        == Lines{"[Sheet1 grid]", "1:0(2x2)=甲|2=乙", "2:2=丙", "3:2(1x2)=", "5:0=丁"});
  CHECK(document.codes().empty());
}

TEST_CASE("values under merged cells are said, overlaps as well", "[documents][xlsx]") {
  ReadDocument const document =
      read(text_row(1, {"甲", "旧"}) + text_row(2, {"", "乙"}), {"A1:B1", "B1:B2", "A2:A3"});
  CHECK(shown(document.parts()) == Lines{"[Sheet1 grid]", "1:0(2x1)=甲", "2:0(1x2)=|1=乙"});
  CHECK(document.the(findings::covered_cells_skipped).arguments == Lines{"1", "旧"});
  CHECK(document.the(findings::cells_overlap).arguments == Lines{"1"});
}

TEST_CASE("a merged cell may cover the sheet", "[documents][xlsx]") {
  ReadDocument const document = read(text_row(1, {"甲"}) + text_row(9, {"乙"}), {"A1:XFD1048576"});
  CHECK(shown(document.parts()) == Lines{"[Sheet1 grid]", "1:0(16384x1048576)=甲"});
  CHECK(document.the(findings::covered_cells_skipped).arguments == Lines{"1", "乙"});
}

TEST_CASE("hundred thousand merged ranges take no time", "[documents][xlsx]") {
  Texts ranges;
  for (int i = 1; i <= 100'000; ++i) {
    ranges.push_back("A" + std::to_string(i) + ":XFD" + std::to_string(i + 1));
  }
  ReadDocument const document = read(text_row(1, {"甲"}), ranges);
  CHECK(document.parts()[0].lines.size() == 50'000);
  CHECK(document.the(findings::cells_overlap).arguments == Lines{"50000"});
}

TEST_CASE("workbooks beyond the limits", "[documents][xlsx]") {
  ingest::IngestLimits limits;
  limits.cells = 2;
  ReadDocument const document =
      read(text_row(1, {"1", "2"}) + text_row(2, {"3"}) + text_row(3, {"4"}), {}, limits);
  CHECK(document.parts()[0].lines.size() == 1);
  CHECK(document.the(findings::document_cells_cut_off).arguments == Lines{"2"});
  limits = {};
  limits.columns = 1;
  CHECK(read(text_row(1, {"1", "2"}), {}, limits).the(ingest::findings::too_many_columns).where.row == 1);
}

TEST_CASE("workbooks with parts that cannot be read", "[documents][xlsx]") {
  Parts parts = workbook("<sheetData>" + text_row(1, {"甲"}) + "</sheetData>");
  parts["xl/sharedStrings.xml"] = "<sst><si>";
  CHECK(read_packed(parts).the(findings::document_damaged).arguments == Lines{"xl/sharedStrings.xml"});
  CHECK(shown(read_packed(parts).parts())[1] == "1:0=甲");
  parts = workbook("");
  parts["xl/worksheets/sheet1.xml"] = "<worksheet>";
  CHECK(read_packed(parts).codes() == Lines{"document_damaged"});
  parts["xl/worksheets/sheet1.xml"] = "(damaged)";
  CHECK(read_packed(parts).codes() == Lines{"document_damaged"});
  parts = workbook("");
  parts["xl/workbook.xml"] =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"草稿\" state=\"hidden\" sheetId=\"1\" "
      "r:id=\"rId1\"/></sheets></workbook>";
  ReadDocument const hidden = read_packed(parts);
  CHECK(hidden.the(ingest::findings::sheet_hidden).arguments == Lines{"草稿"});
  CHECK(hidden.the(findings::document_blank).severity == diagnostic::Severity::error);
}
