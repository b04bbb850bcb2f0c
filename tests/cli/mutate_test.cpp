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
