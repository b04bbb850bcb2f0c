// Documents made by the programs people use hold the cells of the tables they were made from; how they were
// made is written down in tests/ingest/documents/make/.
#include "engine/pipeline/document_source.hpp"
#include "engine/pipeline/findings.hpp"
#include "grammar/text.hpp"
#include "tests/ingest/documents/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

/// "<" is covered by the cell to the left, "^" by the one above.
Lines table_of(std::string const& name) {
  std::vector<std::vector<std::string>> rows;
  for (CaseRow& row : read_rows("tests/data/documents/" + name + ".csv")) {
    rows.push_back(std::move(row.fields));
  }
  Lines lines;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    model::DocumentLine line{static_cast<std::uint32_t>(r + 1), {}};
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c] == "<" || rows[r][c] == "^") {
        continue;
      }
      model::DocumentCell cell{rows[r][c], static_cast<std::uint32_t>(c), 1, 1};
      while (c + cell.columns < rows[r].size() && rows[r][c + cell.columns] == "<") {
        ++cell.columns;
      }
      while (r + cell.rows < rows.size() && rows[r + cell.rows][c] == "^") {
        ++cell.rows;
      }
      if (!cell.text.empty() || cell.columns > 1 || cell.rows > 1) {
        line.cells.push_back(cell);
      }
    }
    lines.push_back(shown(line));
  }
  return lines;
}

ReadDocument read(std::string const& file, std::string const& called = "文件") {
  ReadDocument result;
  std::string const bytes = read_source("tests/data/documents/" + file);
  result.outcome = pipeline::read_any_document(bytes, called, result.sources);
  return result;
}

/// The only part of cells.
Lines grid_of(ReadDocument const& document) {
  Lines lines;
  std::size_t grids = 0;
  for (model::DocumentPart const& part : document.parts()) {
    if (part.layout == model::DocumentLayout::grid) {
      ++grids;
      for (model::DocumentLine const& line : part.lines) {
        lines.push_back(shown(line));
      }
    }
  }
  CHECK(grids == 1);
  return lines;
}

/// Print knows no blanks between Chinese and other characters, nor which line breaks are the author's.
Lines without_blanks(Lines lines) {
  for (std::string& line : lines) {
    line = grammar::without_blanks(line);
  }
  return lines;
}

void check_lines(Lines const& actual, Lines const& expected) {
  for (std::size_t i = 0; i < std::min(expected.size(), actual.size()); ++i) {
    CHECK(actual[i] == expected[i]);
  }
  CHECK(actual.size() == expected.size());
}

void check_grid(std::string const& file, std::string const& table) {
  INFO(file);
  check_lines(grid_of(read(file)), table_of(table));
}

} // namespace

TEST_CASE("documents of every writer hold the cells of their table", "[pipeline][documents]") {
  for (std::string const table : {"self-evaluation", "targets"}) {
    for (char const* const made : {"-openpyxl.xlsx", "-python.docx", "-libreoffice.ods", "-libreoffice.docx",
                                   "-libreoffice.odt", "-libreoffice.html", "-chromium.html"}) {
      check_grid(table + made, table);
    }
  }
  check_grid("self-evaluation-gbk.html", "self-evaluation");
}

TEST_CASE("values are read alike from every workbook", "[pipeline][documents]") {
  Lines const expected{"[数值 grid]",
                       "1:0=出动次数|1=5",
                       "2:0=合格率|1=98.5%",
                       "3:0=完成率|1=100%",
                       "4:0=支出|1=1992.21",
                       "5:0=完成时间|1=2023-12-31",
                       "6:0=开工|1=2023-03",
                       "7:0=设备|1=12台",
                       "8:0=面积|1=0.58",
                       "9:0=很小|1=0.00012",
                       "10:0=验收|1=2023-06-01 08:30",
                       "11:0=编号|1=007",
                       "12:0=前后|1= 甲  乙 ",
                       "13:0=换行|1=甲\n乙",
                       "[第二张 grid]",
                       "3:2=末尾"};
  for (char const* const file : {"values-openpyxl.xlsx", "values-libreoffice.ods"}) {
    INFO(file);
    ReadDocument const document = read(file);
    CHECK(shown(document.parts()) == expected);
    CHECK(document.codes() == Lines{"sheet_hidden"});
  }
}

TEST_CASE("printed tables have the cells that their ruled lines draw", "[pipeline][documents][pdf]") {
  for (char const* const file : {"self-evaluation-chromium.pdf", "self-evaluation-libreoffice.pdf"}) {
    INFO(file);
    ReadDocument const document = read(file);
    CHECK(document.codes().empty());
    check_lines(without_blanks(grid_of(document)), without_blanks(table_of("self-evaluation")));
    CHECK(document.parts().size() == 3);
    CHECK(shown(document.parts().front().lines.front()) == "1:0=绩效目标自评表");
    CHECK(shown(document.parts().back().lines.front()) == "2:0=填表说明：无");
  }
}

TEST_CASE("a printed table that goes on over pages is one", "[pipeline][documents][pdf]") {
  ReadDocument const single = read("targets-flat-libreoffice.pdf");
  check_lines(without_blanks(grid_of(single)), without_blanks(table_of("targets-flat")));
  CHECK(single.codes() == Lines{"table_continued"});
  // One column is merged over all pages.
  ReadDocument const merged = read("targets-chromium.pdf");
  check_lines(without_blanks(grid_of(merged)), without_blanks(table_of("targets")));
  CHECK(merged.codes() == Lines{"table_continued", "cells_joined_over_pages"});
}

TEST_CASE("what a file is called does not matter", "[pipeline][documents]") {
  for (std::string const file : {"targets-python.docx", "targets-libreoffice.ods", "targets-openpyxl.xlsx",
                                 "targets-chromium.html", "self-evaluation-chromium.pdf"}) {
    INFO(file);
    CHECK(shown(read(file, "a.txt").parts()) == shown(read(file, "b.xls").parts()));
  }
}
