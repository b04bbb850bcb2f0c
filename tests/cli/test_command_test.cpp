// rules test, as authors type it.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

/// Three tests: one holds, one fails, one is to be done.
std::string pack_file(std::string const& more = {}) {
  return write_file(fresh_folder("rules-test") + "/some-place.yaml", R"(pack: some-place
title: t
extends: mof-2020
tests:
  - {name: holds, row: "产出指标 | 数量指标 | 次数 | ≥ | 10 | 次 | 20 | ", actual: 10次, score: "20.00"}
  - {name: fails, row: "产出指标 | 数量指标 | 次数 | ≥ | 10 | 次 | 20 | ", actual: 5次, score: "11.00", rule: met}  # note
  - {name: later, todo: not yet, row: "产出指标 | 数量指标 | 次数 | ≥ | 10 | 次 | 20 | ", actual: 5次, score: "12.00"}
)" + more);
}

} // namespace

TEST_CASE("a failing test ends with status 1, one that is still to do does not") {
  std::string const file = pack_file();
  ProgramRun const all = run_program({"rules", "test", file, "--lang", "en"});
  CHECK(all.status == 1);
  CHECK(all.output.find("1 passed, 1 failed, 1 to do") != std::string::npos);
  CHECK(all.output.find("not yet") != std::string::npos);
  CHECK(run_program({"rules", "test", file, "--filter", "later"}).status == 0);
  ProgramRun const done = run_program(
      {"rules", "test",
       pack_file("  - {name: now, todo: why, row: \"产出指标 | 数量指标 | 次数 | ≥ | 10 | 次 | 20 | \", "
                 "actual: 10次, score: \"20.00\"}\n"),
       "--filter", "now", "--lang", "en"});
  CHECK(done.status == 0);
  CHECK(done.output.find("remove its todo") != std::string::npos);
}

TEST_CASE("a filter that fits nothing, and a pack without tests, are failures") {
  std::string const file = pack_file();
  CHECK(run_program({"rules", "test", file, "--filter", "holds"}).status == 0);
  CHECK(run_program({"rules", "test", file, "--filter", "次数"}).status == 1);
  ProgramRun const none = run_program({"rules", "test", file, "--filter", "nothing like this"});
  CHECK(none.status == 1);
  CHECK(none.errors.find("nothing like this") != std::string::npos);
  CHECK(run_program({"rules", "test", "tests/malformed/packs/without-tests.yaml"}).status == 1);
}

TEST_CASE("of a pack that cannot be loaded it is said that it has errors, not that it has no tests") {
  std::string const broken = "tests/malformed/packs/test-initial-alone.yaml";
  ProgramRun const run = run_program({"rules", "test", broken, "--lang", "en"});
  CHECK(run.status == 3);
  CHECK(run.errors.find("the pack has errors") != std::string::npos);
  CHECK(run.errors.find("write some under tests") == std::string::npos);
  CHECK(run.errors.find("initial") < run.errors.find("the pack has errors"));
}

TEST_CASE("accepting writes what came out, shows the lines, and leaves the rest alone") {
  std::string const file = pack_file();
  std::string const before = read_file(file);
  ProgramRun const run = run_program({"rules", "test", file, "--accept"});
  CHECK(run.status == 0);
  CHECK(run.output.find(file + ":6\n-  - {name: fails") == 0);
  std::string expected = before;
  expected.replace(expected.find("\"11.00\", rule: met"), 18, "\"10.00\", rule: \"unmet-positive\"");
  CHECK(read_file(file) == expected);
  CHECK(run_program({"rules", "test", file}).status == 0);
  CHECK(run_program({"rules", "test", "hubei", "--accept"}).status == 2);
}

TEST_CASE("JUnit and JSON say what failed and what is to do") {
  std::string const file = pack_file();
  ProgramRun const junit =
      run_program({"rules", "test", file, "tests/malformed/packs/bad-id.yaml", "--format", "junit"});
  CHECK(junit.status == 3);
  CHECK(junit.output.find("<testsuites tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\">")
        != std::string::npos);
  CHECK(junit.output.find("score: 11.00 != 10.00&#10;rule: met != unmet-positive") != std::string::npos);
  Json const json = Json::parse(run_program({"rules", "test", file, "--format", "json"}).output);
  CHECK(json["failed"] == 1);
  CHECK(json["packs"][0]["todo"] == 1);
  CHECK(json["packs"][0]["tests"][2]["todo"] == "not yet");
}
