// Every pack carries its tests; here they run, and so do tests that must fail.
#include "engine/configuration/embedded.hpp"
#include "engine/configuration/yaml.hpp"
#include "engine/pipeline/pack_tests.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "engine/rulepack/load.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

using namespace jixiao;

namespace {

struct Rules {
  diagnostic::SourceTable sources;
  pipeline::RulesSource source{{}, sources};
  vocabulary::Vocabulary vocabulary = std::move(*source.vocabulary().value);

  rulepack::RulePack pack(std::string_view id) const {
    auto outcome = source.pack(id);
    REQUIRE(outcome.value);
    return std::move(*outcome.value);
  }
};

std::string listed(pipeline::PackTestResult const& result) {
  std::string text = result.test->name;
  for (pipeline::PackTestDifference const& each : result.differences) {
    text += "\n  " + each.what + ": expected " + each.expected + ", got " + each.actual;
  }
  return text;
}

rulepack::PackTest failing_test() {
  rulepack::PackTest test;
  test.name = "wrong";
  test.row = "产出指标 | 数量指标 | 科目调整次数 | ≤ | 5 | 次 | 20 | 反向指标";
  test.actual = "6次";
  return test;
}

} // namespace

TEST_CASE("The tests of every pack hold", "[pipeline][packs]") {
  Rules const rules;
  std::vector<std::string> const ids = rules.source.pack_ids();
  CHECK(ids
        == std::vector<std::string>{"anhui-hefei", "base", "efficacy-coefficient", "guangxi", "hebei-tianjin",
                                    "hubei", "india-rfd", "integrated-budget", "mof-2020", "mof-2021",
                                    "shanxi", "sichuan-2023", "sichuan-department-2021", "transfer-payment",
                                    "yunnan", "zhejiang"});
  for (std::string const& id : ids) {
    rulepack::RulePack const pack = rules.pack(id);
    auto const results = pipeline::run_pack_tests(pack, rules.vocabulary);
    CHECK(results.size() >= 12);
    for (pipeline::PackTestResult const& result : results) {
      INFO(id << ": " << listed(result));
      CHECK(result.differences.empty());
    }
  }
}

TEST_CASE("A test that does not hold says what was expected and what came out", "[pipeline][packs]") {
  Rules const rules;
  rulepack::RulePack pack = rules.pack("mof-2020");
  rulepack::PackTest test = failing_test();
  test.score = "16.66";
  test.low = "16.67";
  test.high = "20.00";
  test.status = "open";
  test.rule = "met";
  test.evidence = "no_actual";
  test.findings = {"over_achievement"};
  test.claimed = "20";
  test.no_findings = {"claimed_differs"};
  pack.tests = {test};
  auto const results = pipeline::run_pack_tests(pack, rules.vocabulary);
  REQUIRE(results.size() == 1);
  std::vector<std::string> differences;
  for (pipeline::PackTestDifference const& each : results[0].differences) {
    differences.push_back(each.what + ' ' + each.expected + ' '
                          + (each.what.find("findings") != std::string::npos ? "" : each.actual));
  }
  CHECK(differences
        == std::vector<std::string>{"score 16.66 16.67", "high 20.00 16.67", "status open scored",
                                    "rule met unmet-negative", "evidence no_actual value",
                                    "findings over_achievement ", "no_findings claimed_differs "});
}

TEST_CASE("A test says what an evaluator has decided on its row", "[pipeline][packs]") {
  Rules const rules;
  rulepack::RulePack pack = rules.pack("mof-2020");
  struct Case {
    rulepack::TestJudgement judgement;
    std::vector<std::string> findings;
    char const* differences; ///< what fails, empty for a test that holds
    char const* score;
  };
  for (Case const& each : {
           Case{{"met", "", ""}, {}, "", "[16.00, 20.00]"},
           Case{{"partly_met", "0.6", ""}, {}, "", "12.00"},
           Case{{"", "0.35", ""}, {}, "", "7.00"},
           Case{{"", "", "5次"}, {}, "", "20.00"},
           Case{{"partly_met", "0.8", ""}, {"judgement_share_outside_tier"}, "", "16.67"},
           Case{{"partly_met", "0.8", ""}, {}, "judgement applied judgement_share_outside_tier", "16.67"},
           Case{{"best", "", ""}, {}, "judgement applied judgement_unknown_tier", "16.67"},
       }) {
    rulepack::PackTest test = failing_test();
    test.judgement = each.judgement;
    test.findings = each.findings;
    test.score = each.score;
    pack.tests = {test};
    auto const results = pipeline::run_pack_tests(pack, rules.vocabulary);
    std::string differences;
    for (pipeline::PackTestDifference const& difference : results[0].differences) {
      differences += difference.what + " " + difference.expected + " " + difference.actual;
    }
    CHECK(differences == each.differences);
  }
}

TEST_CASE("The execution score of a test is that of its budget", "[pipeline][packs]") {
  Rules const rules;
  rulepack::RulePack pack = rules.pack("hubei");
  rulepack::PackTest test;
  test.name = "zero budget";
  test.budget = "0";
  test.executed = "5";
  test.score = "0.00";
  test.findings = {"budget_not_positive"};
  pack.tests = {test};
  auto const results = pipeline::run_pack_tests(pack, rules.vocabulary);
  REQUIRE(results.size() == 1);
  INFO(listed(results[0]));
  CHECK(results[0].differences.empty());
}

TEST_CASE("The pack of the guides works as it is printed", "[pipeline][packs]") {
  Rules const rules;
  for (char const* guide : {"docs/guides/rule-packs.md", "docs/guides/rule-packs.zh-CN.md"}) {
    INFO(guide);
    std::string const text = test::read_source(guide);
    std::string const fence = "```yaml\n";
    std::size_t const begin = text.find(fence) + fence.size();
    std::string const yaml = text.substr(begin, text.find("```", begin) - begin);
    auto tree = configuration::parse_yaml(yaml, 1);
    REQUIRE(tree.value);
    rulepack::PackFinder const find = [](std::string_view id) -> diagnostic::Outcome<rulepack::PackFile> {
      std::string const name = "packs/" + std::string(id) + ".yaml";
      return {rulepack::PackFile{*configuration::embedded_tree(name), 0,
                                 std::string(configuration::embedded_text(name))},
              {}};
    };
    auto const outcome = rulepack::load_pack({*tree.value, 1, yaml}, find);
    REQUIRE(outcome.value);
    for (diagnostic::Diagnostic const& each : outcome.diagnostics) {
      CHECK(each.severity == diagnostic::Severity::info);
    }
    CHECK(outcome.value->tests.size() == 2);
    for (pipeline::PackTestResult const& result :
         pipeline::run_pack_tests(*outcome.value, rules.vocabulary)) {
      INFO(listed(result));
      CHECK(result.differences.empty());
    }
  }
}
