// The checker of rule lists. A rule of the tables is written `when => share`, its id is its condition.
#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/rulepack/facts_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <map>
#include <set>

using namespace jixiao;
using rulepack::Rule;
using rulepack::Want;

namespace {

std::vector<Rule> rules_of(std::string const& text) {
  std::vector<Rule> rules;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t const end = std::min(text.find("; ", at), text.size());
    std::size_t const arrow = text.find(" => ", at);
    REQUIRE(arrow < end);
    Rule rule;
    rule.id = rule.when_text = text.substr(at, arrow - at);
    rule.share_text = text.substr(arrow + 4, end - arrow - 4);
    auto const row = static_cast<std::uint32_t>(rules.size() + 1);
    INFO(rule.when_text << " => " << rule.share_text);
    auto when = rulepack::compile(rule.when_text, Want::truth, {2, row, 11, 0, 0});
    auto share = rulepack::compile(rule.share_text, Want::number, {2, row, 101, 0, 0});
    REQUIRE(when.value);
    REQUIRE(share.value);
    rule.when = *when.value;
    rule.share = *share.value;
    rules.push_back(std::move(rule));
    at = end + 2;
  }
  return rules;
}

struct Found {
  std::string serious, overlaps;
};

Found found_in(diagnostic::Diagnostics const& diagnostics) {
  Found found;
  for (diagnostic::Diagnostic const& each : diagnostics) {
    bool const info = each.severity == diagnostic::Severity::info;
    CHECK(info == (each.code == rulepack::findings::rules_overlap.id));
    std::string& text = info ? found.overlaps : found.serious;
    text += text.empty() ? "" : " | ";
    text += each.code;
    // A division is told with its case; which of several is found first is not promised.
    std::size_t const shown = each.code == rulepack::findings::rules_division_by_zero.id ? 2 : 9;
    for (std::size_t i = 0; i < std::min(shown, each.arguments.size()); ++i) {
      text += ": " + each.arguments[i];
    }
  }
  return found;
}

} // namespace

TEST_CASE("Lists of rules are checked over every case that can occur", "[rulepack][check]") {
  std::set<std::string_view> seen;
  for (test::CaseRow const& row : test::read_cases("tests/cases/rule_lists.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    REQUIRE(row.fields.size() == 4);
    auto const rules = rules_of(row.fields[1]);
    auto diagnostics = rulepack::check_guards(rules);
    auto const of_list = rulepack::check_score_rules(rules);
    diagnostics.insert(diagnostics.end(), of_list.begin(), of_list.end());
    Found const found = found_in(diagnostics);
    CHECK(found.serious == row.fields[2]);
    if (row.fields[3] != "*") {
      CHECK(found.overlaps == row.fields[3]);
    }
    for (diagnostic::Diagnostic const& each : diagnostics) {
      seen.insert(each.code);
    }
  }
  CHECK(seen
        == std::set<std::string_view>{
            rulepack::findings::rules_division_by_zero.id, rulepack::findings::rules_gap.id,
            rulepack::findings::rules_unreachable.id, rulepack::findings::rules_never_hold.id,
            rulepack::findings::rules_overlap.id, rulepack::findings::rules_need_guard.id,
            rulepack::findings::rules_always_full.id, rulepack::findings::rules_always_nothing.id});
}

TEST_CASE("The case of a division is an expression that names it", "[rulepack][check]") {
  // What the finding says can be put into a rule: it holds in the very case.
  for (std::string const text :
       {"quantity => actual / target; true => 0", "quantity and target > 0 => target / actual; true => 0",
        "quantity and target > 0 => actual / (actual - 2 * target); true => 0",
        "quantity and target < 0 => target / (actual - 0.5 * target); true => 0",
        "met => 1; relation = about => 0.5; quantity and target > 0 and direction = negative => target / "
        "actual; true => 0",
        "quantity and actual >= 30 => target / (actual - 30); true => 0", "true => weight / weight"}) {
    INFO(text);
    auto const diagnostics = rulepack::check_score_rules(rules_of(text));
    REQUIRE_FALSE(diagnostics.empty());
    diagnostic::Diagnostic const* division = nullptr;
    for (diagnostic::Diagnostic const& each : diagnostics) {
      if (each.code == rulepack::findings::rules_division_by_zero.id) {
        division = &each;
      }
    }
    REQUIRE(division != nullptr);
    INFO(division->arguments.at(2));
    CHECK(rulepack::compile(division->arguments.at(2), Want::truth, {}).value);
    // With a rule for that case in front the same case is not reported again.
    auto const again =
        rulepack::check_score_rules(rules_of(division->arguments.at(2) + " => [0, 0.123]; " + text));
    for (diagnostic::Diagnostic const& each : again) {
      bool const same = each.code == rulepack::findings::rules_division_by_zero.id
                        && each.arguments.at(2) == division->arguments.at(2);
      CHECK_FALSE(same);
    }
  }
}

TEST_CASE("A division is shown where it stands", "[rulepack][check]") {
  auto const in_share =
      rulepack::check_score_rules(rules_of("met => 1; quantity => 1 - actual / target; true => 0"));
  REQUIRE(in_share.size() == 2);
  CHECK(in_share[0].code == rulepack::findings::rules_division_by_zero.id);
  CHECK(in_share[0].severity == diagnostic::Severity::error);
  CHECK(in_share[0].where == diagnostic::Place{2, 2, 105, 4, 19});
  auto const in_condition =
      rulepack::check_score_rules(rules_of("met and deviation_rate > 1 => 1; true => 0"));
  REQUIRE(in_condition.size() == 1);
  CHECK(in_condition[0].where == diagnostic::Place{2, 1, 19, 8, 22});
  CHECK(in_condition[0].arguments.at(1) == "deviation_rate");
}

TEST_CASE("Execution rules are asked only with a budget above 0", "[rulepack][check]") {
  auto const check = [](std::string const& text) {
    return found_in(rulepack::check_execution_rules(rules_of(text)));
  };
  CHECK(check("true => execution_rate").serious.empty());
  CHECK(check("true => executed / budget").serious.empty());
  CHECK(check("execution_rate >= 1 => 1; execution_rate >= 0.8 => 0.7; true => 0").overlaps.empty());
  CHECK(check("execution_rate >= 1 => 1; execution_rate < 1.2 => 0.7; execution_rate > 5 => 0.2; true => 0")
            .overlaps
        == "rules_overlap: execution_rate < 1.2: execution_rate >= 1");
  CHECK(check("execution_rate >= 1 => 1; execution_rate in [0.8, 1) => 0.7; execution_rate < 0.8 => 0")
            .serious.empty());
  CHECK(check("true => bands(execution_rate, from 100%: 1, from 80%: 0.7, else: 0)").serious.empty());
  CHECK(check("budget <= 0 => 1; true => 0").serious == "rules_never_hold: budget <= 0");
  CHECK(check("execution_rate < 0 and executed > 0 => 1; true => 0").serious
        == "rules_never_hold: execution_rate < 0 and executed > 0");
  CHECK(check("true => budget / executed").serious == "rules_division_by_zero: true: budget / executed");
  CHECK(check("true => 1 / execution_rate").serious == "rules_division_by_zero: true: 1 / execution_rate");
  CHECK(check("execution_rate > 1 => 1; execution_rate < 1 => 0").serious
        == "rules_gap: execution_rate < 1: execution_rate = 1");
}

TEST_CASE("An empty list is refused", "[rulepack][check]") {
  for (auto const& diagnostics : {rulepack::check_score_rules({}), rulepack::check_execution_rules({})}) {
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == rulepack::findings::rules_empty.id);
    CHECK(diagnostics[0].severity == diagnostic::Severity::error);
  }
}

TEST_CASE("Overlaps are told to the pack that wrote one of the rules", "[rulepack][check]") {
  std::vector<Rule> rules = rules_of("met => 1; quantity => 0.5; about => 0.2; true => 0");
  for (Rule& rule : rules) {
    rule.from_pack = "base";
  }
  CHECK(found_in(rulepack::check_score_rules(rules, "own")).overlaps.empty());
  rules[2].from_pack = "own";
  CHECK(found_in(rulepack::check_score_rules(rules, "own")).overlaps
        == "rules_overlap: about: met, quantity");
  rules[2].from_pack = "base";
  rules[0].from_pack = "own";
  CHECK(found_in(rulepack::check_score_rules(rules, "own"))
            .overlaps.empty()); // it was put before them to take cases from them
}

TEST_CASE("The checker gives up on lists without end, and says so", "[rulepack][check]") {
  // A sum over all truths is not known before the last of them is: every combination is a case of its own.
  std::string sum = "0";
  for (std::size_t i = 0; i < model::truth_field_count; ++i) {
    sum += " + (if " + std::string(model::name(static_cast<model::TruthField>(i))) + " then 1 else 0)";
  }
  std::string const text = sum + " = 10 => 0.5; ";
  auto const diagnostics = rulepack::check_score_rules(rules_of(text + "true => 0"));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == rulepack::findings::rules_not_all_checked.id);
  CHECK(diagnostics[0].severity == diagnostic::Severity::warning);
}

TEST_CASE("A long list keeps its rules that nothing reaches, and says that hints are missing",
          "[rulepack][check]") {
  constexpr char const* levels[] = {"output", "benefit", "satisfaction", "cost"};
  constexpr char const* relations[] = {"at_least", "at_most", "equal"};
  std::string text;
  for (std::size_t i = 1; i <= 60; ++i) {
    text += "quantity and weight = " + std::to_string(i) + " and level1 = " + levels[i % 4]
            + " and relation = " + relations[i % 3] + " and (each or assumed) => 0." + std::to_string(100 + i)
            + "; ";
  }
  text +=
      "quantity and not (weight != 5) and not (level1 != benefit) and not (relation != equal) and not (not "
      "each and not assumed) => 0.5; ";
  text += "quantity and actual > 2 * target and actual < target and target > 0 => 0.5; met => 1; true => 0";
  std::string said;
  for (diagnostic::Diagnostic const& each : rulepack::check_score_rules(rules_of(text))) {
    if (each.severity == diagnostic::Severity::warning
        || each.code == rulepack::findings::rules_pairs_not_all_checked.id) {
      said += std::string(each.code) + " ";
    }
  }
  CHECK(said == "rules_unreachable rules_never_hold rules_pairs_not_all_checked ");
}

TEST_CASE("A rule that nothing reaches is named though its pairs were not compared", "[rulepack][check]") {
  constexpr char const* levels[] = {"output", "benefit", "satisfaction", "cost"};
  constexpr char const* relations[] = {"at_least", "at_most", "equal"};
  std::string text;
  for (bool const again : {false, true}) { // the second time in other words
    auto const is = [&](std::string const& field, std::string const& value) {
      return again ? " and not (" + field + " != " + value + ")" : " and " + field + " = " + value;
    };
    for (std::size_t i = 1; i <= 40; ++i) {
      text += "quantity" + is("weight", std::to_string(i)) + is("level1", levels[i % 4])
              + is("relation", relations[i % 3]) + " and (each or assumed) => 0." + std::to_string(100 + i)
              + "; ";
    }
  }
  auto const found = rulepack::check_score_rules(rules_of(text + "true => 0"));
  std::map<std::string, std::size_t> said;
  for (diagnostic::Diagnostic const& each : found) {
    ++said[std::string(each.code)];
  }
  CHECK(said["rules_never_first"] > 0);
  CHECK(said["rules_never_first"] + said["rules_unreachable"] == 40);
  CHECK(said["rules_pairs_not_all_checked"] == 1);
}

TEST_CASE("Lists that are accepted give a share in every case", "[rulepack][check]") {
  // The promise of the checker, tried by walking: no accepted list of the table divides by zero or leaves a
  // gap over facts that can occur.
  for (test::CaseRow const& row : test::read_cases("tests/cases/rule_lists.csv")) {
    if (!row.fields[2].empty()) {
      continue;
    }
    INFO("line " << row.line << ": " << row.fields[0]);
    std::vector<Rule> const rules = rules_of(row.fields[1]);
    for (int target = -2; target <= 2; ++target) {
      for (int actual = -3; actual <= 3; ++actual) {
        for (bool const positive : {false, true}) {
          bool const met = positive ? actual >= target : actual <= target;
          model::Facts facts =
              test::facts_of("quantity target=" + std::to_string(target) + " actual=" + std::to_string(actual)
                             + " weight=10 relation=" + (positive ? "at_least" : "at_most")
                             + " direction=" + (positive ? "positive" : "negative") + (met ? " met" : ""));
          INFO("target " << target << " actual " << actual << (positive ? " at least" : " at most"));
          bool taken = false;
          for (std::size_t i = 0; i < rules.size() && !taken; ++i) {
            model::Truth const holds = rulepack::evaluate_truth(*rules[i].when, facts);
            CHECK(holds != model::Truth::unknown);
            if (holds == model::Truth::yes) {
              taken = true;
              CHECK_FALSE(rulepack::evaluate_number(*rules[i].share, facts).enclosure);
            }
          }
          CHECK(taken);
        }
      }
    }
  }
}
