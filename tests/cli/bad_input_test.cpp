// What each malformed input does, as docs/guides/command-line.md tabulates it: a finding with a place and a
// hint, the stated exit status, and nothing else harmed.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

#include <functional>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

std::string const head =
    "单位名称,项目名称,年度,预算数（万元）,预算执行数（万元）,一级指标,二级指标,三级指标,"
    "指标性质,指标值,度量单位,权重,指标方向性,实际完成值";

/// A row whose cells can be replaced; alone it is a table of 90 points without errors.
std::string row(std::string const& name = "培训次数", std::string const& target = "5",
                std::string const& weight = "90", std::string const& actual = "5次") {
  return "甲单位,甲项目,2023,10,10,产出指标,数量指标," + name + ",≥," + target + ",次," + weight
         + ",正向指标," + actual;
}

std::string table(std::string const& one_row) {
  return head + "\n" + one_row + "\n";
}

std::string columns(std::size_t count, std::string const& text) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    result += "," + text;
  }
  return result;
}

std::string malformed(std::string const& name) {
  return read_source("tests/malformed/files/" + name);
}

struct BadInput {
  char const* name;
  std::function<std::string()> bytes;
  char const* file;
  int status;
  char const* code;    ///< of a finding that must be there
  bool scored = false; ///< the project is evaluated all the same
};

std::vector<BadInput> const inputs = {
    {"empty file", [] { return std::string(); }, "x.csv", 1, "input_empty"},
    {"blank lines alone", [] { return std::string("\n\n  \n"); }, "x.csv", 1, "input_empty"},
    {"empty file of another kind", [] { return std::string(); }, "x.docx", 1, "input_empty"},
    {"header without rows", [] { return head + "\n"; }, "x.csv", 1, "header_without_rows"},
    {"rows without header", [] { return row() + "\n" + row() + "\n"; }, "x.csv", 1, "header_missing"},
    {"unknown encoding", [] { return std::string("\x81\x20\xFF\xFE,\xA0\xFF\n\x00\x9D", 10); }, "x.csv", 3,
     "encoding_unknown"},
    {"cell of 10 MB", [] { return table(row(std::string(10'000'000, 'x'))); }, "x.csv", 1,
     "table_cell_too_long", true},
    {"16,384 columns, most of them without name",
     [] { return head + columns(16'370, "") + "\n" + row() + columns(16'370, "x") + "\n"; }, "x.csv", 0,
     "cells_outside", true},
    {"more columns than are read",
     [] { return head + columns(20'000, "") + "\n" + row() + columns(20'000, "x") + "\n"; }, "x.csv", 1,
     "too_many_columns", true},
    {"target of 10,000 digits", [] { return table(row("培训次数", std::string(10'000, '9'))); }, "x.csv", 0,
     "number_beyond_limits", true},
    {"weight of 10,000 digits", [] { return table(row("培训次数", "5", std::string(10'000, '9'))); }, "x.csv",
     1, "weight_unreadable", true},
    {"target of 1e999999999", [] { return table(row("培训次数", "1e999999999")); }, "x.csv", 0,
     "number_beyond_limits", true},
    {"weight of 1e999999999", [] { return table(row("培训次数", "5", "1e999999999")); }, "x.csv", 1,
     "weight_unreadable", true},
    {"NUL bytes", [] { return table(row(std::string("培训\0次数", 13))); }, "x.csv", 0, "nul_removed", true},
    {"bytes that are no UTF-8", [] { return table(row("培训\xFF次数")); }, "x.csv", 0, "text_damaged", true},
    {"zip bomb under the name of a workbook", [] { return malformed("bomb.xlsx"); }, "x.xlsx", 3,
     "workbook_too_large"},
    {"archive that is none", [] { return "PK\x03\x04" + std::string(500, 'x'); }, "x.xlsx", 3,
     "document_damaged"},
    {"external links", [] { return malformed("external-links.xlsx"); }, "x.xlsx", 0, "external_links", true},
    {"formula without a cached value", [] { return malformed("formula-without-value.xlsx"); }, "x.xlsx", 1,
     "formula_without_value", true},
    {"hidden sheet", [] { return malformed("hidden-sheet.xlsx"); }, "x.xlsx", 0, "sheet_hidden", true},
    {"picture", [] { return "\x89PNG\r\n\x1A\n" + std::string(50, '\0'); }, "x.png", 3,
     "document_unsupported"},
};

Json find(Json const& findings, std::string const& code) {
  for (Json const& each : findings) {
    if (each["code"] == code) {
      return each;
    }
  }
  return nullptr;
}

} // namespace

TEST_CASE("malformed tables end as the guide says") {
  std::string const folder = fresh_folder("bad-input");
  for (BadInput const& input : inputs) {
    INFO(input.name);
    std::string const path = write_file(folder + "/" + input.file, input.bytes());
    ProgramRun const run = run_program({"check", path, "--format", "json"});
    CHECK(run.status == input.status);
    Json const findings = Json::parse(run.output)["findings"];
    Json const finding = find(findings, input.code);
    REQUIRE(finding.is_object());
    CHECK(finding["where"]["file"] == path);
    CHECK(finding["hint"].is_object());
    bool const is_error = input.status != 0;
    CHECK((finding["severity"] == "error") == is_error);
    CHECK(finding["message"]["zh"].get<std::string>().size()
          < 600); // long cells are cut where they are shown
    ProgramRun const report = run_program({"score", path});
    CHECK(report.status == input.status);
    CHECK(report.output.size() < 20'000);
    CHECK((report.output.find("项目：甲项目") != std::string::npos) == input.scored);
    CHECK(report.output.find(input.code) != std::string::npos);
  }
}

TEST_CASE("a pack that extends itself is refused with its place") {
  std::string const pack = "tests/malformed/packs/self.yaml";
  for (std::vector<std::string> const& arguments : std::vector<std::vector<std::string>>{
           {"score", "examples/completed-2023/completed.csv", "--rules", pack},
           {"rules", "check", pack},
           {"rules", "test", pack},
           {"rules", "show", pack}}) {
    ProgramRun const run = run_program(arguments);
    INFO(run.output << run.errors);
    CHECK(run.status == 3);
    CHECK((run.output + run.errors).find("self.yaml:3:10") != std::string::npos);
    CHECK((run.output + run.errors).find("pack_cycle") != std::string::npos);
  }
}

TEST_CASE("an input that is none says which formats are read") {
  std::string const folder = fresh_folder("formats");
  for (auto const& [name, bytes] :
       std::vector<std::pair<std::string, std::string>>{{"x.docx", ""}, {"x.png", "\x89PNG\r\n\x1A\n"}}) {
    ProgramRun const run = run_program({"check", write_file(folder + "/" + name, bytes)});
    INFO(run.output);
    for (char const* format : {"XLSX", "DOCX", "PDF", "CSV"}) {
      CHECK(run.output.find(format) != std::string::npos);
    }
  }
}
