// Rows that begin as the row above take its fields; nothing may come out of it that splitting would not give.
#include "engine/ingest/csv_splitter.hpp"
#include "tests/ingest/reading.hpp"

#include <array>
#include <random>

using namespace jixiao;
using namespace jixiao::test;

namespace {

struct Split {
  std::vector<Texts> rows;
  std::vector<std::size_t> issues, as_above;
  friend bool operator==(Split const&, Split const&) = default;
};

/// With one vector the fields above are found in it; with two in turn every row is split on its own.
Split split(std::string const& text, std::size_t piece, std::size_t vectors) {
  ingest::TextReader reader(std::make_unique<StringSource>(text, piece));
  ingest::CsvSplitter splitter(reader, ',', {});
  std::array<std::vector<std::string_view>, 2> fields;
  std::vector<ingest::CsvIssue> issues;
  Split result;
  for (std::size_t at = 0; splitter.next(fields[at], issues); at = (at + 1) % vectors) {
    result.rows.emplace_back(fields[at].begin(), fields[at].end());
    result.issues.push_back(issues.size());
    result.as_above.push_back(splitter.as_above());
  }
  return result;
}

std::string random_table(std::mt19937& random) {
  constexpr std::array<char const*, 14> cells{"",    "a",      "bb", "\"q\"", "\"a\"\"b\"", "\"x,y\"",
                                              "'=1", "\"t\"u", "c'", "d\"e",  "#N/A",       "\xE6\xB1\x89",
                                              "'",   " f "};
  std::array<std::string, 6> row;
  std::string text;
  std::size_t const rows = 2 + random() % 12;
  for (std::size_t i = 0; i < rows; ++i) {
    std::size_t const first_changed = random() % 7;
    for (std::size_t cell = first_changed; cell < row.size(); ++cell) {
      row[cell] = cells[random() % cells.size()];
    }
    std::size_t const width = random() % 4 == 0 ? 1 + random() % 6 : 6;
    for (std::size_t cell = 0; cell < width; ++cell) {
      text += (cell == 0 ? "" : ",") + row[cell];
    }
    text += random() % 5 == 0 ? "\r\n" : "\n";
  }
  return text;
}

} // namespace

TEST_CASE("rows that begin as the row above are split as any other", "[ingest][csv]") {
  std::mt19937 random(29);
  std::size_t taken = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string const text = random_table(random);
    std::size_t const piece = i % 3 == 0 ? 7 : 1 << 20;
    Split const whole = split(text, piece, 1);
    Split const alone = split(text, piece, 2);
    INFO(text);
    REQUIRE(whole.rows == alone.rows);
    REQUIRE(whole.issues == alone.issues);
    for (std::size_t row = 0; row < whole.rows.size(); ++row) {
      REQUIRE(alone.as_above[row] == 0);
      for (std::size_t cell = 0; cell < whole.as_above[row]; ++cell) {
        REQUIRE(whole.rows[row][cell] == whole.rows[row - 1][cell]);
        ++taken;
      }
    }
  }
  CHECK(taken > 1000);
}

TEST_CASE("what is known of the row above changes nothing that is read", "[ingest][csv]") {
  std::mt19937 random(31);
  constexpr std::array<std::array<char const*, 4>, 7> cells{{{"某局", "", "二局", "合计"},
                                                             {"甲", "", "乙", "丙"},
                                                             {"2023", "", "2023年", "2024"},
                                                             {"20", "", "30", "20.0"},
                                                             {"20", "20", "20", "30"},
                                                             {"产出指标", "", "效益指标", "小计"},
                                                             {"培训的人次", "培训合格率", "", "合计"}}};
  std::size_t taken = 0;
  for (int i = 0; i < 400; ++i) {
    std::string plain = "单位名称,项目名称,年度,预算数,预算数,一级指标,三级指标,权重\n";
    std::string quoted = plain;
    std::array<std::size_t, 7> row{};
    for (int line = 0; line < 12; ++line) {
      for (std::size_t cell = random() % 9; cell < row.size(); ++cell) {
        row[cell] = random() % 4 == 0 ? random() % 4 : random() % 2;
      }
      bool const heading = random() % 8 == 0;
      std::string rest;
      for (std::size_t cell = 1; cell < row.size(); ++cell) {
        rest += std::string(",") + (heading && cell > 2 ? "" : cells[cell][row[cell]]);
      }
      std::string const first = cells[0][row[0]];
      plain += first + rest + (heading ? ",\n" : ",5\n");
      quoted += '"' + first + '"' + rest + (heading ? ",\n" : ",5\n"); // no row is as the one above
    }
    Table const with = read_csv(plain);
    Table const without = read_csv(quoted);
    INFO(plain);
    REQUIRE(with.findings == without.findings);
    REQUIRE(with.projects.size() == without.projects.size());
    for (std::size_t project = 0; project < with.projects.size(); ++project) {
      std::vector<model::RawRow> const& rows = with.projects[project].rows;
      REQUIRE(rows.size() == without.projects[project].rows.size());
      for (std::size_t at = 0; at < rows.size(); ++at) {
        model::RawRow const& other = without.projects[project].rows[at];
        REQUIRE(rows[at].carried == other.carried);
        REQUIRE(other.as_above.none());
        for (std::size_t cell = 0; cell < model::column_count; ++cell) {
          REQUIRE(rows[at].cells[cell] == other.cells[cell]);
          if (at != 0 && rows[at].as_above.test(cell)) {
            REQUIRE(rows[at].cells[cell] == rows[at - 1].cells[cell]);
            ++taken;
          }
        }
      }
    }
  }
  CHECK(taken > 1000);
}
