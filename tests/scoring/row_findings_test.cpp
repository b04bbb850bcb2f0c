// What the checks of a pack say of a row when several of them hold.
#include "engine/scoring/score.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/scoring/project_text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

namespace {

/// "severity limit" of each over_achievement that a row of 130 for 100 is told, with one more check.
std::vector<std::string> said(std::string const& check) {
  auto const pack = test::Packs::on_base("checks:\n  - {id: own, after: over-achievement, finding: "
                                         "over_achievement, "
                                         + check + "}\n");
  REQUIRE(pack.value);
  model::ProjectEvaluation const evaluation =
      scoring::score(test::project("90 v:13/10", "100/100"), *pack.value, scoring::Assume::as_is);
  std::vector<std::string> all;
  for (diagnostic::Diagnostic const& each : evaluation.indicators.at(0).findings) {
    if (each.code == "over_achievement") {
      all.push_back(std::to_string(static_cast<int>(each.severity)) + " " + each.arguments.at(4));
    }
  }
  return all;
}

} // namespace

TEST_CASE("two checks with one finding both speak, each with its limit", "[scoring][findings]") {
  using Texts = std::vector<std::string>;
  CHECK(
      said("when: \"quantity and target > 0 and actual >= 1.25 * target\", severity: error, limit: \"1.25\"")
      == Texts{"1 120%", "2 125%"});
  CHECK(
      said("when: \"quantity and target > 0 and actual >= 1.35 * target\", severity: error, limit: \"1.35\"")
      == Texts{"1 120%"});
}

TEST_CASE("two checks that say the same say it once, as severely as the more severe", "[scoring][findings]") {
  using Texts = std::vector<std::string>;
  CHECK(said("when: \"quantity and actual >= 1.2 * target\", severity: error, limit: \"1.2\"")
        == Texts{"2 120%"});
  CHECK(said("when: \"quantity and actual >= 1.2 * target\", severity: info, limit: \"1.2\"")
        == Texts{"1 120%"});
}
