#include "engine/ingest/csv_splitter.hpp"
#include "engine/ingest/findings.hpp"
#include "tests/ingest/reading.hpp"

using namespace jixiao;
using namespace jixiao::test;
namespace findings = ingest::findings;
using model::Column;

namespace {

std::vector<Texts> split(std::string const& text, std::size_t piece = 1 << 20, char delimiter = ',',
                         ingest::IngestLimits const& limits = {}) {
  ingest::TextReader reader(std::make_unique<StringSource>(text, piece));
  ingest::CsvSplitter splitter(reader, delimiter, limits);
  std::vector<std::string_view> fields;
  std::vector<ingest::CsvIssue> issues;
  std::vector<Texts> rows;
  while (splitter.next(fields, issues)) {
    rows.emplace_back(fields.begin(), fields.end());
  }
  CHECK_FALSE(splitter.next(fields, issues)); // the end stays the end
  return rows;
}

} // namespace

TEST_CASE("fields and rows are split as RFC 4180 says", "[ingest][csv]") {
  CHECK(split("a,b\nc,d\n") == std::vector<Texts>{{"a", "b"}, {"c", "d"}});
  CHECK(split("a,b\r\nc,d") == std::vector<Texts>{{"a", "b"}, {"c", "d"}});
  CHECK(split("a,\n,b\n") == std::vector<Texts>{{"a", ""}, {"", "b"}});
  CHECK(split("\"a,1\",\"b\"\"c\"\r\n") == std::vector<Texts>{{"a,1", "b\"c"}});
  CHECK(split("\"a\nb\",c\n\n") == std::vector<Texts>{{"a\nb", "c"}, {""}});
  CHECK(split("\"\",\"\"\"\"\n") == std::vector<Texts>{{"", "\""}});
  CHECK(split("a\tb,c\n", 1, '\t') == std::vector<Texts>{{"a", "b,c"}});
  CHECK(split("a,b\rc,d\r") == std::vector<Texts>{{"a", "b"}, {"c", "d"}});
  CHECK(split("").empty());
  CHECK(split("a,") == std::vector<Texts>{{"a", ""}});
  CHECK(split("5\" disk,b\n") == std::vector<Texts>{{"5\" disk", "b"}});
}

TEST_CASE("odd quotes lose nothing", "[ingest][csv]") {
  CHECK(split("\"ab\"c,d\n") == std::vector<Texts>{{"abc", "d"}});
  CHECK(split("\"a\"\"b\"c\"d\",e\n") == std::vector<Texts>{{"a\"bc\"d\"", "e"}});
  CHECK(split("a,\"b\nc,d\n") == std::vector<Texts>{{"a", "\"b"}, {"c", "d"}});

  CHECK(split("x,\"a\"\"b\n1,2\n") == std::vector<Texts>{{"x", "\"a\"\"b"}, {"1", "2"}});
}

TEST_CASE("a guarding apostrophe is taken away exactly once", "[ingest][csv]") {
  CHECK(split("'=1,'+1,'-1,'@a,'\tb\n") == std::vector<Texts>{{"=1", "+1", "-1", "@a", "\tb"}});
  CHECK(split("''=1,'a,',\"'=1\",\"'-\"\"x\"\n") == std::vector<Texts>{{"''=1", "'a", "'", "=1", "-\"x"}});
}

TEST_CASE("rows do not depend on how the bytes arrive", "[ingest][csv]") {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += "项目" + std::to_string(i) + ",\"引号\"\"与，逗号\n换行" + std::to_string(i * 7919)
            + "\",≥95%,'=x\r\n";
  }
  std::vector<Texts> const whole = split(text);
  REQUIRE(whole.size() == 40);
  CHECK(whole[39] == Texts{"项目39", "引号\"与，逗号\n换行308841", "≥95%", "=x"});
  for (std::size_t const piece : {1, 2, 3, 5, 7, 63, 64, 65, 100}) {
    INFO(piece);
    CHECK(split(text, piece) == whole);
  }
}

TEST_CASE("long rows cross the blocks that are read", "[ingest][csv]") {
  std::string text;
  std::vector<Texts> expected;
  for (std::size_t i = 0; i < 300; ++i) {
    std::string const cell(i * 37 % 9000, static_cast<char>('a' + i % 26));
    text += cell + ",\"" + cell + "\"\n";
    expected.push_back({cell, cell});
  }
  CHECK(split(text) == expected);
}

TEST_CASE("quotes that are never closed are found at their place", "[ingest][csv]") {
  Table const table = read_csv("三级指标,指标值\n甲指标内容,\"≥1\n乙指标内容,≥2\n");
  CHECK(table.column(Column::target) == Texts{"\"≥1", "≥2"});
  diagnostic::Diagnostic const& finding = table.the(findings::quote_not_closed);
  CHECK(finding.where == diagnostic::Place{1, 2, 2, 0, 0});
}

TEST_CASE("text behind a quote is joined and reported", "[ingest][csv]") {
  Table const table = read_csv("三级指标,指标值\n甲指标内容,\"≥1\"次\n");
  CHECK(table.column(Column::target) == Texts{"≥1次"});
  CHECK(table.the(findings::text_after_quote).where == diagnostic::Place{1, 2, 2, 0, 0});
}

TEST_CASE("a file of quotes that never close stays linear", "[ingest][csv]") {
  ingest::IngestLimits limits;
  limits.cell_bytes = 1024;
  std::string text = "三级指标,指标值\n";
  for (int i = 0; i < 40; ++i) {
    text += "甲指标内容,\"" + std::string(20'000, 'x') + "\n";
  }
  Table const table = read_csv(text, limits);
  // A quote here pairs with the next one over a row: what comes out is one row for two lines, or a refusal.
  CHECK(table.count(findings::table_cell_too_long) + table.count(findings::row_too_long)
            + table.count(findings::quote_not_closed)
        > 0);
  CHECK(table.readable);
}

TEST_CASE("too long a row is refused and the next ones are read", "[ingest][csv]") {
  ingest::IngestLimits limits;
  limits.cell_bytes = 1000;
  std::string const cells(400'000, ',');
  Table const table = read_csv("三级指标,指标值\n" + cells + "\n乙指标内容,≥2\n", limits);
  CHECK(table.column(Column::target) == Texts{"≥2"});
  diagnostic::Diagnostic const& finding = table.the(findings::row_too_long);
  CHECK(finding.where.row == 2);
  CHECK(finding.arguments == Texts{"400000"});
}
