// What follows from the form of two conditions.
#include "engine/rulepack/implied.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

TEST_CASE("a condition implies those that ask less of the same", "[rulepack][implied]") {
  struct Row {
    char const *narrow, *wide;
    bool implies;
  };
  constexpr Row rows[] = {
      {"met", "met", true},
      {"met and quantity", "quantity", true},
      {"quantity and met", "met and quantity", true},
      {"quantity", "met and quantity", false},
      {"weight > 10", "weight > 5", true},
      {"weight > 5", "weight > 10", false},
      {"weight > 10", "weight >= 10", true},
      {"weight >= 10", "weight > 10", false},
      {"weight  >  10", "weight > 10", true},
      {"weight < 5", "weight < 10", true},
      {"weight < 10", "weight > 5", false},
      {"attainment > 120%", "attainment >= 1.2", true},
      {"percentage_points > 10 and met", "percentage_points > 5", true},
      {"actual > 2 * target", "actual > target", false}, // not the same formula against a figure
      {"met or quantity", "met", false},
      {"not met", "met", false},
      {"not weight > 10", "weight > 5", false},
  };
  for (Row const& row : rows) {
    INFO(row.narrow << " => " << row.wide);
    CHECK(rulepack::ConditionForm(row.narrow).implies(rulepack::ConditionForm(row.wide)) == row.implies);
  }
}
