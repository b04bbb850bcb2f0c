// Coverage: counted over what the engine decided, with the reason for what is not reached.
#include "engine/lowering/lower.hpp"
#include "engine/pipeline/pack_coverage.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "engine/report/coverage_text.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace jixiao;
using rulepack::Covered;

namespace {

vocabulary::Vocabulary const& words() {
  static diagnostic::SourceTable sources;
  static vocabulary::Vocabulary const vocabulary =
      std::move(*pipeline::RulesSource({}, sources).vocabulary().value);
  return vocabulary;
}

constexpr char const* rules = R"yaml(score:
  - {id: over, before: met, when: "quantity and target > 0 and actual > 2 * target", share: "if weight > 10 then 0.5 else 0.4"}
  - {id: hidden, after: over, when: "quantity and target > 0 and actual > 3 * target", share: "0"}
  - {id: never, after: over, when: "met and not met", share: "0"}
  - {id: banded, after: over, when: "quantity and target > 0 and direction = negative", share: "bands(attainment, to 100%: 1, to 150%: 0.5, else: 0)"}
)yaml";

std::vector<Covered> cover(std::string const& tests) {
  auto const loaded = test::Packs::on_base(std::string(rules) + "tests:\n" + tests);
  REQUIRE(loaded.value);
  return pipeline::cover_pack(*loaded.value, words()).entries;
}

Covered const& entry(std::vector<Covered> const& all, Covered::Kind kind, std::string const& id,
                     std::string const& part = {}) {
  auto const found = std::find_if(all.begin(), all.end(), [&](Covered const& each) {
    return each.kind == kind && each.id == id && each.part == part;
  });
  INFO(id << " " << part);
  REQUIRE(found != all.end());
  return *found;
}

std::string row(std::string const& relation, std::string const& weight, std::string const& actual) {
  return "  - {row: \"产出指标 | 数量指标 | 培训次数 | " + relation + " | 10 | 次 | " + weight
         + " | \", actual: " + actual + ", status: scored}\n";
}

} // namespace

TEST_CASE("rules and their branches are counted as often as tests come there", "[rulepack][coverage]") {
  auto const all = cover(row("≥", "20", "21次") + row("≥", "20", "25次") + row("≥", "5", "30次"));
  CHECK(entry(all, Covered::Kind::score, "over").count == 3);
  CHECK(entry(all, Covered::Kind::branch, "over", "if weight > 10").count == 2);
  CHECK(entry(all, Covered::Kind::branch, "over", "else of weight > 10").count == 1);
  CHECK(entry(all, Covered::Kind::evidence, "value").count == 3);
}

TEST_CASE("what nothing reaches says why", "[rulepack][coverage]") {
  auto const all = cover(row("≥", "20", "21次"));
  Covered const& hidden = entry(all, Covered::Kind::score, "hidden");
  CHECK(hidden.count == 0);
  CHECK(hidden.reason == "uncovered_hidden");
  CHECK(hidden.arguments == std::vector<std::string>{"over"});
  CHECK(entry(all, Covered::Kind::score, "never").reason == "uncovered_never_holds");
  Covered const& banded = entry(all, Covered::Kind::score, "banded");
  CHECK(banded.reason == "uncovered_no_test_with");
  CHECK(banded.arguments.at(0).find("direction = negative") != std::string::npos);
  Covered const& band = entry(all, Covered::Kind::branch, "banded", "band 150%");
  CHECK(band.reason == "uncovered_rule_not_reached");
  CHECK(entry(all, Covered::Kind::branch, "over", "else of weight > 10").reason == "uncovered_no_test_with");
}

TEST_CASE("each operand of and and or is counted where it holds and where it fails", "[rulepack][coverage]") {
  auto const all =
      cover(row("≥", "20", "21次") + row("≥", "20", "20次") + row("≥", "20", "19次") + row("≤", "20", "9次"));
  auto const count = [&](std::string const& part) {
    return entry(all, Covered::Kind::operand, "over", part).count;
  };
  CHECK(count("holds: quantity") == 4);
  CHECK(count("fails: quantity") == 0);
  CHECK(count("holds: target > 0") == 4);
  CHECK(count("holds: actual > 2 * target") == 1);
  CHECK(count("fails: actual > 2 * target") == 3);
  // an operand behind one that has decided is not asked
  auto const asked = cover("  - {row: \"产出指标 | 时效指标 | 完成时间 | | 2023年12月底前 | | 10 | \", "
                           "actual: 2024年3月, rule: deadline-missed}\n");
  CHECK(entry(asked, Covered::Kind::operand, "over", "fails: quantity").count == 1);
  CHECK(entry(asked, Covered::Kind::operand, "over", "holds: target > 0").count == 0);
  CHECK(entry(asked, Covered::Kind::operand, "over", "fails: target > 0").count == 0);
}

TEST_CASE("an operand that nothing reaches shows a case, or that there is none", "[rulepack][coverage]") {
  auto const all = cover(row("≥", "20", "21次"));
  Covered const& quantity = entry(all, Covered::Kind::operand, "over", "fails: quantity");
  CHECK(quantity.reason == "uncovered_no_test_with");
  CHECK(quantity.arguments.at(0).find("not quantity") != std::string::npos);
  CHECK(quantity.of == "score.over.when");
  // after `over` nothing can be above three times the target
  Covered const& never = entry(all, Covered::Kind::operand, "hidden", "holds: actual > 3 * target");
  CHECK(never.reason == "uncovered_rule_not_reached");
  auto const loaded = test::Packs::on_base(
      "score:\n  - {id: again, after: met, when: \"quantity and not met\", share: \"0\"}\ntests:\n"
      + row("≥", "20", "9次"));
  REQUIRE(loaded.value);
  auto const again = pipeline::cover_pack(*loaded.value, words()).entries;
  Covered const& met = entry(again, Covered::Kind::operand, "again", "fails: not met");
  CHECK(met.reason == "uncovered_operand_cannot");
  CHECK(entry(again, Covered::Kind::operand, "again", "holds: not met").count == 1);
}

TEST_CASE("operands inside not and inside choices are counted one by one", "[rulepack][coverage]") {
  auto const loaded = test::Packs::on_base(
      "score:\n  - {id: inner, before: met, when: \"quantity and not (met or target < 0)\", "
      "share: \"if weight > 10 and actual > 5 then 0.5 else 0\"}\ntests:\n"
      + row("≥", "20", "9次") + row("≥", "20", "11次") + row("≥", "20", "4次"));
  REQUIRE(loaded.value);
  auto const all = pipeline::cover_pack(*loaded.value, words()).entries;
  auto const count = [&](std::string const& part) {
    return entry(all, Covered::Kind::operand, "inner", part).count;
  };
  CHECK(count("holds: met") == 1);
  CHECK(count("fails: met") == 2);
  CHECK(count("holds: target < 0") == 0);
  CHECK(count("fails: target < 0") == 2);
  CHECK(count("holds: weight > 10") == 2);
  CHECK(count("fails: weight > 10") == 0);
  CHECK(count("holds: actual > 5") == 1);
  CHECK(count("fails: actual > 5") == 1);
  CHECK(std::none_of(all.begin(), all.end(), [](Covered const& each) {
    return each.id == "inner" && each.part.find("not (") != std::string::npos;
  }));
}

TEST_CASE("what the pack explains is not asked of its tests, and explanations are held to it",
          "[rulepack][coverage]") {
  auto const loaded = test::Packs::on_base(
      "score:\n  - {id: again, after: met, when: \"quantity and not met\", share: \"0\"}\ntests:\n"
      + row("≥", "20", "9次")
      + "unreached:\n  - {of: score.again.when, operands: [\"fails: not met\", \"holds: quantity\", "
        "\"fails: level\"], reason: taken by met}\n");
  REQUIRE(loaded.value);
  auto const all = pipeline::cover_pack(*loaded.value, words()).entries;
  CHECK(entry(all, Covered::Kind::operand, "again", "fails: not met").explained == "taken by met");
  CHECK(entry(all, Covered::Kind::operand, "again", "holds: quantity").explained.empty());
  auto const stale = rulepack::stale_unreached(*loaded.value, all);
  REQUIRE(stale.size() == 2);
  CHECK(stale[0].entry.part == "holds: quantity");
  CHECK(stale[0].reached);
  CHECK(stale[1].entry.part == "fails: level");
  CHECK_FALSE(stale[1].reached);
  report::PackCoverage const coverage{loaded.value->id, all, stale};
  CHECK(coverage.explained() == 1);
  CHECK(coverage.own() + coverage.explained()
        == static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [&](Covered const& each) { return each.from_pack == coverage.pack; })));
}

TEST_CASE("each band and the rest are branches of their own", "[rulepack][coverage]") {
  auto const all = cover(row("≤", "20", "9次") + row("≤", "20", "15次") + row("≤", "20", "16次"));
  CHECK(entry(all, Covered::Kind::branch, "banded", "band 100%").count == 1);
  CHECK(entry(all, Covered::Kind::branch, "banded", "band 150%").count == 1);
  CHECK(entry(all, Covered::Kind::branch, "banded", "else of 150%").count == 1);
}

TEST_CASE("pieces of an interpolation are counted one by one", "[rulepack][coverage]") {
  auto const loaded = test::Packs{}.load("india-rfd");
  REQUIRE(loaded.value);
  auto const all = pipeline::cover_pack(*loaded.value, words()).entries;
  for (char const* piece :
       {"first point of interpolate", "interpolate, points 1 to 2", "interpolate, points 2 to 3",
        "interpolate, points 3 to 4", "interpolate, points 4 to 5", "else of interpolate"}) {
    CHECK(entry(all, Covered::Kind::branch, "scale", piece).count > 0);
  }
}

TEST_CASE("classes and rules are counted where the verdicts say that they decided", "[rulepack][coverage]") {
  for (char const* id : {"base", "mof-2021", "india-rfd", "sichuan-department-2021"}) {
    INFO(id);
    auto const loaded = test::Packs{}.load(id);
    REQUIRE(loaded.value);
    std::map<std::string, std::uint64_t> by_rule, by_class;
    (void)pipeline::run_pack_tests(*loaded.value, words(), [&](model::ProjectEvaluation const& evaluation) {
      for (model::ScoredIndicator const& scored : evaluation.indicators) {
        for (model::Verdict const& verdict : scored.verdicts) {
          ++by_rule[std::string(verdict.rule)];
          ++by_class[std::string(verdict.evidence)];
        }
      }
    });
    for (Covered const& each : pipeline::cover_pack(*loaded.value, words()).entries) {
      INFO(each.id);
      if (each.kind == Covered::Kind::score || each.kind == Covered::Kind::item) {
        CHECK(each.count == by_rule[each.id]);
      } else if (each.kind == Covered::Kind::evidence) {
        CHECK(each.count == by_class[each.id]);
      }
    }
  }
}

TEST_CASE("a pack answers for what it wrote, in whole percent rounded down", "[rulepack][coverage]") {
  report::PackCoverage coverage;
  coverage.pack = "own";
  CHECK(coverage.percent() == std::nullopt); // nothing measured is no percentage
  for (std::uint64_t const count : {1U, 2U, 0U}) {
    Covered each;
    each.from_pack = "own";
    each.count = count;
    coverage.entries.push_back(each);
  }
  coverage.entries.emplace_back().from_pack = "base";
  CHECK(coverage.own() == 3);
  CHECK(coverage.own_reached() == 2);
  CHECK(coverage.percent() == 66U);
}

TEST_CASE("caps and grades that nothing reaches are named by their own bounds", "[rulepack][coverage]") {
  auto const loaded = test::Packs::on_base(
      "caps:\n  - {id: half, when: \"execution_rate < 0.5\", share: \"0.79\"}\n"
      "  - {id: both, when: \"execution_rate < 0.3 and initial_budget > 0\", share: \"0.5\"}\n"
      "execution:\n  denominator: adjusted\n  rules:\n"
      "    - {id: low, before: rate, when: \"execution_rate < 0.6\", share: \"0\"}\ntests:\n"
      + row("≥", "20", "21次"));
  REQUIRE(loaded.value);
  auto const all = pipeline::cover_pack(*loaded.value, words()).entries;
  auto const missing = [&](Covered::Kind kind, std::string const& id, std::string const& part = {}) {
    Covered const& found = entry(all, kind, id, part);
    bool const is_cap = found.reason == "uncovered_cap_lowers_nothing" && found.kind == Covered::Kind::cap;
    return is_cap || found.reason == "uncovered_no_test_with" ? found.arguments.at(0) : found.reason;
  };
  CHECK(missing(Covered::Kind::cap, "half") == "execution_rate < 0.5");
  CHECK(missing(Covered::Kind::cap, "both") == "execution_rate < 0.3 and initial_budget > 0");
  CHECK(missing(Covered::Kind::execution, "low") == "execution_rate < 0.6");
  CHECK(missing(Covered::Kind::grade, "excellent") == "total >= 90");
  CHECK(missing(Covered::Kind::grade, "good") == "80 <= total < 90");
  CHECK(missing(Covered::Kind::grade, "poor") == "total < 60");
}

TEST_CASE("a cap is reached where it lowers a total, not where it holds", "[rulepack][coverage]") {
  auto const with = [](std::string const& actual) {
    auto const loaded = test::Packs::on_base(
        "caps:\n  - {id: c79, when: \"execution_rate < 0.5\", share: \"0.79\"}\ntests:\n"
        "  - {name: t, rows: [{row: \"\u4ea7\u51fa\u6307\u6807 | \u6570\u91cf\u6307\u6807 | a | "
        "\u2265 | 100 | \u6b21 | 90 | \", actual: "
        + actual + "}], budget: \"100\", executed: \"40\", findings: [low_execution]}\n");
    REQUIRE(loaded.value);
    return pipeline::cover_pack(*loaded.value, words()).entries;
  };
  auto const low = with("10\u6b21"), high = with("100\u6b21");
  CHECK(entry(low, Covered::Kind::cap, "c79").count == 0);
  CHECK(entry(low, Covered::Kind::cap, "c79").reason == "uncovered_cap_lowers_nothing");
  CHECK(entry(high, Covered::Kind::cap, "c79").count == 1);
}

TEST_CASE("an explanation holds only where the walk finds no case either", "[rulepack][coverage]") {
  auto const loaded = test::Packs::on_base(
      "score:\n  - {id: cut, before: met, when: \"quantity and direction = positive and actual >= 2 * "
      "target\", share: \"0.9\"}\n  - {id: far, after: cut, when: \"quantity and direction = positive and "
      "(actual < 2 * target and (met or not met))\", share: \"0.8\"}\ntests:\n"
      + row("\u2265", "20", "25\u6b21")
      + "unreached:\n  - {of: score.cut.when, operands: [\"fails: direction = positive\"], reason: lazy}\n"
        "  - {of: score.far.when, operands: [\"fails: actual < 2 * target\"], reason: taken by cut}\n");
  REQUIRE(loaded.value);
  auto const all = pipeline::cover_pack(*loaded.value, words()).entries;
  Covered const& lazy = entry(all, Covered::Kind::operand, "cut", "fails: direction = positive");
  CHECK(lazy.explained.empty());
  CHECK_FALSE(lazy.possible.empty());
  CHECK(entry(all, Covered::Kind::operand, "far", "fails: actual < 2 * target").explained == "taken by cut");
  auto const stale = rulepack::stale_unreached(*loaded.value, all);
  REQUIRE(stale.size() == 1);
  CHECK(stale[0].entry.part == "fails: direction = positive");
  CHECK_FALSE(stale[0].reached);
  CHECK(stale[0].possible == lazy.possible);
}

TEST_CASE("checks are counted one by one, though they share a finding", "[rulepack][coverage]") {
  auto const with = [](std::string const& actual) {
    auto const loaded = test::Packs::on_base(
        "checks:\n  - {id: own, after: over-achievement, when: \"quantity and target > 0 and actual >= 1.5 * "
        "target\", finding: over_achievement, severity: error, limit: \"1.5\"}\ntests:\n"
        + row("\u2265", "20", actual));
    REQUIRE(loaded.value);
    return pipeline::cover_pack(*loaded.value, words()).entries;
  };
  auto const below = with("13\u6b21"), above = with("15\u6b21");
  CHECK(entry(below, Covered::Kind::check, "over-achievement").count == 1);
  CHECK(entry(below, Covered::Kind::check, "own").count == 0);
  CHECK(entry(above, Covered::Kind::check, "over-achievement").count == 1);
  CHECK(entry(above, Covered::Kind::check, "own").count == 1);
}

TEST_CASE("only what tests reach that hold is counted, and the others are named", "[rulepack][coverage]") {
  auto const loaded = test::Packs::on_base(std::string(rules) + "tests:\n"
                                           + "  - {name: good, row: \"\u4ea7\u51fa\u6307\u6807 | | a | "
                                             "\u2265 | 10 | | 20 | \", actual: 21, rule: over}\n"
                                           + "  - {name: bad, row: \"\u4ea7\u51fa\u6307\u6807 | | a | \u2265 "
                                             "| 10 | | 5 | \", actual: 21, rule: met}\n"
                                           + "  - {name: later, row: \"\u4ea7\u51fa\u6307\u6807 | | a | "
                                             "\u2264 | 10 | | 5 | \", actual: 9, rule: over, todo: x}\n");
  REQUIRE(loaded.value);
  pipeline::CoveredPack const covered = pipeline::cover_pack(*loaded.value, words());
  CHECK(covered.failing == std::vector<std::string>{"bad"});
  CHECK(covered.todo == std::vector<std::string>{"later"});
  CHECK(entry(covered.entries, Covered::Kind::score, "over").count == 1);
  CHECK(entry(covered.entries, Covered::Kind::branch, "over", "else of weight > 10").count == 0);
  CHECK(entry(covered.entries, Covered::Kind::score, "banded").count == 0);
}

TEST_CASE("a tier that an evaluator gives is reached", "[rulepack][coverage]") {
  auto const loaded = test::Packs::on_base(
      "tiers:\n  - {id: met, share: \"[0.5, 1]\"}\n  - {id: partly_met, share: \"[0.2, 0.5)\"}\n"
      "  - {id: not_met, share: \"[0, 0.2)\"}\n"
      "tests:\n  - {row: \"产出指标 | 数量指标 | 次数 | ≥ | 5 | 次 | 20 | \", actual: 4次, "
      "judgement: {tier: partly_met, share: \"0.2\"}, score: \"4.00\"}\n");
  REQUIRE(loaded.value);
  auto const all = pipeline::cover_pack(*loaded.value, words()).entries;
  auto const count = [&](std::string const& id) {
    return std::count_if(all.begin(), all.end(), [&](Covered const& each) {
      return each.kind == Covered::Kind::tier && each.id == id && each.reached();
    });
  };
  CHECK(count("partly_met") == 1);
  CHECK(count("met") == 0);
}
