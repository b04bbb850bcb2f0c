#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/findings.hpp"
#include "tests/ingest/documents/reading.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace documents = ingest::documents;

namespace {

ReadDocument read(std::string const& bytes, ingest::IngestLimits const& limits = {}) {
  ReadDocument result;
  result.outcome = documents::read_text_document(bytes, "extract.txt", result.sources, limits);
  return result;
}

Lines lines_of(std::string const& bytes) {
  ReadDocument const document = read(bytes);
  REQUIRE(document.parts().size() == 1);
  Lines result = shown(document.parts());
  CHECK(result.front() == "[]");
  result.erase(result.begin());
  return result;
}

} // namespace

TEST_CASE("tabs separate the cells of a text extract", "[documents][text]") {
  CHECK(lines_of("项目名称\t\t课题经费\n\t预算数:\t201.5\t\n")
        == Lines{"1:0=项目名称|2=课题经费", "2:1=预算数:|2=201.5"});
}

TEST_CASE("one cell a line, as it stands, and lines keep their numbers", "[documents][text]") {
  CHECK(lines_of("目标制定\n\n10\n\n 10\n\t\n　\n\t财政拨款\n")
        == Lines{"1:0=目标制定", "3:0=10", "5:0= 10", "8:1=财政拨款"});
  CHECK(lines_of("一\r\n二\r三\n\r\n四") == Lines{"1:0=一", "2:0=二", "3:0=三", "5:0=四"});
  CHECK(lines_of("一\n\f二\n") == Lines{"1:0=一", "2:0=二"});
}

TEST_CASE("blanks separate cells where lines align", "[documents][text]") {
  CHECK(lines_of("三级指标        指标值    单位\n"
                 "出动次数        ≥5        次\n"
                 "完成  率        100\n")
        == Lines{"1:0=三级指标|1=指标值|2=单位", "2:0=出动次数|1=≥5|2=次", "3:0=完成  率|1=100"});
  // Ideographic blanks are as wide as two others.
  CHECK(lines_of("数量　　5\n质量    6\n") == Lines{"1:0=数量|1=5", "2:0=质量|1=6"});
  // A blank line between two rows, no more.
  CHECK(lines_of("甲    1\n\n乙    2\n") == Lines{"1:0=甲|1=1", "3:0=乙|1=2"});
  CHECK(lines_of("甲    1\n\n\n乙    2\n") == Lines{"1:0=甲    1", "4:0=乙    2"});
}

TEST_CASE("a row with a blank cell keeps the columns of those beside it", "[documents][text]") {
  CHECK(lines_of("数量指标    购置    5     台\n"
                 "质量指标            98    %\n"
                 "            合格    99\n")
        == Lines{"1:0=数量指标|1=购置|2=5|3=台", "2:0=质量指标|2=98|3=%", "3:1=合格|2=99"});
}

TEST_CASE("blanks in prose are text", "[documents][text]") {
  CHECK(lines_of("第一部分  概况\n附　件\n这一行  没有别的\n")
        == Lines{"1:0=第一部分  概况", "2:0=附　件", "3:0=这一行  没有别的"});
  CHECK(lines_of("第一部分  概况\n这里没有空白\n第三部分  附件\n")[2] == "3:0=第三部分  附件");
}

TEST_CASE("text extracts in other encodings", "[documents][text]") {
  ReadDocument const gb = read("\xD6\xB8\xB1\xEA\t5\n"); // in GB18030
  CHECK(shown(gb.parts())[1] == "1:0=指标|1=5");
  CHECK(gb.the(ingest::findings::encoding_detected).arguments == Lines{"GB18030"});
  ReadDocument const utf16 = read(std::string("\xFF\xFE\x07\x63\x07\x68\x0A\0\x35\0", 10));
  CHECK(shown(utf16.parts()) == Lines{"[]", "1:0=指标", "2:0=5"});
  ReadDocument const damaged = read("产出指标数量指标\t5\xFF\n");
  CHECK(shown(damaged.parts())[1] == "1:0=产出指标数量指标|1=5\xEF\xBF\xBD");
  CHECK(damaged.the(ingest::findings::text_replaced).arguments == Lines{"1"});
  ReadDocument const nul = read(std::string("指标\t5\0台\n", 12));
  CHECK(shown(nul.parts())[1] == "1:0=指标|1=5台");
  CHECK(nul.the(ingest::findings::nul_removed).where.column == 2);
}

TEST_CASE("text extracts that say nothing", "[documents][text]") {
  CHECK(read("").codes() == Lines{"input_empty"});
  ReadDocument const blank = read("\n \t\n");
  CHECK(blank.codes() == Lines{"document_blank"});
  CHECK_FALSE(blank.outcome.value);
  CHECK(read("\x01\x02\x03\xFF\xFE\x80 \x05\x06").codes() == Lines{"encoding_unknown"});
}

TEST_CASE("limits hold for text extracts", "[documents][text]") {
  ingest::IngestLimits limits;
  limits.cells = 3;
  ReadDocument const cut = read("1\t2\n3\t4\n5\t6\n", limits);
  CHECK(shown(cut.parts()) == Lines{"[]", "1:0=1|1=2"});
  CHECK(cut.the(documents::findings::document_cells_cut_off).where.row == 2);
  limits = {};
  limits.columns = 2;
  ReadDocument const wide = read("1\t2\t3\n", limits);
  CHECK(shown(wide.parts())[1] == "1:0=1|1=2");
  CHECK(wide.the(ingest::findings::too_many_columns).arguments == Lines{"3", "2"});
  limits = {};
  limits.cell_bytes = 5;
  ReadDocument const longer = read("123456\t2\n", limits);
  CHECK(shown(longer.parts())[1] == "1:0=\xEF\xBF\xBD|1=2");
  CHECK(longer.the(ingest::findings::table_cell_too_long).where.column == 1);
  limits = {};
  limits.workbook_bytes = 3;
  CHECK(read("1234", limits).codes() == Lines{"document_too_large"});
}

TEST_CASE("lines that are all blanks and words take no time", "[documents][text]") {
  std::string line;
  for (int i = 0; i < 100'000; ++i) {
    line += "a  ";
  }
  ReadDocument const document = read(line + "\n" + line + "\n", {});
  CHECK(document.parts()[0].lines[1].cells.size() == 16384);
}

TEST_CASE("a form saved as CSV is a grid, whatever its commas", "[documents][text]") {
  ReadDocument result;
  auto const read_named = [&result](std::string const& bytes, std::string const& name) {
    result.sources = {};
    result.outcome = documents::read_document(bytes, name, {}, result.sources);
    return shown(result.parts());
  };
  std::string const form = "项目名称,,课题经费\n\n\"预算\n情况\",\"5,000\",\n";
  CHECK(read_named(form, "form.CSV")
        == Lines{"[ grid]", "1:0=项目名称|2=课题经费", "3:0=预算\n情况|1=5,000"});
  CHECK(read_named("一,二\n", "extract.txt") == Lines{"[]", "1:0=一,二"});
  CHECK(read_named("一,二\t三\t四\n", "extract.csv") == Lines{"[]", "1:0=一,二|1=三|2=四"});
  CHECK(read_named("\xD6\xB8\xB1\xEA,5\n", "form.csv")[1] == "1:0=指标|1=5");
  CHECK(result.the(ingest::findings::encoding_detected).where.source == 1);
  CHECK(read_named("\"一,二\n", "form.csv")[1] == "1:0=\"一|1=二");
  CHECK(result.the(ingest::findings::quote_not_closed).where.row == 1);
}
