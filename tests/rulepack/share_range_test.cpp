// Figures that are no part of the points are refused where they are read.
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/findings.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

TEST_CASE("A figure that is no part of the points is refused", "[rulepack][share-range]") {
  struct Row {
    char const* share;
    char const* refused; ///< "column figure", columns counted from 1
  };
  constexpr Row rows[] = {
      {"0", ""},
      {"1", ""},
      {"100%", ""},
      {"[0, 1]", ""},
      {"8 / 10", ""},
      {"actual / target", ""},
      {"min(1, actual / target)", ""},
      {"10", "1 10"},
      {"1.5", "1 1.5"},
      {"150%", "1 150%"},
      {"-0.5", "1 -0.5"},
      {"80 / 10", "1 80 / 10"},
      {"[80, 100]", "2 80 | 6 100"},
      {"[0.8 * attainment, 80]", "20 80"},
      {"if met then 10 else 0.5", "13 10"},
      {"if met then 1 else (if quantity then 0.5 else 5)", "47 5"},
      {"bands(attainment, from 90: 1, from 80: 8, else: 60)", "40 8 | 49 60"},
      {"bands(attainment, from 90: 1, from 80: 0.8, else: [0, 0.6))", ""},
      {"interpolate(attainment, 10: 100, 5: 60, else: 0)", "29 100 | 37 60"},
  };
  for (Row const& row : rows) {
    INFO(row.share);
    auto const share = rulepack::compile(row.share, rulepack::Want::number, {1, 1, 1, 0, 0});
    REQUIRE(share.value);
    std::string refused;
    for (diagnostic::Diagnostic const& each : rulepack::check_share_range("own", **share.value)) {
      CHECK(each.code == rulepack::findings::rules_share_range.id);
      CHECK(each.severity == diagnostic::Severity::error);
      CHECK(each.arguments.at(0) == "own");
      refused +=
          (refused.empty() ? "" : " | ") + std::to_string(each.where.column) + " " + each.arguments.at(1);
    }
    CHECK(refused == row.refused);
  }
}

TEST_CASE("A formula of points or per cent, above 1 in every ordinary row, is warned of",
          "[rulepack][share-range]") {
  struct Row {
    char const* share;
    char const* warned; ///< "column formula", columns counted from 1
  };
  constexpr Row rows[] = {
      {"100 * attainment", "1 100 * attainment"},
      {"100 * execution_rate", "1 100 * execution_rate"},
      {"if met then 1 else 90 * attainment", "20 90 * attainment"},
      {"bands(attainment, from 90%: attainment * 100, else: 0)", "29 attainment * 100"},
      {"attainment", ""},
      {"target / actual", ""},
      {"2 - attainment", ""},
      {"max(0, 1 - 2 * (actual / target - 1))", ""},
      {"(weight - 0.5 * abs(percentage_points)) / weight", ""},
      {"0.5 + 0.5 * execution_rate", ""},
      {"(actual - target_5) / (target_1 - target_5)", ""},
  };
  for (Row const& row : rows) {
    INFO(row.share);
    auto const share = rulepack::compile(row.share, rulepack::Want::number, {1, 1, 1, 0, 0});
    REQUIRE(share.value);
    std::string warned;
    for (diagnostic::Diagnostic const& each : rulepack::check_share_range("own", **share.value)) {
      CHECK(each.code == rulepack::findings::rules_share_of_points.id);
      CHECK(each.severity == diagnostic::Severity::warning);
      CHECK(each.arguments.at(0) == "own");
      warned += std::to_string(each.where.column) + " " + each.arguments.at(1);
    }
    CHECK(warned == row.warned);
  }
}

TEST_CASE("Every list of shares is read so, each in its own place", "[rulepack][share-range]") {
  struct Row {
    char const* text;
    std::uint32_t line, column;
  };
  constexpr Row rows[] = {
      {"score:\n  - {id: otherwise, share: \"10\"}\n", 5, 29},
      {"caps:\n  - {id: low, when: \"execution_rate < 0.5\", share: \"79\"}\n", 5, 53},
      {"execution:\n  rules:\n    - {id: rate, share: \"1.5\"}\n", 6, 26},
      {"evidence:\n  - {id: own, before: value, when: \"met\", share: \"2\", status: scored, column: "
       "answered}\n",
       5, 51},
  };
  for (Row const& row : rows) {
    INFO(row.text);
    auto const outcome = test::Packs::on_base(row.text);
    CHECK_FALSE(outcome.value);
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(outcome.diagnostics[0].code == rulepack::findings::rules_share_range.id);
    CHECK(outcome.diagnostics[0].where.row == row.line);
    CHECK(outcome.diagnostics[0].where.column == row.column);
  }
}
