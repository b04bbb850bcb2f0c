// Help and wrong usage: whole sentences in the reader's language, and what to do next.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <sstream>

using namespace jixiao::test;

namespace {

std::vector<std::string> words(std::string const& line) {
  std::istringstream stream(line);
  std::vector<std::string> result;
  for (std::string word; stream >> word;) {
    result.push_back(word);
  }
  return result;
}

std::vector<std::string> with(std::vector<std::string> arguments, std::vector<std::string> const& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

} // namespace

TEST_CASE("wrong usage says what is wrong and where help is, in the reader's language") {
  for (CaseRow const& row : read_cases("tests/cases/usage_faults.csv")) {
    INFO("usage_faults.csv line " << row.line);
    REQUIRE(row.fields.size() == 3);
    ProgramRun const chinese = run_program(words(row.fields[0]));
    CHECK(chinese.status == 2);
    CHECK(chinese.output.empty());
    CHECK(chinese.errors == row.fields[1] + "\n");
    ProgramRun const english = run_program(with({"--lang", "en"}, words(row.fields[0])));
    CHECK(english.status == 2);
    CHECK(english.errors == row.fields[2] + "\n");
  }
}

TEST_CASE("help speaks of what people type and not of types") {
  for (char const* command : {"", "score", "check", "explain", "parse", "template", "rules", "rules list",
                              "rules show", "rules check", "rules test", "rules coverage"}) {
    for (char const* language : {"zh", "en"}) {
      ProgramRun const run = run_program(with(words(command), {"--help", "--lang", language}));
      INFO(run.output);
      CHECK(run.status == 0);
      for (char const* noise : {"ENUM", "UINT", "TEXT:", "REQUIRED", "->", "{", "[OPTIONS] SUBCOMMAND"}) {
        CHECK(run.output.find(noise) == std::string::npos);
      }
      bool const chinese = language[0] == 'z';
      CHECK((run.output.find("用法：jixiao") != std::string::npos) == chinese);
      CHECK((run.output.find("Usage: jixiao") != std::string::npos) != chinese);
      CHECK((run.output.find("--lang zh|en") != std::string::npos));
    }
  }
}

TEST_CASE("help names a format that the command takes as its default") {
  for (char const* command : {"score", "check", "explain", "rules list", "rules test", "rules coverage",
                              "rules mutate", "rules diff"}) {
    std::string const help = run_program(with(words(command), {"--help", "--lang", "en"})).output;
    INFO(command << " " << help);
    std::size_t const option = help.find("--format ");
    REQUIRE(option != std::string::npos);
    std::size_t const list = option + 9;
    std::string const choices = help.substr(list, help.find_first_of(" \n", list) - list);
    std::size_t const note = help.find("output format; ", list) + 15;
    std::string const by_default = help.substr(note, help.find(' ', note) - note);
    CHECK(("|" + choices + "|").find("|" + by_default + "|") != std::string::npos);
  }
}

TEST_CASE("a text that begins with a minus is read behind two of them") {
  CHECK(run_program({"parse", "number", "--", "-5"}).output.find("\"value\":\"-5\"") != std::string::npos);
}
