// What shows only when the whole line of packs has been read, beside what check_test.cpp shows of one list.
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/findings.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;

namespace {

struct Remark {
  char const* name;
  char const* text; ///< behind the head of a pack on base: its first line is line 4
  char const* found;
};

/// "code line:column argument; argument", of what is said against `text` beyond what every such pack is told.
std::string remarks_on(std::string const& text) {
  auto const outcome = test::Packs::on_base(text);
  std::string all;
  for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
    if (each.code == rulepack::findings::pack_without_tests.id
        || each.code == rulepack::findings::pack_without_basis.id
        || each.code == rulepack::findings::rule_without_basis.id) {
      continue; // what cites nothing has tests of its own
    }
    all += (all.empty() ? "" : " | ") + std::string(each.code) + " " + std::to_string(each.where.row) + ":"
           + std::to_string(each.where.column);
    for (std::size_t i = 0; i < each.arguments.size(); ++i) {
      all += (i == 0 ? " " : "; ") + each.arguments[i];
    }
  }
  return all;
}

constexpr Remark remarks[] = {
    // rules that cannot be reached, over numbers that a row may lack
    {"weight",
     "score:\n  - {id: a, before: met, when: \"quantity and weight > 10\", share: \"0.9\"}\n"
     "  - {id: b, after: a, when: \"quantity and weight > 20\", share: \"0.8\"}\n",
     "rules_unreachable 6:30 b; a"},
    {"pass threshold",
     "score:\n  - {id: a, before: met, when: \"quantity and pass_threshold >= 0.6\", share: \"0\"}\n"
     "  - {id: b, after: a, when: \"quantity and pass_threshold >= 60%\", share: \"0.1\"}\n",
     "rules_unreachable 6:30 b; a"},
    {"percentage points",
     "score:\n  - {id: a, before: met, when: \"quantity and dimension = ratio and percentage_points > 5\", "
     "share: \"0.9\"}\n"
     "  - {id: b, after: a, when: \"quantity and dimension = ratio and percentage_points > 10\", share: "
     "\"0.8\"}\n",
     "rules_unreachable 6:30 b; a"},
    {"the narrow one first",
     "score:\n  - {id: a, before: met, when: \"quantity and weight > 20\", share: \"0.9\"}\n"
     "  - {id: b, after: a, when: \"quantity and weight > 10\", share: \"0.8\"}\n",
     ""},
    {"an input",
     "inputs:\n  - {id: cases, names: [cases], kind: count}\n"
     "score:\n  - {id: a, before: met, when: \"quantity and cases > 10\", share: \"0.9\"}\n"
     "  - {id: b, after: a, when: \"quantity and cases > 20\", share: \"0.8\"}\n",
     "rules_unreachable 8:30 b; a"},
    {"evidence",
     "evidence:\n  - {id: e1, before: value, when: \"direction = positive\", share: rules, status: scored, "
     "column: answered}\n"
     "  - {id: e2, after: e1, when: \"direction = positive and met\", share: rules, status: scored, column: "
     "answered}\n",
     "rules_unreachable 6:32 e2; e1"},
    {"the rate of a project, while the year goes on",
     "monitoring:\n  execution:\n"
     "    - {id: m1, before: monitor-spent-slow, when: \"execution_rate < 0.5\", light: red}\n"
     "    - {id: m2, after: m1, when: \"execution_rate < 0.4\", light: yellow}\n",
     "rules_unreachable 7:34 m2; m1"},
    // checks
    {"a check that can never hold",
     "checks:\n  - {id: never, before: over-achievement, when: \"quantity and target > 0 and actual > 2 * "
     "target "
     "and actual < target\", finding: over_achievement}\n",
     "rules_never_hold 5:50 never"},
    {"a check that divides by zero",
     "checks:\n  - {id: half, before: over-achievement, when: \"quantity and attainment < 0.5\", finding: "
     "over_achievement}\n",
     "rules_division_by_zero 5:62 half; attainment; quantity and target = 0 and actual < 0"},
    {"a check that is switched off", "checks:\n  - {id: tier-rewards-no-effect, when: \"false\"}\n", ""},
    // tiers
    {"a hole between tiers",
     "tiers:\n  - {id: met, share: \"[0.8, 1]\"}\n  - {id: partly_met, share: \"[0.5, 0.7)\"}\n"
     "  - {id: not_met, share: \"[0, 0.5)\"}\n"
     "score:\n  - {id: tier-partly, share: \"[0.5, 0.7)\"}\n  - {id: tier-not, share: \"[0, 0.5)\"}\n",
     "pack_tiers_hole 6:5 partly_met; met; [0.7, 0.8)"},
    {"a hole of one point",
     "tiers:\n  - {id: met, share: \"(0.8, 1]\"}\n  - {id: partly_met, share: \"[0.5, 0.8)\"}\n"
     "  - {id: not_met, share: \"[0, 0.5)\"}\n"
     "score:\n  - {id: tier-met, share: \"(0.8, 1]\"}\n  - {id: tier-partly, share: \"[0.5, 0.8)\"}\n  - "
     "{id: "
     "tier-not, share: \"[0, 0.5)\"}\n",
     "pack_tiers_hole 6:5 partly_met; met; [0.8, 0.8]"},
    {"tiers that are figures",
     "tiers:\n  - {id: met, share: \"1\"}\n  - {id: partly_met, share: \"0.5\"}\n  - {id: not_met, share: "
     "\"0\"}\n"
     "score:\n  - {id: tier-met, share: \"1\"}\n  - {id: tier-partly, share: \"0.5\"}\n  - {id: tier-not, "
     "share: "
     "\"0\"}\n",
     ""},
    // gaps of bands
    {"a gap that inherited rules decide",
     "score:\n  - {id: c, before: otherwise, when: \"quantity and direction = negative and actual <= 1.2 * "
     "target\", share: \"0.8\"}\n"
     "  - {id: d, after: c, when: \"quantity and direction = negative and actual > 1.3 * target\", share: "
     "\"0\"}\n",
     "*rules_band_gap 6:30 c; d; "},
    {"bounds that meet",
     "score:\n  - {id: c, before: met, when: \"quantity and weight > 5 and actual >= 1.3 * target\", share: "
     "\"0.8\"}\n"
     "  - {id: d, after: c, when: \"quantity and weight > 5 and actual < 1.3 * target\", share: \"0.7\"}\n",
     ""},
    {"the target itself is met",
     "score:\n  - {id: c, before: met, when: \"quantity and weight > 0 and actual > target\", share: "
     "\"0.8\"}\n"
     "  - {id: d, after: c, when: \"quantity and weight > 0 and actual < target\", share: \"0.7\"}\n",
     ""},
    {"a gap of execution",
     "execution:\n  rules:\n    - {id: rich, before: rate, when: \"execution_rate >= 0.9\", share: \"1\"}\n"
     "    - {id: poor, after: rich, when: \"execution_rate < 0.8\", share: \"0\"}\n",
     "rules_band_gap 7:38 rich; poor; rate; execution_rate >= 0.8 and execution_rate < 0.9"},
    {"a gap across a rule of something else",
     "score:\n  - {id: a, before: tier-met, when: \"quantity and direction = positive and target > 0 and "
     "actual <= 0.7 * target\", share: \"0.5\"}\n"
     "  - {id: x, after: a, when: \"deadline and reason_given\", share: \"0.3\"}\n"
     "  - {id: b, after: x, when: \"quantity and direction = positive and target > 0 and actual > 0.8 * "
     "target "
     "and actual < target\", share: \"0.9\"}\n",
     "*rules_band_gap 7:30 a; b; "},
    {"bands that meet, one by one",
     "execution:\n  rules:\n    - {id: rich, before: rate, when: \"execution_rate >= 0.9\", share: \"1\"}\n"
     "    - {id: fair, after: rich, when: \"execution_rate >= 0.8 and execution_rate < 0.9\", share: "
     "\"0.5\"}\n"
     "    - {id: poor, after: fair, when: \"execution_rate < 0.8\", share: \"0\"}\n",
     "*rules_unreachable"},
    // caps
    {"a piece between two caps",
     "caps:\n  - {id: c59, when: \"execution_rate < 0.5\", share: \"0.59\"}\n"
     "  - {id: c79, when: \"execution_rate >= 0.7 and execution_rate < 0.8\", share: \"0.79\"}\n",
     "rules_cap_gap 6:22 c59; c79; execution_rate >= 0.5 and execution_rate < 0.7"},
    {"caps that meet",
     "caps:\n  - {id: c59, when: \"execution_rate < 0.5\", share: \"0.59\"}\n"
     "  - {id: c79, when: \"execution_rate >= 0.5 and execution_rate < 0.8\", share: \"0.79\"}\n",
     ""},
    {"a cap behind a stricter one",
     "caps:\n  - {id: c79, when: \"execution_rate < 0.8\", share: \"0.79\"}\n"
     "  - {id: c89, when: \"execution_rate < 0.7\", share: \"0.89\"}\n",
     "rules_cap_hidden 6:22 c89; c79"},
    {"two caps of one condition",
     "caps:\n  - {id: a, when: \"execution_rate < 0.8\", share: \"0.79\"}\n"
     "  - {id: b, when: \"execution_rate < 80%\", share: \"0.79\"}\n",
     "rules_cap_hidden 6:20 b; a"},
    {"caps of all points",
     "caps:\n  - {id: cap1, when: \"execution_rate > 0.99\", share: \"1\"}\n"
     "  - {id: cap2, when: \"execution_rate > 0.5\", share: \"0.99 + 0.01\"}\n",
     "rules_cap_idle 5:55 cap1; 1 | rules_cap_idle 6:54 cap2; 0.99 + 0.01"},
    // overlaps
    {"what stands before inherited rules is meant to take from them",
     "score:\n  - {id: a, before: met, when: \"quantity and weight > 10\", share: \"0.9\"}\n", ""},
    {"what stands behind inherited rules may lose cases to them",
     "score:\n  - {id: a, before: otherwise, when: \"quantity and weight > 10\", share: \"0.9\"}\n",
     "*rules_overlap 5:39 a; met, "},
};

} // namespace

TEST_CASE("A pack is told what shows only in the whole of it", "[rulepack][cross-check]") {
  for (Remark const& each : remarks) {
    INFO(each.name);
    std::string const found = remarks_on(each.text);
    std::string const expected = each.found;
    if (!expected.empty() && expected[0] == '*') {
      CHECK_THAT(found, Catch::Contains(expected.substr(1)));
    } else {
      CHECK(found == expected);
    }
  }
}
