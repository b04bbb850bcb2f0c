// Per cent written as points beside a ratio.
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

namespace {

rulepack::Input input(std::string id, rulepack::Input::Kind kind, std::size_t step) {
  rulepack::Input result;
  result.id = std::move(id);
  result.kind = kind;
  result.field = model::NumberField::input_1 + step;
  return result;
}

} // namespace

TEST_CASE("A ratio held against points of per cent is warned of", "[rulepack][percent-slips]") {
  struct Row {
    char const* text;
    char const* warned; ///< "column figures: the first of them as a part of 1", columns counted from 1
  };
  constexpr Row truths[] = {
      {"attainment > 130", "14 130: 1.3"},
      {"90 <= attainment", "1 90: 0.9"},
      {"execution_rate < 80 and quantity", "18 80: 0.8"},
      {"deviation_rate <= -20", "19 -20: -0.2"},
      {"abs(deviation_rate) > 10", "23 10: 0.1"},
      {"1 - attainment > 30", "18 30: 0.3"},
      {"attainment in [60, 80)", "16 60, 80: 0.6"},
      {"actual / target >= 95", "20 95: 0.95"},
      {"executed / budget >= 95", "22 95: 0.95"},
      {"rate_of_use >= 95", "16 95: 0.95"},
      {"pass_threshold > 60", "18 60: 0.6"},
      {"elapsed > 2", "11 2: 0.02"},
      {"attainment > 130%", ""},
      {"attainment >= 3", ""},
      {"execution_rate >= 95%", ""},
      {"100 * attainment > 95", ""},
      {"percentage_points < -5", ""},
      {"deviation < -20", ""},
      {"weight > 10", ""},
      {"people >= 95", ""},
      {"actual > 130", ""},
      {"budget / executed > 10", ""},
  };
  constexpr Row numbers[] = {
      {"bands(execution_rate, from 95: 1, from 85: 0.8, else: 0)", "28 95, 85: 0.95"},
      {"bands(attainment, from 90%: 0.9, else: 0)", ""},
      {"interpolate(attainment, 100: 1, 60: 0, else: 0)", "25 100, 60: 1"},
      {"if attainment >= 90 then 1 else 0", "18 90: 0.9"},
  };
  std::vector<rulepack::Input> const inputs = {input("rate_of_use", rulepack::Input::Kind::ratio, 0),
                                               input("people", rulepack::Input::Kind::count, 1)};
  auto const look = [&](Row const& row, rulepack::Want want) {
    INFO(row.text);
    auto const program = rulepack::compile(row.text, want, {1, 1, 1, 0, 0}, inputs);
    REQUIRE(program.value);
    std::string warned;
    for (diagnostic::Diagnostic const& each : rulepack::check_percent_slips("own", **program.value, inputs)) {
      CHECK(each.code == rulepack::findings::rules_percent_slip.id);
      CHECK(each.severity == diagnostic::Severity::warning);
      REQUIRE(each.arguments.size() == 4);
      CHECK(each.arguments[0] == "own");
      warned += std::to_string(each.where.column) + " " + each.arguments[1] + ": " + each.arguments[3];
    }
    CHECK(warned == row.warned);
  };
  for (Row const& row : truths) {
    look(row, rulepack::Want::truth);
  }
  for (Row const& row : numbers) {
    look(row, rulepack::Want::number);
  }
}

TEST_CASE("Every list of rules is read so, and the rule that stands here is named",
          "[rulepack][percent-slips]") {
  struct Row {
    char const* text;
    std::uint32_t line, column;
    char const* rule;
  };
  constexpr Row rows[] = {
      {"score:\n  - {id: far, before: met, when: \"quantity and target > 0 and actual / target > 130\", "
       "share: \"1\"}\n",
       5, 81, "far"},
      {"execution:\n  rules:\n    - {id: rate, share: \"bands(execution_rate, from 95: 1, else: 0)\"}\n", 6,
       53, "rate"},
      {"caps:\n  - {id: low, when: \"execution_rate < 80\", share: \"0.79\"}\n", 5, 39, "low"},
      {"checks:\n  - {id: slow, when: \"elapsed > 9\", finding: over_achievement}\n", 5, 33, "slow"},
  };
  for (Row const& row : rows) {
    INFO(row.text);
    auto const outcome = test::Packs::on_base(row.text);
    std::size_t found = 0;
    for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
      if (each.code == rulepack::findings::rules_percent_slip.id) {
        ++found;
        CHECK(each.where.row == row.line);
        CHECK(each.where.column == row.column);
        CHECK(each.arguments.at(0) == row.rule);
      }
    }
    CHECK(found == 1);
  }
}
