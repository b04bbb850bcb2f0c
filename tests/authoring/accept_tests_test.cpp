// Accepting what came out: the values change, and nothing else.
#include "engine/authoring/accept_tests.hpp"
#include "engine/configuration/yaml.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

namespace {

constexpr char const* pack = R"(pack: p
tests:
  # kept
  - {name: a, row: "x | y", score: "1.00", rule: met}   # kept, too
  - {name: b, rows: [{row: "x", score: '2.00'}, {row: "z", score: 3.00}], total: "5.00"}
  - name: c
    findings: [one]
    score: "7.00"
)";

authoring::Acceptance accepted(std::vector<authoring::FailedExpectation> outcomes) {
  auto const tree = configuration::parse_yaml(pack, {});
  REQUIRE(tree.value);
  return authoring::accept_outcomes(pack, *tree.value, std::move(outcomes));
}

} // namespace

TEST_CASE("what came out replaces values where they stand") {
  authoring::Acceptance const result = accepted({{4, 5, "rule", "unmet"},
                                                 {4, 5, "score", "0.50"},
                                                 {5, 5, "rows[2].score", "[0.00, 3.00)"},
                                                 {5, 5, "rows[1].score", "2.50"},
                                                 {6, 5, "score", "8.00"}});
  CHECK(result.left.empty());
  CHECK(result.text == R"yaml(pack: p
tests:
  # kept
  - {name: a, row: "x | y", score: "0.50", rule: "unmet"}   # kept, too
  - {name: b, rows: [{row: "x", score: "2.50"}, {row: "z", score: "[0.00, 3.00)"}], total: "5.00"}
  - name: c
    findings: [one]
    score: "8.00"
)yaml");
  REQUIRE(result.changes.size() == 3);
  CHECK(result.changes[0].line == 4);
  CHECK(result.changes[2].before == "    score: \"7.00\"");
  CHECK(result.changes[2].after == "    score: \"8.00\"");
}

TEST_CASE("what is not one value is left to its author") {
  for (authoring::FailedExpectation const& outcome :
       std::vector<authoring::FailedExpectation>{{6, 5, "findings", "one, two"},
                                                 {6, 5, "no_findings", "x"},
                                                 {6, 5, "rows[1].score", "1"},
                                                 {5, 5, "rows[3].score", "1"},
                                                 {9, 9, "score", "1"}}) {
    CAPTURE(outcome.what, outcome.line);
    authoring::Acceptance const result = accepted({outcome});
    CHECK(result.text == pack);
    CHECK(result.changes.empty());
    CHECK(result.left.size() == 1);
  }
}

TEST_CASE("a value over several lines is left to its author, and named") {
  std::string const text = "tests:\n  - name: d\n    score: \"1.00\n      \"\n";
  auto const tree = configuration::parse_yaml(text, {});
  REQUIRE(tree.value);
  authoring::Acceptance const result =
      authoring::accept_outcomes(text, *tree.value, {{2, 5, "score", "2.00"}});
  CHECK(result.text == text);
  REQUIRE(result.left.size() == 1);
  CHECK(result.left[0].what == "score");
}
