// Pages made by hand in the words of the two programs: boxes of words, and drawings of ruled lines.
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/pdf_lattice.hpp"
#include "grammar/text.hpp"
#include "tests/ingest/documents/parts.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::documents::findings;
namespace pdf = ingest::documents::pdf;

namespace {

/// A word at this place, ten points high, with characters ten wide.
std::string word_at(int x, int y, std::string const& text) {
  auto const characters = static_cast<int>(grammar::count_characters(text));
  auto const attribute = [](char const* name, int value) {
    return std::string(name) + "=\"" + std::to_string(value) + ".000000\" ";
  };
  return "<word " + attribute("xMin", x) + attribute("yMin", y) + attribute("xMax", x + 10 * characters)
         + attribute("yMax", y + 10) + ">" + text + "</word>\n";
}

std::string page(std::string const& words) {
  return "  <page width=\"600.000000\" height=\"800.000000\">\n<flow><block><line>" + words
         + "</line></block></flow></page>\n";
}

std::string boxes(std::string const& pages) {
  return "<!DOCTYPE html><html><body>\n<doc>\n" + pages + "</doc></body></html>";
}

std::string line(int x0, int y0, int x1, int y1) {
  auto const point = [](int x, int y) { return std::to_string(x) + " " + std::to_string(y); };
  return "<path style=\"fill:none;stroke-width:0.5;\" d=\"M " + point(x0, y0) + " L " + point(x1, y1)
         + " \"/>\n";
}

/// Lines across at `ys` and down at `xs`.
std::string grid(std::vector<int> const& xs, std::vector<int> const& ys) {
  std::string result;
  for (int const y : ys) {
    result += line(xs.front(), y, xs.back(), y);
  }
  for (int const x : xs) {
    result += line(x, ys.front(), x, ys.back());
  }
  return result;
}

std::string drawing(std::vector<std::string> const& pages) {
  std::string result =
      "<svg viewBox=\"0 0 600 800\"><defs>" + grid({1, 50, 99}, {1, 50, 99}) + "</defs><pageSet>";
  for (std::string const& each : pages) {
    result += "<page>\n<g id=\"surface1\">" + each + "</g></page>";
  }
  return result + "</pageSet></svg>";
}

ReadDocument read(std::string const& pages, std::vector<std::string> const& drawings = {},
                  ingest::IngestLimits const& limits = {}) {
  ReadDocument result;
  result.outcome = ingest::documents::read_pdf_document(
      boxes(pages), drawings.empty() ? "" : drawing(drawings), "file.pdf", result.sources, limits);
  return result;
}

} // namespace

TEST_CASE("ruled lines make the cells of a page", "[documents][pdf]") {
  std::string const words = word_at(100, 30, "标题") + word_at(110, 110, "甲") + word_at(210, 110, "乙")
                            + word_at(110, 130, "丙") + word_at(110, 300, "尾");
  ReadDocument const document = read(page(words), {grid({100, 200, 300}, {100, 125, 150})});
  CHECK(shown(document.parts())
        == Lines{"[p1]", "1:0=标题", "[p1 grid]", "1:0=甲|1=乙", "2:0=丙", "[p1]", "2:0=尾"});
  CHECK(document.codes().empty());
}

TEST_CASE("a cell without a line in it is merged, wherever its text stands", "[documents][pdf]") {
  // The first column is one cell over both rows; its text stands in the middle.
  std::string const drawn = line(100, 100, 300, 100) + line(200, 125, 300, 125) + line(100, 150, 300, 150)
                            + line(100, 100, 100, 150) + line(200, 100, 200, 150) + line(300, 100, 300, 150);
  std::string const words = word_at(110, 120, "合") + word_at(210, 108, "一") + word_at(210, 133, "二");
  CHECK(shown(read(page(words), {drawn}).parts()) == Lines{"[p1 grid]", "1:0(1x2)=合|1=一", "2:1=二"});
}

TEST_CASE("lines drawn as thin boxes, in pieces, turned over or doubled", "[documents][pdf]") {
  auto const box = [](int x0, int y0, int x1, int y1) {
    auto const at = [](int x, int y) { return std::to_string(x) + " " + std::to_string(y) + " "; };
    return "<path style=\" stroke:none;fill:rgb(0%,0%,0%);\" d=\"M " + at(x0, y0) + "L " + at(x1, y0) + "L "
           + at(x1, y1) + "L " + at(x0, y1) + "Z M " + at(x0, y0) + "\"/>";
  };
  std::string const words = word_at(110, 110, "甲") + word_at(210, 110, "乙");
  std::string const thin = box(100, 100, 200, 101) + box(200, 100, 301, 101) + box(100, 150, 301, 151)
                           + box(100, 100, 101, 151) + box(200, 100, 201, 151) + box(202, 100, 203, 151)
                           + box(300, 100, 301, 151);
  Lines const expected{"[p1 grid]", "1:0=甲|1=乙"};
  CHECK(shown(read(page(words), {thin}).parts()) == expected);
  // As PDF has it: the origin below, one path for all.
  std::string const turned =
      "<path style=\"fill:none;stroke:rgb(0%,0%,0%);\" d=\"M 50 350 L 150 350 M 50 325 L 150 325 M 50 350 L "
      "50 325 "
      "M 100 350 L 100 325 M 150 350 L 150 325 \" transform=\"matrix(2,0,0,-2,0,800)\"/>";
  CHECK(shown(read(page(words), {turned}).parts()) == expected);
}

TEST_CASE("what is drawn and is no ruled line", "[documents][pdf]") {
  std::string const words = word_at(110, 110, "甲") + word_at(300, 110, "乙");
  Lines const expected{"[p1]", "1:0=甲|1=乙"};
  // A frame around the page, an underline, a shaded box, a curve, a white grid.
  std::string const white =
      "<path style=\"stroke:rgb(100%,100%,100%);\" d=\"M 100 100 L 400 100 M 100 150 L 400 150 M "
      "100 100 L 100 150 M 250 100 L 250 150 M 400 100 L 400 150\"/>";
  std::string const drawn =
      grid({10, 590}, {10, 790}) + line(110, 121, 130, 121)
      + "<path style=\"stroke:none;fill:rgb(90%,90%,90%);\" d=\"M 100 100 L 400 100 L 400 150 L "
        "100 150 Z M 100 100\"/>"
      + "<path style=\"fill:none;\" d=\"M 0 0 C 1 1 2 2 300 0 L 0 300 L 200 200\"/>" + white;
  CHECK(shown(read(page(words), {drawn}).parts()) == expected);
  CHECK(shown(read(page(words), {"<path d=\"M 1 L\"/><path d=\"M x\"/><path d=\"\"/><path"}).parts())
        == expected);
  // A drawing of other pages is not believed.
  CHECK(shown(read(page(words), {grid({100, 200, 400}, {100, 150}), ""}).parts()) == expected);
}

TEST_CASE("tables without lines at their sides end where the lines across do", "[documents][pdf]") {
  std::string const drawn = line(100, 100, 400, 100) + line(100, 125, 400, 125) + line(100, 150, 400, 150)
                            + line(200, 100, 200, 150) + line(300, 100, 300, 150);
  std::string const words = word_at(110, 108, "甲") + word_at(210, 108, "乙") + word_at(310, 108, "丙")
                            + word_at(110, 133, "一") + word_at(310, 133, "三");
  CHECK(shown(read(page(words), {drawn}).parts()) == Lines{"[p1 grid]", "1:0=甲|1=乙|2=丙", "2:0=一|2=三"});
}

TEST_CASE("lines of a cell are joined unless the author broke them", "[documents][pdf]") {
  std::string const drawn = grid({100, 160, 400}, {100, 150, 190});
  std::string const words = word_at(105, 105, "一级指标") + word_at(105, 117, "完成")
                            + word_at(170, 105, "第一") + word_at(170, 117, "第二") + word_at(170, 155, "to")
                            + word_at(192, 155, "be") + word_at(105, 155, "1234.") + word_at(105, 167, "5");
  CHECK(shown(read(page(words), {drawn}).parts())
        == Lines{"[p1 grid]", "1:0=一级指标完成|1=第一\n第二", "2:0=1234.5|1=to be"});
}

TEST_CASE("a ruled table goes on over pages", "[documents][pdf]") {
  std::string const first = page(word_at(300, 20, "部门决算") + word_at(110, 708, "甲")
                                 + word_at(210, 708, "乙") + word_at(300, 780, "- 1 -"));
  std::string const second = page(word_at(300, 20, "部门决算") + word_at(110, 58, "丙")
                                  + word_at(210, 58, "丁") + word_at(300, 780, "- 2 -"));
  std::string const third =
      page(word_at(300, 20, "部门决算") + word_at(110, 58, "戊") + word_at(300, 400, "另一张表"));
  std::string const bottom = grid({100, 200, 300}, {700, 725});
  std::string const top = grid({100, 200, 300}, {50, 75});
  ReadDocument const document = read(first + second + third, {bottom, top, top});
  CHECK(shown(document.parts())
        == Lines{"[p1]", "1:0=部门决算", "[p1-3 grid]", "1:0=甲|1=乙", "2:0=丙|1=丁", "3:0=戊", "[p1]",
                 "2:0=- 1 -", "[p2]", "1:0=部门决算", "2:0=- 2 -", "[p3]", "1:0=部门决算", "2:0=另一张表"});
  CHECK(document.the(findings::table_continued).arguments == Lines{"1", "3"});
}

TEST_CASE("a merged cell goes on over pages", "[documents][pdf]") {
  // One column is merged over all three pages, its text stands on the first; the other cells are single.
  auto const drawn = [](int rows) {
    std::string result = line(100, 50, 300, 50) + line(100, 50 + 25 * rows, 300, 50 + 25 * rows);
    for (int i = 1; i < rows; ++i) {
      result += line(200, 50 + 25 * i, 300, 50 + 25 * i);
    }
    for (int const x : {100, 200, 300}) {
      result += line(x, 50, x, 50 + 25 * rows);
    }
    return result;
  };
  std::string const first = page(word_at(110, 70, "合") + word_at(210, 58, "一") + word_at(210, 83, "二"));
  std::string const second = page(word_at(210, 58, "三") + word_at(210, 83, "四"));
  ReadDocument const document = read(first + second + second, {drawn(2), drawn(2), drawn(2)});
  CHECK(shown(document.parts())
        == Lines{"[p1-3 grid]", "1:0(1x6)=合|1=一", "2:1=二", "3:1=三", "4:1=四", "5:1=三", "6:1=四"});
  CHECK(document.the(findings::cells_joined_over_pages).arguments == Lines{"2"});
  // A cell of one row may as well be blank.
  ReadDocument const single = read(first + page(word_at(210, 58, "三")), {drawn(2), drawn(1)});
  CHECK(shown(single.parts()) == Lines{"[p1-2 grid]", "1:0(1x2)=合|1=一", "2:1=二", "3:1=三"});
}

TEST_CASE("a title between two pages begins another table", "[documents][pdf]") {
  std::string const drawn = grid({100, 200, 300}, {50, 75});
  std::string const first = page(word_at(110, 58, "甲") + word_at(210, 58, "乙"));
  std::string const second =
      page(word_at(110, 20, "另一张表") + word_at(110, 58, "丙") + word_at(210, 58, "丁"));
  ReadDocument const document = read(first + second, {drawn, drawn});
  CHECK(shown(document.parts())
        == Lines{"[p1 grid]", "1:0=甲|1=乙", "[p2]", "1:0=另一张表", "[p2 grid]", "1:0=丙|1=丁"});
  CHECK(read(first + first, {drawn, grid({100, 200, 350}, {50, 75})}).parts().size() == 2);
}

TEST_CASE("columns of a continued table are those of all its pages", "[documents][pdf]") {
  std::string const first = page(word_at(110, 58, "甲") + word_at(310, 58, "乙"));
  std::string const second = page(word_at(110, 58, "一") + word_at(210, 58, "二") + word_at(310, 58, "三"));
  ReadDocument const document =
      read(first + second, {grid({100, 300, 400}, {50, 75}), grid({101, 200, 300, 401}, {50, 75})});
  CHECK(shown(document.parts()) == Lines{"[p1-2 grid]", "1:0(2x1)=甲|2=乙", "2:0=一|1=二|2=三"});
}

TEST_CASE("a row that a page cuts is said", "[documents][pdf]") {
  std::string const first = page(word_at(110, 58, "甲") + word_at(210, 58, "乙") + word_at(310, 58, "丙"));
  std::string const second = page(word_at(110, 58, "续") + word_at(110, 83, "丁") + word_at(210, 83, "戊"));
  ReadDocument const document =
      read(first + second, {grid({100, 200, 300, 400}, {50, 75}), grid({100, 200, 300, 400}, {50, 75, 100})});
  CHECK(shown(document.parts()) == Lines{"[p1-2 grid]", "1:0=甲|1=乙|2=丙", "2:0=续", "3:0=丁|1=戊"});
  CHECK(document.the(findings::row_cut_by_page).where.row == 2);
}

TEST_CASE("a row that a page cuts is joined where its lines are full", "[documents][pdf]") {
  std::string const drawn = grid({100, 140, 240, 340}, {50, 75});
  std::string const above = word_at(110, 58, "甲乙") + word_at(150, 58, "丙") + word_at(250, 58, "丁");
  auto const read_with = [&](std::string const& word) {
    std::string const below = word_at(110, 58, word) + word_at(110, 83, "庚") + word_at(150, 83, "辛");
    return read(page(above) + page(below), {drawn, grid({100, 140, 240, 340}, {50, 75, 100})});
  };
  ReadDocument const document = read_with("续完");
  CHECK(shown(document.parts()) == Lines{"[p1-2 grid]", "1:0=甲乙续完|1=丙|2=丁", "2:0=庚|1=辛"});
  CHECK(document.the(findings::row_joined_over_pages).arguments == Lines{"续完"});
  CHECK(document.the(findings::row_joined_over_pages).where.row == 1);
  for (std::string const word : {"12.5", "指标二:"}) { // begins a cell of its own
    CHECK(read_with(word).the(findings::row_cut_by_page).where.row == 2);
  }
  std::string const more = word_at(110, 58, "续完");
  ReadDocument const longer = read(page(above) + page(more) + page(more), {drawn, drawn, drawn});
  CHECK(shown(longer.parts()) == Lines{"[p1-3 grid]", "1:0=甲乙续完续完|1=丙|2=丁"});
}

TEST_CASE("two tables of one page have names of their own", "[documents][pdf]") {
  std::string const words =
      word_at(110, 58, "甲") + word_at(210, 58, "乙") + word_at(110, 208, "丙") + word_at(210, 208, "丁");
  ReadDocument const document =
      read(page(words), {grid({100, 200, 300}, {50, 75}) + grid({100, 200, 300}, {200, 225})});
  CHECK(shown(document.parts()) == Lines{"[p1 grid]", "1:0=甲|1=乙", "[p1#2 grid]", "1:0=丙|1=丁"});
  CHECK(document.sources.at(document.parts()[1].source).sheet == "p1#2");
}

TEST_CASE("words in columns without lines", "[documents][pdf]") {
  std::string const words = word_at(100, 30, "指标表") + word_at(100, 60, "三级指标")
                            + word_at(200, 60, "指标值") + word_at(300, 60, "单位")
                            + word_at(100, 90, "出动次数") + word_at(210, 90, "5") + word_at(300, 90, "次")
                            + word_at(100, 120, "完成率") + word_at(300, 120, "%")
                            + word_at(100, 300, "说明文字");
  ReadDocument const document = read(page(words));
  CHECK(shown(document.parts())
        == Lines{"[p1]", "1:0=指标表", "[p1 grid]", "1:0=三级指标|1=指标值|2=单位", "2:0=出动次数|1=5|2=次",
                 "3:0=完成率|2=%", "[p1]", "2:0=说明文字"});
  CHECK(document.the(findings::table_without_rules).severity == diagnostic::Severity::warning);
}

TEST_CASE("cells of several lines without ruled lines", "[documents][pdf]") {
  // Lines of a cell are eleven apart, rows are fourteen apart.
  std::string const words = word_at(100, 60, "购置设备") + word_at(200, 60, "5") + word_at(300, 60, "台")
                            + word_at(100, 71, "数量") + word_at(100, 85, "验收合格")
                            + word_at(200, 85, "100") + word_at(300, 85, "%") + word_at(100, 96, "率")
                            + word_at(100, 110, "支出") + word_at(200, 110, "9") + word_at(300, 110, "元");
  CHECK(shown(read(page(words)).parts())
        == Lines{"[p1 grid]", "1:0=购置设备数量|1=5|2=台", "2:0=验收合格率|1=100|2=%", "3:0=支出|1=9|2=元"});
}

TEST_CASE("entities and damaged boxes", "[documents][pdf]") {
  std::string const words = word_at(10, 10, "A&amp;B&lt;&#25351;&#x6807;&quot;&nosuch;&#xD800;")
                            + "<word xMin=\"x\">缺</word><word>无</word>"
                            + "<word xMin=\"99999999999\" yMin=\"10\" xMax=\"1\" yMax=\"-5\">远</word>";
  Lines const lines = shown(read(page(words)).parts());
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](std::string const& each) {
                        return each.find("A&B<指标\"&nosuch;&#xD800;") != std::string::npos;
                      })
        == 1);
  CHECK(read("").codes() == Lines{"document_scanned"});
  CHECK(read("<page width=\"1\"><word xMin=").codes() == Lines{"document_scanned"});
}

TEST_CASE("words without width are words", "[documents][pdf]") {
  auto const thin = [](int x, int y) {
    std::string const at = std::to_string(x);
    std::string const from = std::to_string(y);
    return "<word xMin=\"" + at + "\" yMin=\"" + from + "\" xMax=\"" + at + "\" yMax=\""
           + std::to_string(y + 10) + "\">细</word>";
  };
  CHECK(
      shown(read(page(word_at(10, 10, "甲") + thin(100, 10) + word_at(10, 40, "乙") + thin(100, 40))).parts())
      == Lines{"[p1 grid]", "1:0=甲|1=细", "2:0=乙|1=细"});
}

TEST_CASE("pages without text are counted", "[documents][pdf]") {
  ReadDocument const document = read(page("") + page(word_at(10, 10, "字")) + page(""));
  CHECK(document.the(findings::pages_without_text).arguments == Lines{"2", "1 | 3"});
  CHECK(shown(document.parts()) == Lines{"[p2]", "1:0=字"});
  ReadDocument const scanned = read(page("") + page(""));
  CHECK(scanned.the(findings::document_scanned).arguments == Lines{"2"});
  CHECK_FALSE(scanned.outcome.value);
}

TEST_CASE("what pdftotext prints may be a file of its own", "[documents][pdf]") {
  CHECK(shown(read_bytes(boxes(page(word_at(10, 10, "字")))).parts()) == Lines{"[p1]", "1:0=字"});
}

TEST_CASE("pages of any number of words and lines", "[documents][pdf]") {
  std::string const crowd = repeated(word_at(10, 10, "字"), 20'000);
  CHECK(read(page(crowd)).parts()[0].lines.size() == 1);
  std::vector<int> many;
  for (int i = 0; i < 500; ++i) {
    many.push_back(i * 5);
  }
  // Quarter of a million cells are a picture.
  CHECK(shown(read(page(word_at(10, 10, "字")), {grid(many, many)}).parts()) == Lines{"[p1]", "1:0=字"});
  CHECK(read(page(word_at(10, 10, "字")), {repeated(line(0, 0, 90, 0), 50'000)}).parts().size() == 1);
  ingest::IngestLimits limits;
  limits.cells = 2;
  ReadDocument const cut =
      read(page(word_at(10, 10, "一") + word_at(10, 40, "二") + word_at(10, 70, "三")), {}, limits);
  CHECK(cut.the(findings::document_cells_cut_off).arguments == Lines{"2"});
}

TEST_CASE("cells of odd shapes lose nothing", "[documents][pdf]") {
  // An L: the lower left place is open to the one above, which is open to the right.
  std::vector<pdf::Ruling> const rulings{
      {0, 0, 100000, 0}, {0, 50000, 100000, 50000},  {50000, 25000, 100000, 25000},
      {0, 0, 0, 50000},  {100000, 0, 100000, 50000}, {50000, 25000, 50000, 50000}};
  std::vector<pdf::Lattice> const lattices = pdf::find_lattices(rulings);
  REQUIRE(lattices.size() == 1);
  CHECK(lattices[0].cells.size() == 2);
  CHECK(lattices[0].cell_over(10000, 40000) == lattices[0].cell_over(90000, 10000));
  CHECK(lattices[0].cell_over(90000, 40000) != lattices[0].cell_over(90000, 10000));
  // It stands where it begins; as a rectangle it would cover the other one.
  CHECK(lattices[0].cells[0].columns == 1);
  CHECK(lattices[0].cells[0].rows == 1);
}
