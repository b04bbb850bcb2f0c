// What a pack lists for its tests to reach, before any of them has run. Counts: tests/pipeline.
#include "engine/rulepack/coverage.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace jixiao;
using rulepack::Covered;

namespace {

constexpr char const* text =
    "score:\n"
    "  - {id: heavy, before: met, when: \"quantity and weight > 10\", share: \"if met then 1 else 0.5\"}\n"
    "  - {id: heavier, after: heavy, when: \"quantity and weight > 20\", share: \"0\"}\n"
    "checks:\n"
    "  - {id: never, before: over-achievement, when: \"met and not met\", finding: over_achievement}\n"
    "  - {id: tier-rewards-no-effect, when: \"false\"}\n"
    "unreached:\n"
    "  - {of: checks.never.when, operands: [\"holds: not met\"], reason: tried}\n"
    "  - {of: checks.gone.when, operands: [\"holds: met\"], reason: tried}\n";

} // namespace

TEST_CASE("everything is listed once, with the reason why nothing reached it", "[rulepack][coverage]") {
  auto const pack = test::Packs::on_base(text);
  REQUIRE(pack.value);
  auto const all = rulepack::Coverage(*pack.value).finish();
  std::string own;
  for (Covered const& each : all) {
    CHECK_FALSE(each.reached());
    CHECK_FALSE(each.reason.empty());
    if (each.from_pack == "own") {
      own += std::string(rulepack::name(each.kind)) + " " + each.of
             + (each.part.empty() ? "" : " [" + each.part + "]") + " " + each.reason + "\n";
    }
  }
  CHECK(own
        == "score score.heavy uncovered_no_test_with\n"
           "operand score.heavy.when [holds: quantity] uncovered_rule_not_reached\n"
           "operand score.heavy.when [fails: quantity] uncovered_rule_not_reached\n"
           "operand score.heavy.when [holds: weight > 10] uncovered_rule_not_reached\n"
           "operand score.heavy.when [fails: weight > 10] uncovered_rule_not_reached\n"
           "branch score.heavy.share [if met] uncovered_rule_not_reached\n"
           "branch score.heavy.share [else of met] uncovered_rule_not_reached\n"
           "score score.heavier uncovered_hidden\n"
           "operand score.heavier.when [holds: quantity] uncovered_rule_not_reached\n"
           "operand score.heavier.when [fails: quantity] uncovered_rule_not_reached\n"
           "operand score.heavier.when [holds: weight > 20] uncovered_rule_not_reached\n"
           "operand score.heavier.when [fails: weight > 20] uncovered_rule_not_reached\n"
           "check checks.never uncovered_never_holds\n"
           "operand checks.never.when [holds: met] uncovered_rule_not_reached\n"
           "operand checks.never.when [fails: met] uncovered_rule_not_reached\n"
           "operand checks.never.when [holds: not met] uncovered_rule_not_reached\n"
           "operand checks.never.when [fails: not met] uncovered_rule_not_reached\n");
}

TEST_CASE("no test is asked for a number that is not there", "[rulepack][coverage]") {
  auto const pack = test::Packs::on_base(text);
  REQUIRE(pack.value);
  for (Covered const& each : rulepack::Coverage(*pack.value).finish()) {
    if (each.kind == Covered::Kind::score && each.from_pack == "own") {
      REQUIRE_FALSE(each.arguments.empty());
      INFO(each.id << ": " << each.arguments[0]);
      CHECK(each.arguments[0].find('?') == std::string::npos);
      bool const weighed = each.arguments[0].find("weight > 10") != std::string::npos;
      CHECK((each.id == "heavier" ? each.arguments[0] == "heavy" : weighed));
    }
  }
}

TEST_CASE("an explanation of nothing is stale", "[rulepack][coverage]") {
  auto const pack = test::Packs::on_base(text);
  REQUIRE(pack.value);
  auto const stale = rulepack::stale_unreached(*pack.value, rulepack::Coverage(*pack.value).finish());
  REQUIRE(stale.size() == 1);
  CHECK(stale[0].entry.of == "checks.gone.when");
  CHECK_FALSE(stale[0].reached);
}
