// How the program ends, as docs/guides/command-line.md tabulates it.
#include "cli/exit_status.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <algorithm>

using namespace jixiao::test;
using jixiao::cli::ExitStatus;
using jixiao::cli::worse;

namespace {

std::string const header = "单位名称,项目名称,年度,年初预算数（万元）,预算执行数（万元）,一级指标,二级指标,"
                           "三级指标,指标性质,指标值,度量单位,权重,"
                           "指标方向性,实际完成值\n";

/// A table without any finding worse than information.
std::string clean_table(std::string const& folder) {
  return write_file(folder + "/clean.csv",
                    header
                        + "甲单位,甲项目,2023,10,10,产出指标,数量指标,培训次数,≥,5,次,50,正向指标,5次\n"
                          ",,,,,效益指标,社会效益指标,办结率,≥,90,%,30,正向指标,95%\n"
                          ",,,,,满意度指标,服务对象满意度指标,学员满意度,≥,90,%,10,正向指标,92%\n");
}

} // namespace

TEST_CASE("the worst of 4, 2, 3, 1 wins") {
  ExitStatus const order[] = {ExitStatus::clean, ExitStatus::findings, ExitStatus::unreadable,
                              ExitStatus::wrong_usage, ExitStatus::internal_fault};
  for (std::size_t i = 0; i < std::size(order); ++i) {
    for (std::size_t j = 0; j < std::size(order); ++j) {
      CHECK(worse(order[i], order[j]) == order[std::max(i, j)]);
    }
  }
}

TEST_CASE("a clean table ends with 0") {
  ProgramRun const run = run_program({"score", clean_table(fresh_folder("clean"))});
  INFO(run.output << run.errors);
  CHECK(run.status == 0);
  CHECK(run.output.find("100.00") != std::string::npos);
}

TEST_CASE("wrong usage ends with 2 and says so on standard error") {
  std::vector<std::vector<std::string>> const wrong = {{},
                                                       {"frobnicate"},
                                                       {"score"},
                                                       {"score", "x.csv", "--format", "pdf"},
                                                       {"score", "x.csv", "--year", "23"},
                                                       {"explain", "x.csv"},
                                                       {"parse", "cell", "5"},
                                                       {"rules"},
                                                       {"score", "x.csv", "--assume", "everything"}};
  for (auto const& arguments : wrong) {
    ProgramRun const run = run_program(arguments);
    INFO((arguments.empty() ? "" : arguments[0]) << "\n" << run.errors);
    CHECK(run.status == 2);
    CHECK(run.output.empty());
    CHECK(!run.errors.empty());
  }
}

TEST_CASE("an input or a pack that cannot be read ends with 3") {
  std::string const table = clean_table(fresh_folder("unreadable"));
  CHECK(run_program({"score", "no-such-file.csv"}).status == 3);
  CHECK(run_program({"score", "no-such-file.csv", table}).status == 3);
  CHECK(run_program({"score", table, "--rules", "no-such-pack"}).status == 3);
  CHECK(run_program({"score", table, "--rules", "no/such/pack.yaml"}).status == 3);
  CHECK(run_program({"score", table, "--judgements", "no-such-file.yaml"}).status == 3);
  CHECK(run_program({"score", table, "--out", "/no/such/folder/x.txt"}).status == 3);
}

TEST_CASE("the system's refusal is said in the reader's language") {
  CHECK(run_program({"score", "no-such-file.csv"}).output.find("没有这个文件或文件夹") != std::string::npos);
  CHECK(run_program({"score", "no-such-file.csv", "--lang", "en"})
            .output.find("there is no such file or folder")
        != std::string::npos);
  std::string const table = clean_table(fresh_folder("refusal"));
  CHECK(run_program({"score", table, "--judgements", fresh_folder("is-folder")})
            .errors.find("是文件夹，不是文件")
        != std::string::npos);
  CHECK(run_program({"score", table, "--out", "/no/such/folder/x.txt"}).errors.find("没有这个文件或文件夹")
        != std::string::npos);
}

TEST_CASE("tables without project names are not taken for the same project") {
  std::string const folder = fresh_folder("unnamed");
  std::string const rows = "三级指标,指标值,权重,实际完成值\n培训次数,≥5次,90,5次\n";
  ProgramRun const run = run_program({"check", write_file(folder + "/a.csv", rows),
                                      write_file(folder + "/b.csv", rows), "--format", "json"});
  CHECK(run.output.find("project_in_two_files") == std::string::npos);
  CHECK(run.status == 0);
}

TEST_CASE("all files are done although one cannot be read") {
  std::string const table = clean_table(fresh_folder("all-files"));
  ProgramRun const run = run_program({"score", "no-such-file.csv", table, "--format", "jsonl"});
  CHECK(run.status == 3);
  CHECK(run.output.find("甲项目") != std::string::npos);
  CHECK(run.output.find("input_unreadable") != std::string::npos);
}

TEST_CASE("findings end with 1, warnings only when asked for") {
  std::string const folder = fresh_folder("findings");
  std::string const open =
      write_file(folder + "/open.csv",
                 header + "甲单位,甲项目,2023,10,8,产出指标,数量指标,培训次数,≥,5,次,90,正向指标,5次\n");
  ProgramRun const lenient = run_program({"check", open});
  ProgramRun const strict = run_program({"check", open, "--fail-on", "warning"});
  INFO(lenient.output);
  CHECK(lenient.status == 0);
  CHECK(strict.status == 1);
}

TEST_CASE("help and version end with 0 on standard output") {
  for (std::vector<std::string> const& arguments : std::vector<std::vector<std::string>>{
           {"--help"}, {"score", "--help"}, {"rules", "test", "--help"}, {"--version"}, {"--limits"}}) {
    ProgramRun const run = run_program(arguments);
    CHECK(run.status == 0);
    CHECK(!run.output.empty());
    CHECK(run.errors.empty());
  }
  CHECK(run_program({"score", "--help"}).output.find("年度") != std::string::npos);
  CHECK(run_program({"score", "--help", "--lang", "en"}).output.find("budget year") != std::string::npos);
}
