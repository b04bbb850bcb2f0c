#include "engine/pipeline/run_program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

#include <filesystem>

using namespace jixiao;
using pipeline::ProgramOutcome;
using pipeline::ProgramRequest;
using End = ProgramOutcome::End;
using namespace std::chrono_literals;

namespace {

ProgramRequest shell(std::string const& script) {
  ProgramRequest request;
  request.program = "sh";
  request.arguments = {"-c", script};
  return request;
}

} // namespace

TEST_CASE("a program gives its output, its words and its status", "[pipeline][program]") {
  ProgramOutcome const outcome = pipeline::run_program(shell("echo out; echo err >&2; exit 3"));
  CHECK(outcome.end == End::finished);
  CHECK(outcome.status == 3);
  CHECK(outcome.output == "out\n");
  CHECK(outcome.errors == "err\n");
}

TEST_CASE("arguments reach a program as they are", "[pipeline][program]") {
  ProgramRequest request;
  request.program = "printf";
  request.arguments = {"%s|", "a b", "$HOME", "*", "'\"", ""};
  CHECK(pipeline::run_program(request).output == "a b|$HOME|*|'\"||");
}

TEST_CASE("a program has nothing to read and few variables", "[pipeline][program]") {
  CHECK(pipeline::run_program(shell("cat; echo end")).output == "end\n");
  ProgramRequest request = shell("echo $LC_ALL $HOME $USER");
  request.environment = {"HOME=/nowhere"};
  CHECK(pipeline::run_program(request).output == "C.UTF-8 /nowhere\n");
}

TEST_CASE("a program runs in the folder it is given", "[pipeline][program]") {
  ProgramRequest request = shell("pwd");
  request.folder = "/usr";
  CHECK(pipeline::run_program(request).output == "/usr\n");
}

TEST_CASE("a program that is not there is told from one that fails", "[pipeline][program]") {
  ProgramRequest request;
  request.program = "no-program-has-this-name";
  CHECK(pipeline::run_program(request).end == End::missing);
  request.program = "/no/such/path";
  CHECK(pipeline::run_program(request).end == End::missing);
  ProgramOutcome const killed = pipeline::run_program(shell("kill -9 $$"));
  CHECK(killed.end == End::failed);
  CHECK(killed.status == 137);
}

TEST_CASE("a program that takes too long is ended with all it started", "[pipeline][program]") {
  std::string const folder = test::fresh_folder("timed-out");
  ProgramRequest request = shell("(sleep 2; touch left) & sleep 60");
  request.folder = folder;
  request.time = 200ms;
  auto const begin = std::chrono::steady_clock::now();
  CHECK(pipeline::run_program(request).end == End::timed_out);
  CHECK(std::chrono::steady_clock::now() - begin < 2s);
  CHECK(pipeline::run_program(shell("sleep 2.5")).end == End::finished);
  CHECK_FALSE(std::filesystem::exists(folder + "/left"));
  // One that goes on without printing is no different.
  request = shell("exec >&- 2>&-; sleep 60");
  request.time = 200ms;
  CHECK(pipeline::run_program(request).end == End::timed_out);
}

TEST_CASE("a program that closes its output early may still end by itself", "[pipeline][program]") {
  ProgramOutcome const outcome = pipeline::run_program(shell("echo all; exec >&- 2>&-; sleep 0.3; exit 4"));
  CHECK(outcome.end == End::finished);
  CHECK(outcome.status == 4);
  CHECK(outcome.output == "all\n");
}

TEST_CASE("a program that prints too much is ended", "[pipeline][program]") {
  ProgramRequest request = shell("yes");
  request.output_bytes = 100'000;
  CHECK(pipeline::run_program(request).end == End::too_much);
  request = shell("yes >&2 & sleep 0.2; kill $!; echo done");
  request.output_bytes = 5;
  ProgramOutcome const talkative = pipeline::run_program(request);
  CHECK(talkative.end == End::finished);
  CHECK(talkative.output == "done\n");
  CHECK(talkative.errors.size() == 4096);
}

TEST_CASE("a temporary folder is private and goes away", "[pipeline][program]") {
  std::filesystem::path path;
  {
    pipeline::TemporaryFolder const folder;
    path = folder.path();
    REQUIRE(std::filesystem::is_directory(path));
    CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms(077))
          == std::filesystem::perms::none);
    std::filesystem::create_directories(path / "a" / "b");
  }
  CHECK_FALSE(std::filesystem::exists(path));
}
