// What only some rows have is asked only there.
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using rulepack::Want;

TEST_CASE("a rule asks for what only some rows have under their condition", "[rulepack][guards]") {
  struct Row {
    char const *when, *share, *asked;
  };
  constexpr Row rows[] = {
      {"quantity", "0.5", ""},
      {"scaled", "if actual > target_1 then 1 else 0.5", ""},
      {"quantity and scaled and actual > target_5", "0.5", ""},
      {"quantity", "if actual > target_1 then 1 else 0.5", "scaled"},
      {"quantity and actual > target_5", "0.5", "scaled"},
      {"not scaled", "if actual > target_1 then 1 else 0.5", "scaled"},
      {"dimension = ratio", "1 - 0.1 * percentage_points", ""},
      {"dimension = ratio and percentage_points > 3", "0.5", ""},
      {"quantity", "1 - 0.1 * percentage_points", "dimension = ratio"},
      {"percentage_points > 3", "0.5", "dimension = ratio"},
      {"dimension = ratio or met", "1 - 0.1 * percentage_points", "dimension = ratio"},
      {"percentage_points > 3", "if actual > target_1 then 1 else 0.5", "scaled | dimension = ratio"},
  };
  for (Row const& row : rows) {
    INFO(row.when << " => " << row.share);
    rulepack::Rule rule;
    rule.id = "own";
    auto const when = rulepack::compile(row.when, Want::truth, {});
    auto const share = rulepack::compile(row.share, Want::number, {});
    REQUIRE(when.value);
    REQUIRE(share.value);
    rule.when = *when.value;
    rule.share = *share.value;
    std::string asked;
    for (diagnostic::Diagnostic const& each : rulepack::check_guards({rule})) {
      CHECK(each.code == rulepack::findings::rules_need_guard.id);
      CHECK(each.arguments.at(0) == "own");
      asked += (asked.empty() ? "" : " | ") + each.arguments.at(2);
    }
    CHECK(asked == row.asked);
  }
}
