#include "engine/ingest/documents/findings.hpp"
#include "tests/ingest/documents/parts.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::documents::findings;

namespace {

std::string run(std::string const& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string paragraph(std::string const& text) {
  return "<w:p>" + run(text) + "</w:p>";
}

/// A cell with these properties.
std::string tc(std::string const& text, std::string const& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

std::string table(std::string const& rows) {
  return "<w:tbl><w:tblPr/>" + rows + "</w:tbl>";
}

std::string row(std::string const& cells) {
  return "<w:tr>" + cells + "</w:tr>";
}

Lines read(std::string const& body) {
  return shown(read_packed(word(body)).parts());
}

std::string const down = "<w:vMerge w:val=\"restart\"/>";
std::string const on = "<w:vMerge/>";

} // namespace

TEST_CASE("paragraphs are running text, tables are grids", "[documents][docx]") {
  CHECK(read(paragraph("标题") + "<w:p/>" + table(row(tc("甲") + tc("")) + row(tc("") + tc("乙")))
             + paragraph("说明"))
        == Lines{"[]", "1:0=标题", "[#1 grid]", "1:0=甲", "2:1=乙", "[]", "3:0=说明"});
}

TEST_CASE("tabs and line breaks of a paragraph", "[documents][docx]") {
  CHECK(read("<w:p>" + run("甲") + "<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>")
        == Lines{"[]", "1:0=甲|1=乙", "1:0=丙"});
  // In a cell they are part of the text; a page break is not.
  CHECK(
      read(table(row("<w:tc><w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type=\"page\"/></w:r></w:p>"
                     "<w:p><w:r><w:t>丙</w:t><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>"
                     "</w:r></w:p></w:tc>")))
      == Lines{"[#1 grid]", "1:0=甲\n乙\n丙-✓"});
}

TEST_CASE("merged cells of Word", "[documents][docx]") {
  CHECK(read(table(row(tc("甲", "<w:gridSpan w:val=\"2\"/>") + tc("乙")) + row(tc("1") + tc("2") + tc("3"))))
        == Lines{"[#1 grid]", "1:0(2x1)=甲|2=乙", "2:0=1|1=2|2=3"});
  CHECK(read(table(row(tc("甲", down) + tc("1")) + row(tc("", on) + tc("2")) + row(tc("", on) + tc("3"))
                   + row(tc("乙", down) + tc("4"))))
        == Lines{"[#1 grid]", "1:0(1x3)=甲|1=1", "2:1=2", "3:1=3", "4:0=乙|1=4"});
  // A merged cell that is as wide goes on; another width begins a cell of its own.
  CHECK(read(table(row(tc("甲", down)) + row(tc("乙", on + "<w:gridSpan w:val=\"2\"/>"))))
        == Lines{"[#1 grid]", "1:0=甲", "2:0(2x1)=乙"});
  CHECK(read(table(row(tc("甲", "<w:hMerge w:val=\"restart\"/>") + tc("", "<w:hMerge/>") + tc("乙"))))
        == Lines{"[#1 grid]", "1:0(2x1)=甲|2=乙"});
  // A row that begins further right, and one that goes on with nothing.
  CHECK(read(table("<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" + tc("甲") + "</w:tr>"
                   + row(tc("乙", on))))
        == Lines{"[#1 grid]", "1:2=甲", "2:0=乙"});
}

TEST_CASE("text under a merged cell is said and not read", "[documents][docx]") {
  ReadDocument const document = read_packed(word(table(row(tc("甲", down)) + row(tc("旧", on)))));
  CHECK(shown(document.parts()) == Lines{"[#1 grid]", "1:0(1x2)=甲"});
  CHECK(document.the(findings::covered_cells_skipped).arguments == Lines{"1", "旧"});
}

TEST_CASE("content controls around anything", "[documents][docx]") {
  auto const control = [](std::string const& content) {
    return "<w:sdt><w:sdtPr/><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
  };
  CHECK(read(control(table(control(row(control(tc("甲")) + "<w:tc>"
                                       + control("<w:p>" + control(run("乙")) + "</w:p>") + "</w:tc>")))))
        == Lines{"[#1 grid]", "1:0=甲|1=乙"});
  ReadDocument const prompt =
      read_packed(word(paragraph("姓名") + "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                       + run("单击此处") + "</w:sdtContent></w:sdt></w:p>"));
  CHECK(shown(prompt.parts()) == Lines{"[]", "1:0=姓名"});
  CHECK(prompt.the(findings::prompts_skipped).arguments == Lines{"1"});
}

TEST_CASE("tracked changes", "[documents][docx]") {
  ReadDocument const document = read_packed(word(
      "<w:p><w:ins>" + run("新") + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>"
      + run("移走") + "</w:moveFrom><w:moveTo>" + run("移来") + "</w:moveTo></w:p>"
      + table(row(tc("甲")) + "<w:tr><w:trPr><w:del/></w:trPr>" + tc("删") + "</w:tr>"
              + row(tc("乙") + tc("删", "<w:cellDel/>")))));
  CHECK(shown(document.parts()) == Lines{"[]", "1:0=新移来", "[#1 grid]", "1:0=甲", "3:0=乙"});
  CHECK(document.the(findings::deletions_skipped).arguments == Lines{"4"});
}

TEST_CASE("alternative contents and text boxes are read once", "[documents][docx]") {
  std::string const box = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>";
  std::string const alternatives = "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box
                                   + "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box
                                   + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  ReadDocument const document =
      read_packed(word("<w:p>" + alternatives + run("段落") + "</w:p>"
                       + table(row("<w:tc><w:p>" + run("格") + alternatives + "</w:p></w:tc>"))));
  CHECK(shown(document.parts()) == Lines{"[]", "1:0=段落", "2:0=框内", "[#1 grid]", "1:0=格\n框内"});
  CHECK(document.the(findings::text_box_read).arguments == Lines{"2"});
}

TEST_CASE("a table in a cell follows the table around it", "[documents][docx]") {
  std::string const inner = table(row(tc("内")));
  ReadDocument const document = read_packed(word(
      table(row("<w:tc>" + paragraph("外") + inner + paragraph("后") + "</w:tc>")) + table(row(tc("另")))));
  CHECK(shown(document.parts())
        == Lines{"[#1 grid]", "1:0=外\n后", "[#2 grid]", "1:0=内", "[#3 grid]", "1:0=另"});
  diagnostic::Diagnostic const& finding = document.the(findings::nested_table);
  CHECK(finding.arguments == Lines{"#1"});
  CHECK(document.sources.at(finding.where.source).sheet == "#2");
}

TEST_CASE("a cell whose answer is a table or a picture is no blank", "[documents][docx]") {
  std::string const inner = "<w:tc>" + table(row(tc("30") + tc("22"))) + paragraph("") + "</w:tc>";
  std::string const picture = "<w:tc><w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p></w:tc>";
  ReadDocument const document = read_packed(
      word(table(row(tc("面积") + tc("≥50") + inner) + row(tc("成活率") + tc("≥95%") + picture))));
  CHECK(shown(document.parts())
        == Lines{"[#1 grid]", "1:0=面积|1=≥50|2=\uFFFD", "2:0=成活率|1=≥95%|2=\uFFFD", "[#2 grid]",
                 "1:0=30|1=22"});
  diagnostic::Diagnostic const& nested = document.the(findings::table_for_text);
  CHECK(nested.severity == diagnostic::Severity::warning);
  CHECK(nested.arguments == Lines{"面积 | ≥50"});
  CHECK(nested.where.column == 3);
  CHECK(document.the(findings::picture_for_text).arguments == Lines{"成活率 | ≥95%"});
  // Beside one text it may be a seal, or the page is laid out so.
  ReadDocument const seal = read_packed(word(table(row(tc("盖章") + picture))));
  CHECK(shown(seal.parts()) == Lines{"[#1 grid]", "1:0=盖章"});
}

TEST_CASE("hidden rows of a Word table are read and told", "[documents][docx]") {
  ReadDocument const document =
      read_packed(word(table("<w:tr><w:trPr><w:hidden/></w:trPr>" + tc("隐") + "</w:tr>" + row(tc("显")))));
  CHECK(shown(document.parts()) == Lines{"[#1 grid]", "1:0=隐", "2:0=显"});
  CHECK(document.the(findings::hidden_text_read).arguments == Lines{"1"});
}

TEST_CASE("text that is struck through or hidden is left out and told", "[documents][docx]") {
  auto const marked = [](std::string const& mark, std::string const& text) {
    return "<w:r><w:rPr><w:" + mark + "/></w:rPr><w:t>" + text + "</w:t></w:r>";
  };
  ReadDocument const document = read_packed(
      word(table(row("<w:tc><w:p>" + run("52") + marked("strike", "51") + marked("dstrike", "50")
                     + marked("vanish", "49") + marked("strike w:val=\"0\"", "万") + "</w:p></w:tc>"))));
  CHECK(shown(document.parts()) == Lines{"[#1 grid]", "1:0=52万"});
  CHECK(document.the(findings::text_left_out).arguments == Lines{"3", "51 | 50 | 49"});
}

TEST_CASE("text of a style that hides it is left out and told", "[documents][docx]") {
  auto const styled = [](std::string const& properties, std::string const& text) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
  };
  std::string const off = "<w:rStyle w:val=\"off\"/>";
  Parts parts =
      word("<w:p>" + styled("<w:rStyle w:val=\"based\"/>", "甲") + styled("<w:rStyle w:val=\"on\"/>", "乙")
           + styled(off + "<w:vanish w:val=\"0\"/>", "丙")
           + "</w:p><w:p><w:pPr><w:pStyle w:val=\"off\"/></w:pPr>" + run("丁") + "</w:p>");
  parts["word/_rels/document.xml.rels"] =
      "<Relationships><Relationship Id=\"r9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/styles\" Target=\"styles.xml\"/></Relationships>";
  parts["word/styles.xml"] =
      "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"off\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:styleId=\"based\"><w:basedOn w:val=\"off\"/></w:style>"
      "<w:style w:styleId=\"on\"><w:basedOn w:val=\"off\"/><w:rPr><w:vanish "
      "w:val=\"0\"/></w:rPr></w:style></w:styles>";
  ReadDocument const document = read_packed(parts);
  CHECK(shown(document.parts()) == Lines{"[]", "1:0=乙丙"});
  CHECK(document.the(findings::text_left_out).arguments == Lines{"2", "甲 | 丁"});
}

TEST_CASE("characters of symbol fonts are the signs that they show", "[documents][docx]") {
  auto const sym = [](std::string const& font, std::string const& code) {
    return "<w:r><w:sym w:font=\"" + font + "\" w:char=\"" + code + "\"/></w:r>";
  };
  ReadDocument const known =
      read_packed(word("<w:p>" + sym("Symbol", "F0B3") + run("95") + sym("Symbol", "F025")
                       + sym("Symbol", "F0A3") + sym("Symbol", "F0B1") + "</w:p>"));
  CHECK(shown(known.parts()) == Lines{"[]", "1:0=≥95%≤±"});
  ReadDocument const unknown = read_packed(word("<w:p>" + sym("Own", "F041") + run("95") + "</w:p>"));
  CHECK(shown(unknown.parts())
        == Lines{"[]", "1:0=\xEF\xBF\xBD"
                       "95"});
  CHECK(unknown.the(findings::symbols_unknown).arguments == Lines{"1", "Own F041"});
}

TEST_CASE("hidden text, fields, formulas, embedded files", "[documents][docx]") {
  ReadDocument const document = read_packed(
      word("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish "
           "w:val=\"0\"/></w:rPr><w:t>显</w:t>"
           "</w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>"
           + run("链") + "</w:hyperlink><w:ruby><w:rt>" + run("yin") + "</w:rt><w:rubyBase>" + run("音")
           + "</w:rubyBase></w:ruby><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
             "<w:r><w:object><v:imagedata/><o:OLEObject/></w:object></w:r></w:p><w:altChunk/>"));
  CHECK(shown(document.parts()) == Lines{"[]", "1:0=显链音x"});
  CHECK(document.the(findings::text_left_out).arguments == Lines{"1", "隐"});
  CHECK(document.the(findings::embedded_not_read).arguments == Lines{"2"});
}

TEST_CASE("notes at the foot are read after the text", "[documents][docx]") {
  Parts parts = word(paragraph("正文"));
  parts["word/_rels/document.xml.rels"] =
      "<Relationships><Relationship Id=\"1\" Type=\"x/footnotes\" Target=\"footnotes.xml\"/></Relationships>";
  parts["word/footnotes.xml"] = "<w:footnotes><w:footnote>" + paragraph("注") + "</w:footnote></w:footnotes>";
  CHECK(shown(read_packed(parts).parts()) == Lines{"[]", "1:0=正文", "2:0=注"});
}

TEST_CASE("the main part is the one that the package names", "[documents][docx]") {
  Parts parts = word(paragraph("错"));
  parts["custom/document.xml"] = word(paragraph("对"))["word/document.xml"];
  parts["_rels/.rels"] = "<Relationships><Relationship Id=\"1\" Type=\"x/officeDocument\" "
                         "Target=\"/custom/document.xml\"/></Relationships>";
  CHECK(shown(read_packed(parts).parts()) == Lines{"[]", "1:0=对"});
}

TEST_CASE("Word documents that cannot be read", "[documents][docx]") {
  CHECK(read_packed({{"word/document.xml", "<w:document>"}}).codes() == Lines{"document_damaged"});
  CHECK(read_packed({{"word/document.xml", "<w:document/>"}}).codes() == Lines{"document_damaged"});
  CHECK(read_packed({{"word/document.xml", "(damaged)"}}).codes() == Lines{"document_damaged"});
  CHECK(read_packed({{"word/document.xml", "(encrypted)"}}).codes() == Lines{"document_encrypted"});
  CHECK(read_packed(word("")).codes() == Lines{"document_blank"});
  CHECK(read_packed(word(repeated("<w:sdt><w:sdtContent>", 100'000))).codes() == Lines{"document_too_deep"});
  ingest::IngestLimits limits;
  limits.expanded_bytes = 100;
  CHECK(read_packed(word(paragraph(std::string(200, 'x'))), limits).codes() == Lines{"document_too_large"});
}

TEST_CASE("entities of a Word document expand to nothing", "[documents][docx]") {
  Parts parts = word(paragraph("&b;&lt;&#25351;"));
  parts["word/document.xml"] = "<!DOCTYPE d [<!ENTITY a \"" + std::string(1000, 'x')
                               + "\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM "
                                 "\"file:///etc/passwd\">]>"
                               + parts["word/document.xml"];
  CHECK(shown(read_packed(parts).parts()) == Lines{"[]", "1:0=&b;<指"});
}

TEST_CASE("merged cells of Word as wide as they like", "[documents][docx]") {
  ingest::IngestLimits limits;
  limits.columns = 10;
  std::string const wide = tc("宽", "<w:gridSpan w:val=\"4000000000\"/>" + down);
  ReadDocument const document = read_packed(
      word(table(row(wide + tc("外")) + row(tc("", "<w:gridSpan w:val=\"99999999999\"/>" + on)))), limits);
  CHECK(shown(document.parts()) == Lines{"[#1 grid]", "1:0(10x2)=宽"});
}
