// convert: what it writes where, and how it ends.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace jixiao::test;
using Json = nlohmann::ordered_json;

TEST_CASE("convert writes the standard table and says what it found") {
  ProgramRun const run = run_program({"convert", "tests/data/extracts/general-office.txt"});
  CHECK(run.status == 0);
  CHECK(run.output.rfind("单位名称,项目名称,年度,年初预算数（万元）,预算执行数（万元）,一级指标", 0) == 0);
  CHECK(std::count(run.output.begin(), run.output.end(), '\n') == 23);
  CHECK(run.errors.find("form_recognised") != std::string::npos);
  CHECK(run.errors.find("rows_moved") != std::string::npos);
}

TEST_CASE("convert writes JSON with an account") {
  std::vector<std::string> const files{"tests/data/extracts/general-office.txt",
                                       "tests/data/extracts/service-bureau.txt"};
  ProgramRun const run = run_program({"convert", files[0], files[1], "--to", "json", "--account"});
  CHECK(run.status == 0);
  Json const json = Json::parse(run.output);
  CHECK(json["projects"].size() == 8);
  // Tables of all files are counted on.
  std::size_t const last = json["projects"].back()["table"];
  CHECK(json["tables"][last]["source"]["file"] == files[1]);
  CHECK(json["account"].size() > 300);
}

TEST_CASE("convert prints the account for people") {
  ProgramRun const run =
      run_program({"convert", "tests/data/extracts/service-bureau.txt", "--account", "--lang", "en"});
  CHECK(run.status == 0);
  CHECK(run.errors.find("13") != std::string::npos);
  CHECK(run.errors.find("part of an amount") != std::string::npos);
  ProgramRun const scored =
      run_program({"score", "tests/data/extracts/service-bureau.txt", "--account", "--lang", "en"});
  CHECK(scored.errors.find("part of an amount") != std::string::npos);
}

TEST_CASE("documents without a known form end with 1, files that are none with 3") {
  std::string const folder = fresh_folder("convert");
  CHECK(run_program({"convert", write_file(folder + "/prose.txt", "没有表。\n")}).status == 1);
  CHECK(run_program({"convert", folder + "/missing.docx"}).status == 3);
  CHECK(run_program({"convert"}).status == 2);
  CHECK(run_program({"convert", "x.txt", "--to", "xml"}).status == 2);
  write_file(folder + "/forms.yaml", "labels: {}\n");
  ProgramRun const refused =
      run_program({"convert", "tests/data/extracts/general-office.txt", "--rules-dir", folder});
  CHECK(refused.status == 3);
  CHECK(refused.errors.find("forms.yaml") != std::string::npos);
}

TEST_CASE("a report never replaces the document it was made from") {
  std::string const folder = fresh_folder("convert-out");
  std::string const document =
      write_file(folder + "/x.txt", read_source("tests/data/extracts/general-office.txt"));
  CHECK(run_program({"convert", document, "--out", document}).status == 2);
  CHECK(run_program({"convert", document, "--out", folder + "/x.csv"}).status == 0);
  CHECK(read_file(folder + "/x.csv").rfind("单位名称", 0) == 0);
}

TEST_CASE("amounts that nobody filled in are owed behind convert, too") {
  std::string const folder = fresh_folder("convert-blank");
  std::string const table =
      write_file(folder + "/table.csv",
                 "项目名称,年初预算数（万元）,预算执行数（万元）,三级指标,指标值,权重,实际完成值\n"
                 "甲,,,培训人数,≥5人,20,6人\n乙,100,90,培训人数,≥5人,20,6人\n");
  ProgramRun const converted = run_program({"convert", table});
  std::string const own = write_file(folder + "/again.csv", converted.output);
  auto const totals = [&](std::string const& file) {
    std::string output = run_program({"score", file, "--format", "csv", "--detail", "projects"}).output;
    for (std::size_t at = 0; (at = output.find(file, at)) != std::string::npos;) {
      output.erase(at, file.size());
    }
    return output;
  };
  CHECK(totals(table).find("66.67,100.00") != std::string::npos);
  CHECK(totals(own) == totals(table));
}
