// Every example with its report beside it. JIXIAO_ACCEPT=1 rewrites the reports; the diff is then read by a
// person.
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/program.hpp"

#include <cstdlib>
#include <sstream>

using namespace jixiao::test;

TEST_CASE("examples give the reports that stand beside them") {
  std::vector<CaseRow> const cases = read_cases("examples/commands.csv");
  REQUIRE(cases.size() >= 10);
  for (CaseRow const& row : cases) {
    REQUIRE(row.fields.size() == 3);
    std::string const& report = row.fields[0];
    std::vector<std::string> arguments;
    std::istringstream words(row.fields[1]);
    for (std::string word; words >> word;) {
      arguments.push_back(word);
    }
    ProgramRun const run = run_program(arguments);
    INFO("examples/commands.csv line " << row.line << ": jixiao " << row.fields[1] << "\n" << run.errors);
    CHECK(run.status == std::stoi(row.fields[2]));
    std::string const path = source_path("examples/" + report).string();
    if (std::getenv("JIXIAO_ACCEPT") != nullptr) {
      write_file(path, run.output);
    }
    CHECK(run.output == read_file(path));
  }
}
