// Formulas as explanations show them.
#include "engine/rulepack/program.hpp"
#include "tests/rulepack/facts_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;
using rulepack::Want;

TEST_CASE("Formulas are shown with their numbers", "[rulepack][with-numbers]") {
  for (test::CaseRow const& row : test::read_cases("tests/cases/expression_with_numbers.csv")) {
    INFO("line " << row.line << ": " << row.fields[0] << " over " << row.fields[1]);
    REQUIRE(row.fields.size() == 3);
    bool const truth = row.fields[0].find('>') != std::string::npos;
    auto outcome = rulepack::compile(row.fields[0], truth ? Want::truth : Want::number, {});
    // A weight alone is no share; its formula is tried all the same.
    bool const share = outcome.value.has_value();
    if (!share) {
      outcome = rulepack::compile(row.fields[0] + " > 0", Want::truth, {});
    }
    REQUIRE(outcome.value);
    std::string formula = rulepack::with_numbers(**outcome.value, test::facts_of(row.fields[1]));
    if (!share) {
      formula.resize(formula.size() - 4);
    }
    CHECK(formula == row.fields[2]);
  }
}
