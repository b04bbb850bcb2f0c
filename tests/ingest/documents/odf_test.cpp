#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/findings.hpp"
#include "tests/ingest/documents/parts.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::documents::findings;
namespace notices = ingest::findings;

namespace {

std::string text_cell(std::string const& text, std::string const& attributes = {}) {
  return "<table:table-cell office:value-type=\"string\" " + attributes + "><text:p>" + text
         + "</text:p></table:table-cell>";
}

std::string number_cell(std::string const& type, std::string const& value,
                        std::string const& attributes = {}) {
  return "<table:table-cell office:value-type=\"" + type + "\" " + value + " " + attributes
         + "><text:p>shown</text:p></table:table-cell>";
}

std::string row(std::string const& cells, std::string const& attributes = {}) {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

std::string sheet(std::string const& rows, std::string const& attributes = {}) {
  return "<table:table table:name=\"表\" " + attributes + ">" + rows + "</table:table>";
}

ReadDocument read_sheet(std::string const& rows, std::string const& styles = {},
                        ingest::IngestLimits const& limits = {}) {
  return read_packed(open_document("<office:spreadsheet>" + sheet(rows) + "</office:spreadsheet>", styles),
                     limits);
}

/// The lines of the only sheet.
Lines lines_of(std::string const& rows, std::string const& styles = {}) {
  Lines lines = shown(read_sheet(rows, styles).parts());
  CHECK(lines.front() == "[表 grid]");
  lines.erase(lines.begin());
  return lines;
}

std::string const blank = "<table:table-cell/>";

} // namespace

TEST_CASE("values of a spreadsheet are exact", "[documents][odf]") {
  CHECK(lines_of(row(number_cell("float", "office:value=\"12345.678901234\"")
                     + number_cell("percentage", "office:value=\"0.985\"")
                     + number_cell("currency", "office:value=\"20299.03\"")
                     + number_cell("boolean", "office:boolean-value=\"true\"")
                     + number_cell("date", "office:date-value=\"2023-12-31\"")
                     + number_cell("time", "office:time-value=\"PT08H30M00S\"")
                     + number_cell("float", "office:value=\"1E3\"")))
        == Lines{"1:0=12345.678901234|1=98.5%|2=20299.03|3=TRUE|4=2023-12-31|5=08:30|6=1000"});
  ReadDocument const rounded = read_sheet(row(number_cell("float", "office:value=\"0.57999999999999996\"")));
  CHECK(shown(rounded.parts())[1] == "1:0=0.58");
  CHECK(rounded.the(notices::number_rounded).arguments == Lines{"0.57999999999999996", "0.58"});
  // A number without a value is what it shows.
  CHECK(lines_of(row(number_cell("float", ""))) == Lines{"1:0=shown"});
}

TEST_CASE("formats of a spreadsheet say what a cell means", "[documents][odf]") {
  std::string const styles =
      "<number:number-style style:name=\"N1\"><number:text>约</number:text><number:number/><number:text>台"
      "</number:text></number:number-style><number:date-style style:name=\"N2\"><number:year/><number:text>年"
      "</number:text><number:month/></number:date-style><number:currency-style "
      "style:name=\"N3\"><number:text>￥"
      "</number:text><number:number/></number:currency-style><number:number-style style:name=\"N4\">"
      "<number:number number:display-factor=\"10000\"/><number:text>万</number:text></number:number-style>"
      "<style:style style:name=\"a\" style:data-style-name=\"N1\"/>"
      "<style:style style:name=\"b\" style:data-style-name=\"N2\"/>"
      "<style:style style:name=\"c\" style:parent-style-name=\"a\"/>"
      "<style:style style:name=\"d\" style:data-style-name=\"N3\"/>"
      "<style:style style:name=\"e\" style:data-style-name=\"N4\"/>"
      "<style:style style:name=\"f\" style:parent-style-name=\"f\"/>";
  auto const styled = [](std::string const& style) {
    return number_cell("float", "office:value=\"5\"", "table:style-name=\"" + style + "\"");
  };
  CHECK(lines_of(row(styled("a") + styled("c") + styled("d") + styled("e") + styled("f")
                     + number_cell("date", "office:date-value=\"2023-12-31\"", "table:style-name=\"b\"")),
                 styles)
        == Lines{"1:0=约5台|1=约5台|2=5|3=5|4=5|5=2023-12"});
  // A cell without a style has that of its row, else of its column.
  CHECK(lines_of("<table:table-column table:number-columns-repeated=\"2\"/><table:table-column "
                 "table:default-cell-style-name=\"a\"/>"
                     + row(styled("") + styled("") + styled("") + styled(""))
                     + row(styled("") + styled("d"), "table:default-cell-style-name=\"a\""),
                 styles)
        == Lines{"1:0=5|1=5|2=约5台|3=5", "2:0=约5台|1=5"});
}

TEST_CASE("text of a spreadsheet", "[documents][odf]") {
  CHECK(lines_of(row(
            text_cell("甲 <text:span>乙</text:span> <text:span>丙</text:span>\n  丁")
            + text_cell("一<text:s text:c=\"3\"/>二<text:tab/>三<text:line-break/>四</text:p><text:p>五")
            + text_cell("<text:ruby><text:ruby-base>音</text:ruby-base><text:ruby-text>yin</text:ruby-text>"
                        "</text:ruby>")))
        == Lines{"1:0=甲 乙 丙 丁|1=一   二\t三\n四\n五|2=音"});
  ReadDocument const commented = read_sheet(
      row(text_cell("甲</text:p><office:annotation><text:p>批</text:p></office:annotation><text:p>乙")));
  CHECK(shown(commented.parts())[1] == "1:0=甲\n乙");
  CHECK(commented.the(findings::comments_skipped).arguments == Lines{"1"});
}

TEST_CASE("repeated rows and columns of a spreadsheet", "[documents][odf]") {
  CHECK(lines_of(row("<table:table-cell table:number-columns-repeated=\"3\"/>"
                     + text_cell("甲", "table:number-columns-repeated=\"2\""))
                 + row(blank, "table:number-rows-repeated=\"1000000\"")
                 + row(text_cell("乙"), "table:number-rows-repeated=\"2\""))
        == Lines{"1:3=甲|4=甲", "1000002:0=乙", "1000003:0=乙"});
  CHECK(lines_of("<table:table-header-rows>" + row(text_cell("头"))
                 + "</table:table-header-rows><table:table-row-group>"
                   "<table:table-rows>"
                 + row(text_cell("身")) + "</table:table-rows></table:table-row-group>")
        == Lines{"1:0=头", "2:0=身"});
}

TEST_CASE("merged cells of a spreadsheet", "[documents][odf]") {
  CHECK(lines_of(row(text_cell("甲", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"")
                     + "<table:covered-table-cell/>" + text_cell("乙"))
                 + row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + text_cell("丙")))
        == Lines{"1:0(2x2)=甲|2=乙", "2:2=丙"});
  ReadDocument const covered =
      read_sheet(row(text_cell("甲", "table:number-columns-spanned=\"2\"")
                     + "<table:covered-table-cell><text:p>旧</text:p></table:covered-table-cell>"));
  CHECK(covered.the(findings::covered_cells_skipped).arguments == Lines{"1", "旧"});
  ReadDocument const overlapping =
      read_sheet(row(text_cell("甲", "table:number-columns-spanned=\"3\" table:number-rows-spanned=\"9\"")
                     + text_cell("乙", "table:number-columns-spanned=\"3\"")));
  CHECK(shown(overlapping.parts())[1] == "1:0(3x9)=甲|1=乙");
  CHECK(overlapping.the(findings::cells_overlap).arguments == Lines{"1"});
}

TEST_CASE("errors and formulas without a result", "[documents][odf]") {
  ReadDocument const document =
      read_sheet(row(text_cell("#DIV/0!", "calcext:value-type=\"error\"") + text_cell("好")
                     + "<table:table-cell table:formula=\"of:=SUM([.A1])\"/>"));
  CHECK(shown(document.parts())[1] == "1:1=好");
  CHECK(document.the(notices::error_value).where.column == 1);
  CHECK(document.the(notices::formula_without_value).where.column == 3);
}

TEST_CASE("hidden sheets are not read, hidden rows are", "[documents][odf]") {
  std::string const styles = "<style:style style:name=\"off\" style:family=\"table\"><style:table-properties "
                             "table:display=\"false\"/></style:style>";
  ReadDocument const document = read_packed(open_document(
      "<office:spreadsheet>" + sheet(row(text_cell("甲")), "table:style-name=\"off\"")
          + sheet(row(text_cell("乙"), "table:visibility=\"filter\"")) + "</office:spreadsheet>",
      styles));
  CHECK(shown(document.parts()) == Lines{"[表 grid]", "1:0=乙"});
  CHECK(document.the(notices::sheet_hidden).arguments == Lines{"表"});
  CHECK(document.the(notices::hidden_rows).arguments == Lines{"1"});
}

TEST_CASE("text that is struck through is left out and told, hidden columns are told", "[documents][odf]") {
  std::string const styles =
      "<style:style style:name=\"struck\" style:family=\"text\"><style:text-properties "
      "style:text-line-through-style=\"solid\"/></style:style><style:style style:name=\"child\" "
      "style:parent-style-name=\"struck\"/><style:style style:name=\"plain\" "
      "style:parent-style-name=\"struck\">"
      "<style:text-properties style:text-line-through-style=\"none\"/></style:style>";
  ReadDocument const document =
      read_sheet("<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
                     + row(text_cell("<text:span text:style-name=\"child\">95%</text:span>97%")
                           + text_cell("<text:span text:style-name=\"plain\">8</text:span>")
                           + number_cell("float", "office:value=\"88\"", "table:style-name=\"struck\"")),
                 styles);
  CHECK(shown(document.parts()) == Lines{"[表 grid]", "1:0=97%|1=8"});
  std::vector<std::string> const codes = document.codes();
  CHECK(std::count(codes.begin(), codes.end(), "text_left_out") == 2);
  CHECK(document.the(notices::hidden_columns).arguments == Lines{"1", "2"});
}

TEST_CASE("a sheet that claims sixteen thousand million cells", "[documents][odf]") {
  ReadDocument const document = read_sheet(row(text_cell("x", "table:number-columns-repeated=\"16384\""),
                                               "table:number-rows-repeated=\"1048576\""));
  CHECK(document.the(findings::document_cells_cut_off).arguments == Lines{"4000000"});
  CHECK(document.parts()[0].lines.size() == 4'000'000 / 16384);
  ingest::IngestLimits limits;
  limits.columns = 2;
  ReadDocument const wide =
      read_sheet(row(text_cell("x", "table:number-columns-repeated=\"99999999999\"")), {}, limits);
  CHECK(shown(wide.parts())[1] == "1:0=x|1=x");
  CHECK(wide.the(notices::too_many_columns).arguments == Lines{"3", "2"});
  limits = {};
  limits.cell_bytes = 100;
  ReadDocument const blanks = read_sheet(row(text_cell("一<text:s text:c=\"4000000000\"/>")), {}, limits);
  CHECK(blanks.the(notices::table_cell_too_long).arguments == Lines{"101", "100"});
  limits = {};
  limits.sheets = 1;
  std::string const one = sheet(row(text_cell("甲")));
  ReadDocument const many =
      read_packed(open_document("<office:spreadsheet>" + one + one + "</office:spreadsheet>"), limits);
  CHECK(many.parts().size() == 1);
  CHECK(many.the(notices::too_many_sheets).arguments == Lines{"2", "1"});
}

TEST_CASE("text documents of the same family", "[documents][odf]") {
  std::string const inner = sheet(row(text_cell("内")));
  ReadDocument const document = read_packed(open_document(
      "<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></"
      "text:deletion>"
      "</text:changed-region></text:tracked-changes><text:h>标题</"
      "text:h><text:section><text:list><text:list-item>"
      "<text:p>一<text:tab/>二</text:p></text:list-item></text:list></text:section>"
      + sheet(row(text_cell("外</text:p>" + inner + "<text:p>后"))) + "<text:p>末</text:p></office:text>"));
  CHECK(shown(document.parts())
        == Lines{"[]", "1:0=标题", "2:0=一|1=二", "[#1 grid]", "1:0=外\n后", "[#2 grid]", "1:0=内", "[]",
                 "3:0=末"});
  CHECK(document.the(findings::nested_table).arguments == Lines{"#1"});
  CHECK(document.the(findings::deletions_skipped).arguments == Lines{"1"});
}

TEST_CASE("a cell of a text document that holds a picture or a table is no blank", "[documents][odf]") {
  std::string const picture =
      "<table:table-cell><text:p><draw:frame><draw:image/></draw:frame></text:p></table:table-cell>";
  std::string const inner = "<table:table-cell>" + sheet(row(text_cell("内"))) + "</table:table-cell>";
  ReadDocument const document = read_packed(
      open_document("<office:text>" + sheet(row(text_cell("面积") + text_cell("≥50") + picture + inner))
                    + "</office:text>"));
  CHECK(shown(document.parts())
        == Lines{"[#1 grid]", "1:0=面积|1=≥50|2=\uFFFD|3=\uFFFD", "[#2 grid]", "1:0=内"});
  CHECK(document.the(findings::picture_for_text).where.column == 3);
  CHECK(document.the(findings::table_for_text).where.column == 4);
}

TEST_CASE("OpenDocument files that cannot be read", "[documents][odf]") {
  Parts parts = open_document("<office:spreadsheet/>");
  CHECK(read_packed(parts).codes() == Lines{"document_blank"});
  parts["META-INF/manifest.xml"] = "<manifest><manifest:encryption-data/></manifest>";
  CHECK(read_packed(parts).codes() == Lines{"document_encrypted"});
  parts = open_document("<office:presentation/>");
  CHECK(read_packed(parts).codes() == Lines{"document_damaged"});
  parts["mimetype"] = "application/vnd.oasis.opendocument.presentation";
  CHECK(read_packed(parts).codes() == Lines{"document_unsupported"});
  parts = open_document("<office:spreadsheet>");
  CHECK(read_packed(parts).codes() == Lines{"document_damaged"});
  parts = open_document(repeated("<text:span>", 100'000));
  CHECK(read_packed(parts).codes() == Lines{"document_too_deep"});
}
