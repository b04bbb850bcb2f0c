// Web pages, parsed by the library that the program uses.
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/findings.hpp"
#include "engine/pipeline/html_libxml2.hpp"
#include "tests/ingest/documents/reading.hpp"

#include <stdexcept>

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::documents::findings;

namespace {

ReadDocument read(std::string const& page, ingest::IngestLimits const& limits = {}) {
  ReadDocument result;
  result.outcome = ingest::documents::read_document(page, "page.html", {nullptr, &pipeline::parse_html},
                                                    result.sources, limits);
  return result;
}

Lines shown_page(std::string const& body) {
  return shown(read("<html><head><title>题</title></head><body>" + body + "</body></html>").parts());
}

std::string repeated(std::string const& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    result += text;
  }
  return result;
}

} // namespace

TEST_CASE("tables of a page are grids, the rest is text", "[pipeline][html]") {
  CHECK(shown_page("<p>前<b>言</b></p>一<br>二<table><tr><td>甲</td><td>乙</td></tr></table><div>后</div>")
        == Lines{"[]", "1:0=前言", "2:0=一", "3:0=二", "[#1 grid]", "1:0=甲|1=乙", "[]", "4:0=后"});
  CHECK(shown_page("<table><caption>标题</caption><thead><tr><th>头</thead><tbody><tr><td>身</table>")
        == Lines{"[]", "1:0=标题", "[#1 grid]", "1:0=头", "2:0=身"});
}

TEST_CASE("text flows as a browser flows it", "[pipeline][html]") {
  CHECK(shown_page("<table><tr><td> 甲\n  乙&nbsp;丙 <p>丁</p>\n<p>戊<br>己</p> "
                   "</td><td>&lt;5&#25351;&amp;</td></tr></table>")
        == Lines{"[#1 grid]", "1:0=甲 乙\xC2\xA0丙\n丁\n戊\n己|1=<5指&"});
  CHECK(shown_page("<pre>一\t二\n  三</pre>") == Lines{"[]", "1:0=一|1=二", "2:0=  三"});
  CHECK(shown_page("<script>var a = '<table>';</script><style>td{}</style>字<!-- 注 -->")
        == Lines{"[]", "1:0=字"});
  CHECK(shown_page("<table><tr><td><input value='95'><input type=hidden value='1'></table>")
        == Lines{"[#1 grid]", "1:0=95"});
}

TEST_CASE("of a list the chosen line is shown, an underlined sign is one sign, a foot stands below",
          "[pipeline][html]") {
  CHECK(shown_page(
            "<table><tr><td><select><option>78%<option selected>88%</select><td><select><option>甲</option>"
            "<option>乙</option></select>人</table>")
        == Lines{"[#1 grid]", "1:0=88%|1=甲人"});
  CHECK(shown_page("<table><tr><td><u>&gt;</u>90%<td><u>&lt;</u>5<td><u>&gt;90%</u>以上<td>&gt;3</table>")
        == Lines{"[#1 grid]", "1:0=≥90%|1=≤5|2=>90%以上|3=>3"});
  CHECK(shown_page("<table><thead><tr><td>头<tfoot><tr><td>合计<tbody><tr><td>一<tr><td>二</table>")
        == Lines{"[#1 grid]", "1:0=头", "2:0=一", "3:0=二", "4:0=合计"});
}

TEST_CASE("text that a page strikes through or hides is left out and told", "[pipeline][html]") {
  ReadDocument const document =
      read("<table><tr><td><del>40</del>52万<td><span style='Display : None'>99%</span>97%<td><s>1</s>2"
           "<td hidden>旧<td><b style='text-decoration:line-through'>3</b>4</table>");
  CHECK(shown(document.parts()) == Lines{"[#1 grid]", "1:0=52万|1=97%|2=2|3=4"});
  CHECK(document.the(findings::text_left_out).arguments == Lines{"5", "40 | 99% | 1 | 旧 | 3"});
}

TEST_CASE("a page that ends inside a table is told", "[pipeline][html]") {
  ReadDocument const cut = read("<table><tr><td>甲<td>乙</tr><tr><td>丙</t");
  CHECK(cut.the(findings::page_cut_off).arguments == Lines{"1"});
  for (char const* page :
       {"<TABLE><tr><td>甲</TABLE>", "<!-- <table> --><p>字", "<script>'<table>'</script>字"}) {
    std::vector<std::string> const codes = read(page).codes();
    CHECK(std::count(codes.begin(), codes.end(), "page_cut_off") == 0);
  }
}

TEST_CASE("merged cells of a page", "[pipeline][html]") {
  CHECK(shown_page("<table><tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙<tr><td>1<td>2<td>3</table>")
        == Lines{"[#1 grid]", "1:0(2x2)=甲|2=乙", "2:2=丙", "3:0=1|1=2|2=3"});
  // To the end of the table, and beyond it.
  CHECK(shown_page("<table><tr><td rowspan=0>甲<td>1<tr><td>2</table>")
        == Lines{"[#1 grid]", "1:0(1x2)=甲|1=1", "2:1=2"});
  CHECK(shown_page("<table><tr><td rowspan=9>甲<td>1<tr><td>2</table>")
        == Lines{"[#1 grid]", "1:0(1x2)=甲|1=1", "2:1=2"});
  // Not beyond its group.
  CHECK(shown_page("<table><tbody><tr><td rowspan=9>甲</tbody><tbody><tr><td>乙</tbody></table>")
        == Lines{"[#1 grid]", "1:0=甲", "2:0=乙"});
  // Nonsense counts as one.
  CHECK(shown_page("<table><tr><td colspan=x rowspan=-1>甲<td>乙</table>")
        == Lines{"[#1 grid]", "1:0=甲|1=乙"});
}

TEST_CASE("merged cells of a page that overlap", "[pipeline][html]") {
  ReadDocument const document = read("<table><tr><td>1<td rowspan=2>甲<tr><td colspan=2>乙<td>丙</table>");
  CHECK(shown(document.parts()) == Lines{"[#1 grid]", "1:0=1|1(1x2)=甲", "2:0=乙|2=丙"});
  CHECK(document.the(findings::cells_overlap).arguments == Lines{"1"});
}

TEST_CASE("tables in cells follow the table around them", "[pipeline][html]") {
  ReadDocument const document =
      read("<table><tr><td>外<table><tr><td>内<table><tr><td>里</table></table>后<td>旁</table>"
           "<table><tr><td>另</table>");
  CHECK(shown(document.parts())
        == Lines{"[#1 grid]", "1:0=外\n后|1=旁", "[#2 grid]", "1:0=内", "[#3 grid]", "1:0=里", "[#4 grid]",
                 "1:0=另"});
  std::size_t nested = 0;
  for (diagnostic::Diagnostic const& each : document.outcome.diagnostics) {
    nested += each.code == findings::nested_table.id ? 1 : 0;
  }
  CHECK(nested == 2);
}

TEST_CASE("a cell of a page that holds a picture or a table is no blank", "[pipeline][html]") {
  std::string const front = "<table><tr><td>成活率<td>≥95%<td>";
  for (std::string const& answer :
       {std::string("<img src=a.png alt='48%'>"), std::string("<img src=a.png>")}) {
    ReadDocument const document = read(front + answer + "</table>");
    CHECK(shown(document.parts()) == Lines{"[#1 grid]", "1:0=成活率|1=≥95%|2=\uFFFD"});
    CHECK(document.the(findings::picture_for_text).arguments == Lines{"成活率 | ≥95%"});
  }
  CHECK(read(front + "<img src=a.png alt=''></table>").codes().empty());
  CHECK(read(front + "97%<img src=a.png></table>").codes().empty());
  CHECK(read(front + "<table><tr><td>22</table></table>").the(findings::table_for_text).where.column == 3);
}

TEST_CASE("pages that forget to close what they open", "[pipeline][html]") {
  CHECK(shown_page("<table><tr><td>甲<td>乙<tr><td>丙") == Lines{"[#1 grid]", "1:0=甲|1=乙", "2:0=丙"});
  CHECK(shown_page("<table><td>甲</td></tr><tr><td>乙</td></table></table></td>字")
        == Lines{"[#1 grid]", "1:0=甲", "2:0=乙", "[]", "1:0=字"});
  CHECK(shown_page("<table>散<tr>落<td>甲</td>的</tr>字</table>")[1] == "1:0=散落的字");
  CHECK(shown_page(repeated("<font>", 500) + "字") == Lines{"[]", "1:0=字"});
}

TEST_CASE("pages in any encoding, whatever they declare", "[pipeline][html]") {
  // GBK that declares gb2312, with a character that only GBK has.
  std::string const meta = "<meta charset=gb2312>";
  CHECK(shown(read("<html>" + meta + "<table><tr><td>\xD6\xB8\xB1\xEA\xE9\x46</table>").parts())[1]
        == "1:0=指标镕");
  CHECK(shown(read("<html>" + meta + "<table><tr><td>指标</table>").parts())[1] == "1:0=指标");
  std::string utf16 = "\xFF\xFE";
  for (char const c : std::string("<html><table><tr><td>5</table>")) {
    utf16 += c;
    utf16 += '\0';
  }
  CHECK(shown(read(utf16).parts())[1] == "1:0=5");
  ReadDocument const damaged = read("<html><table><tr><td>产出指标数量\xFF</table>");
  CHECK(damaged.the(ingest::findings::text_replaced).arguments == Lines{"1"});
  CHECK(read(std::string("<html>") + std::string(1, '\0') + "<p>字").codes().empty());
  CHECK(read("<html>\x01\x02\x03\x04\x05\xFF\xFE\x80\x81").codes() == Lines{"encoding_unknown"});
}

TEST_CASE("entities of a page are characters and nothing else", "[pipeline][html]") {
  ReadDocument const document = read("<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b "
                                     "\"bbbb\">]><html><p>&a;&b;&nosuch;字");
  Lines const lines = shown(document.parts());
  CHECK(lines.back().find("&a;&b;&nosuch;字") != std::string::npos);
  CHECK(lines.back().find("root:") == std::string::npos);
}

TEST_CASE("pages beyond the limits", "[pipeline][html]") {
  ReadDocument const deep = read("<html>字" + repeated("<div>", 100'000));
  CHECK(deep.the(findings::document_too_deep).arguments == Lines{"1000"});
  CHECK(shown(deep.parts()) == Lines{"[]", "1:0=字"});
  CHECK(
      read("<html>" + repeated("<table><tr><td>", 100'000)).the(findings::document_too_deep).arguments.size()
      == 1);
  std::string tag = "<p";
  for (int i = 0; i < 100'000; ++i) {
    tag += " a" + std::to_string(i);
  }
  CHECK(read("<html>" + tag + ">").codes() == Lines{"document_damaged"});
  ingest::IngestLimits limits;
  limits.cells = 3;
  ReadDocument const cut = read("<table>" + repeated("<tr><td>甲<td>乙", 5) + "</table>", limits);
  CHECK(shown(cut.parts()) == Lines{"[#1 grid]", "1:0=甲|1=乙", "2:0=甲"});
  CHECK(cut.the(findings::document_cells_cut_off).arguments == Lines{"3"});
  ReadDocument const wide = read("<table><tr><td colspan=4000000000 rowspan=4000000000>甲<td>乙</table>");
  CHECK(shown(wide.parts()) == Lines{"[#1 grid]", "1:0(16384x1)=甲"});
  CHECK(wide.codes() == Lines{"too_many_columns"});
}

TEST_CASE("places under merged cells count as cells", "[pipeline][html]") {
  ingest::IngestLimits limits;
  limits.cells = 10'000;
  std::string const page = "<table>" + repeated("<tr><td rowspan=65534>甲<td>乙", 2'000) + "</table>";
  ReadDocument const document = read(page, limits);
  CHECK(document.the(findings::document_cells_cut_off).arguments == Lines{"10000"});
  // Row n is found behind n - 1 merged cells.
  CHECK(document.parts()[0].lines.size() == 139);
  CHECK(document.parts()[0].lines[99].cells.back().column == 100);
}

TEST_CASE("a page without text", "[pipeline][html]") {
  CHECK(read("<html><table><tr><td>&#32;</table>").codes() == Lines{"document_blank"});
}

TEST_CASE("what an event throws reaches the caller", "[pipeline][html]") {
  struct Throwing final : ingest::documents::HtmlEvents {
    bool begin_element(std::string_view, Attributes const&) override { throw std::runtime_error("begun"); }
    bool end_element(std::string_view) override { return true; }
    bool text(std::string_view) override { return true; }
  } throwing;
  CHECK_THROWS_AS(pipeline::parse_html("<p>", throwing), std::runtime_error);
}
