// rules mutate, as people type it.
#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

#include <nlohmann/json.hpp>

using namespace jixiao::test;
using Json = nlohmann::json;

namespace {

constexpr char const* weak = "tests/data/packs/weak-tests.yaml";

} // namespace

TEST_CASE("rules mutate leaves with status 1 below its threshold, and where an explanation does not hold") {
  CHECK(run_program({"rules", "mutate", "guangxi", "--threshold", "100"}).status == 0);
  CHECK(run_program({"rules", "mutate", weak, "--filter", "grades"}).status == 0);
  ProgramRun const below = run_program({"rules", "mutate", weak, "--filter", "grades", "--threshold", "95"});
  CHECK(below.status == 1);
  CHECK(below.errors.find("95%") != std::string::npos);
  CHECK(run_program({"rules", "mutate", weak}).status == 1);
  CHECK(run_program({"rules", "mutate", "no-such-pack"}).status == 3);
  CHECK(run_program({"rules", "mutate", weak, "--format", "html"}).status == 2);
}

TEST_CASE("rules mutate names what survived with file, line, column, before and after") {
  std::string const text = run_program({"rules", "mutate", weak, "--lang", "en"}).output;
  CHECK(
      text.find(
          "weak-tests.yaml:12:54 comparison, score.half.when: < changed to <=, and no test notices [< -> <=]")
      != std::string::npos);
  CHECK(text.find("survivors explains \"5 -> 4\" of score.half.when, but a test notices it")
        != std::string::npos);
  CHECK(run_program({"rules", "mutate", weak})
            .output.find("\xE6\xB2\xA1\xE6\x9C\x89\xE6\xB5\x8B\xE8\xAF\x95\xE5\x8F\x91\xE7\x8E\xB0")
        != std::string::npos);
}

TEST_CASE("rules mutate gives JSON") {
  Json const json = Json::parse(run_program({"rules", "mutate", weak, "--format", "json"}).output);
  CHECK(json["schema"] == "jixiao/pack-mutation/1");
  Json const& pack = json["packs"].at(0);
  CHECK(pack["pack"] == "weak-tests");
  CHECK(pack["file"] == weak);
  CHECK(pack["killed"].get<int>() + pack["survived"].get<int>() + pack["explained"].get<int>()
            + pack["same"].get<int>() + pack["refused"].get<int>()
        == static_cast<int>(pack["mutants"].size()));
  CHECK(pack["stale"].size() == 1);
}

TEST_CASE("rules mutate that measured nothing does not speak of 100 percent") {
  ProgramRun const failing =
      run_program({"rules", "mutate", "tests/data/packs/failing-tests.yaml", "--format", "json"});
  CHECK(failing.status == 1);
  Json const pack = Json::parse(failing.output)["packs"].at(0);
  CHECK(pack["percent"].is_null());
  CHECK(pack["failing_tests"].size() == 1);
  CHECK(pack["todo_tests"] == 1);
  for (char const* format : {"text", "json"}) {
    ProgramRun const slip = run_program(
        {"rules", "mutate", "mof-2020", "--threshold", "100", "--filter", "zzz", "--format", format});
    CHECK(slip.status == run_program({"rules", "test", "mof-2020", "--filter", "zzz"}).status);
    CHECK(slip.status == 1);
    CHECK(slip.output.find("100") == std::string::npos);
    CHECK(slip.errors.find("zzz") != std::string::npos);
  }
}

TEST_CASE("rules coverage leaves with status 1 when tests fail, and names them") {
  std::vector<std::string> const command{"rules", "coverage", "tests/data/packs/failing-tests.yaml"};
  ProgramRun const text = run_program(command);
  CHECK(text.status == 1);
  for (char const* name : {"\xE4\xB8\x8D\xE9\x80\x9A\xE8\xBF\x87", "\xE5\xBE\x85\xE5\x8A\x9E"}) {
    for (char const* format : {"text", "json", "html"}) {
      CHECK(run_program({command[0], command[1], command[2], "--format", format}).output.find(name)
            != std::string::npos);
    }
  }
  Json const pack =
      Json::parse(run_program({command[0], command[1], command[2], "--format", "json"}).output)["packs"].at(
          0);
  CHECK(pack["failing_tests"].size() == 1);
  CHECK(pack["todo_tests"].size() == 1);
  for (Json const& entry : pack["entries"]) {
    if (entry["of"] == "score.half") {
      CHECK(entry["count"] == 0);
    }
  }
}
