#include "engine/configuration/embedded.hpp"
#include "engine/rulepack/digest.hpp"
#include "engine/rulepack/evaluate.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace jixiao;
using model::Level1;
using number::Rational;
using rulepack::Confidence;
using rulepack::RulePack;

namespace {

RulePack loaded(std::string_view id) {
  auto outcome = test::Packs{}.load(id);
  REQUIRE(outcome.value);
  return std::move(*outcome.value);
}

/// The files themselves: a pack that is added is tested without being named here.
std::vector<std::string> packs_of_the_tree() {
  std::vector<std::string> found;
  for (auto const& file : std::filesystem::directory_iterator(test::source_path("rules/packs"))) {
    found.push_back(file.path().stem().string());
  }
  REQUIRE(found.size() >= 5);
  std::sort(found.begin(), found.end());
  return found;
}

template <class Entry>
std::vector<std::string> ids(std::vector<Entry> const& entries) {
  std::vector<std::string> result;
  for (Entry const& entry : entries) {
    result.push_back(entry.id);
  }
  return result;
}

template <class Entry>
Entry const& entry(std::vector<Entry> const& entries, std::string_view id) {
  auto const found =
      std::find_if(entries.begin(), entries.end(), [&](Entry const& each) { return each.id == id; });
  REQUIRE(found != entries.end());
  return *found;
}

} // namespace

TEST_CASE("The pack of the design is read as it stands", "[rulepack][load]") {
  RulePack const pack = loaded("mof-2020");
  CHECK(pack.id == "mof-2020");
  CHECK(pack.title == "项目支出绩效评价管理办法");
  CHECK(pack.document == "财预〔2020〕10号");
  CHECK(pack.issued == "2020-02-25");
  CHECK(pack.effective_from == "2020-02-25");
  CHECK(pack.effective_to.empty());
  CHECK(pack.region.empty());
  CHECK(pack.confidence == Confidence::sure);
  CHECK(pack.lineage == std::vector<std::string>{"mof-2020", "base"});
  CHECK(pack.weights.execution == Rational(10));
  CHECK(
      pack.weights.levels
      == std::map<Level1, Rational>{{Level1::output, 50}, {Level1::benefit, 30}, {Level1::satisfaction, 10}});
  CHECK(pack.weights.counts_as == std::map<Level1, Level1>{{Level1::cost, Level1::output}});
  CHECK(pack.weights.accepted_sums == std::vector<Rational>{90, 100});
  CHECK(pack.weights.when_missing == rulepack::WhenWeightMissing::split_equally);
  CHECK(pack.weights.when_level_absent == rulepack::WhenLevelAbsent::in_proportion);
  CHECK(pack.rounding.places == 2);
  CHECK(pack.rounding.mode == number::Rounding::half_up);
  CHECK(pack.rounding.at == rulepack::RoundAt::indicator);
  CHECK(pack.denominator == rulepack::Denominator::adjusted);
  CHECK(pack.digit_slip_ratio == Rational(10));
  CHECK(ids(pack.grades) == std::vector<std::string>{"excellent", "good", "fair", "poor"});
  CHECK(pack.grades[0].from == Rational(90));
  CHECK(pack.grades[0].zh == "优");
  CHECK(pack.grades[3].en == "poor");
  CHECK(ids(pack.tiers) == std::vector<std::string>{"met", "partly_met", "not_met"});
  CHECK(number::text(pack.tiers[1].share) == "[0.6, 0.8)");
  CHECK(pack.tests.size() == 44);
}

TEST_CASE("Rules are overridden in place and keep what they leave out", "[rulepack][load]") {
  RulePack const base = loaded("base");
  RulePack const pack = loaded("mof-2020");
  CHECK(ids(pack.score) == ids(base.score));
  rulepack::Rule const& met = entry(pack.score, "met");
  CHECK(met.when_text == "met");
  CHECK(met.share_text == "1");
  CHECK(met.from_pack == "mof-2020");
  CHECK(met.confidence == Confidence::sure);
  CHECK(met.cite.find("年初指标值") != std::string::npos);
  rulepack::Rule const& limit = entry(pack.score, "at-limit");
  CHECK(limit.from_pack == "base");
  CHECK(limit.finding == "strict_at_limit");
  CHECK(limit.severity == diagnostic::Severity::warning);
  CHECK(limit.confidence == Confidence::product);
}

TEST_CASE("New words drop the citation of the old ones", "[rulepack][load]") {
  auto const outcome = test::Packs::on_base("score:\n  - {id: met, share: \"1 - 0\"}\n"
                                            "  - {id: at-limit, confidence: K}\n");
  REQUIRE(outcome.value);
  rulepack::Rule const& met = entry(outcome.value->score, "met");
  CHECK(met.cite.empty());
  CHECK_FALSE(met.confidence);
  rulepack::Rule const& limit = entry(outcome.value->score, "at-limit");
  CHECK_FALSE(limit.cite.empty());
  CHECK(limit.confidence == Confidence::fair);
}

TEST_CASE("An inherited finding is taken away by an empty one, a check by a condition that never holds",
          "[rulepack][load]") {
  auto const outcome = test::Packs::on_base(
      "score:\n  - {id: at-limit, finding: \"\"}\n"
      "checks:\n  - {id: over-achievement, when: \"false\", finding: over_achievement}\n");
  REQUIRE(outcome.value);
  CHECK(entry(outcome.value->score, "at-limit").finding.empty());
  CHECK(entry(outcome.value->score, "no-ratio").finding == "no_ratio");
  CHECK(entry(outcome.value->checks, "over-achievement").when_text == "false");
  CHECK_FALSE(
      test::Packs::on_base("checks:\n  - {id: own, after: over-achievement, when: \"met\", finding: \"\"}\n")
          .value);
}

TEST_CASE("The limit that a finding shows is a number of the condition, not the beginning of one",
          "[rulepack][load]") {
  struct Row {
    char const* asked;
    bool accepted;
  };
  constexpr Row rows[] = {{"1.2 * target", true},   {"1.25 * target", false}, {"1.2.5 * target", false},
                          {"1.2% * target", false}, {"11.2 * target", false}, {"target * 1.2", true}};
  for (Row const& row : rows) {
    INFO(row.asked);
    auto const outcome = test::Packs::on_base(
        std::string("checks:\n  - {id: over-achievement, when: \"quantity and target > 0 and actual >= ")
        + row.asked + "\", limit: \"1.2\"}\n");
    CHECK(outcome.value.has_value() == row.accepted);
  }
}

TEST_CASE("Both budgets are facts wherever a rule asks for one of them", "[rulepack][load]") {
  CHECK_FALSE(loaded("base").asks_both_budgets);
  for (char const* const text :
       {"score:\n  - {id: late, before: met, when: \"quantity and initial_budget = 0\", share: \"0.5\"}\n",
        "checks:\n  - {id: late, after: over-achievement, when: \"initial_budget != adjusted_budget\", "
        "finding: "
        "over_plan}\n",
        "caps:\n  - {id: late, when: \"adjusted_budget > initial_budget\", share: \"0.5\"}\n"}) {
    INFO(text);
    auto const outcome = test::Packs::on_base(text);
    REQUIRE(outcome.value);
    CHECK(outcome.value->asks_both_budgets);
  }
}

TEST_CASE("What a pack marks as a whole stays its own mark below it", "[rulepack][load]") {
  test::Packs packs;
  std::string const parent = "pack: parent\ntitle: t\nextends: base\nconfidence: K\nscore:\n"
                             "  - {id: met, share: \"0.9\", cite: hearsay}\nrounding: {places: 1}\n"
                             "basis: {rounding: {cite: hearsay}}\n";
  packs.texts["parent"] = parent;
  packs.texts["own"] = "pack: own\ntitle: t\nextends: parent\nconfidence: Q\nregion: r\nscore:\n"
                       "  - {id: at-limit, share: \"0.9\", cite: text}\n";
  auto const own = packs.load("own");
  REQUIRE(own.value);
  CHECK(entry(own.value->score, "met").confidence == Confidence::fair);
  CHECK_FALSE(entry(own.value->score, "at-limit").confidence); // that of the whole pack
  rulepack::Basis const* const basis = rulepack::basis_of(*own.value, "rounding", "parent");
  REQUIRE(basis != nullptr);
  CHECK(basis->confidence == Confidence::fair);
  packs.texts["parent"] = parent.substr(0, parent.find("confidence: K")) + "confidence: K?"
                          + parent.substr(parent.find("confidence: K") + 13);
  auto const unsure = packs.load("own");
  CHECK_FALSE(unsure.value); // a guess does not speak for a region, whoever wrote it
}

TEST_CASE("New rules stand where they say", "[rulepack][load]") {
  auto const outcome = test::Packs::on_base(
      "score:\n"
      "  - {id: first, before: met, when: \"suspect\", share: \"0\", finding: over_plan, severity: error}\n"
      "  - {id: second, after: first, when: \"external\", share: \"0\"}\n"
      "  - {id: third, after: tier-not, when: \"echo\", share: \"0\"}\n");
  REQUIRE(outcome.value);
  std::vector<std::string> const all = ids(outcome.value->score);
  CHECK(
      std::vector<std::string>(all.begin(), all.begin() + 7)
      == std::vector<std::string>{"tier-met", "tier-partly", "tier-not", "third", "first", "second", "met"});
  CHECK(entry(outcome.value->score, "first").severity == diagnostic::Severity::error);
  CHECK(entry(outcome.value->score, "first").place == diagnostic::Place{1, 5, 5, 0, 0});
}

TEST_CASE("A pack that gives points gives all of them", "[rulepack][load]") {
  RulePack const hubei = loaded("hubei");
  CHECK(hubei.weights.execution == Rational(20));
  CHECK(hubei.weights.levels == std::map<Level1, Rational>{{Level1::output, 40}, {Level1::benefit, 40}});
  CHECK(hubei.weights.counts_as
        == std::map<Level1, Level1>{{Level1::satisfaction, Level1::benefit}, {Level1::cost, Level1::output}});
  CHECK(hubei.region == "湖北省");
  auto const policy = test::Packs::on_base("weights: {when_missing: open, when_level_absent: lost}\n");
  REQUIRE(policy.value);
  CHECK(policy.value->weights.levels.size() == 3);
  CHECK(policy.value->weights.when_missing == rulepack::WhenWeightMissing::open);
  CHECK(policy.value->weights.when_level_absent == rulepack::WhenLevelAbsent::lost);
}

TEST_CASE("Points of absent levels are a table of their own", "[rulepack][load]") {
  RulePack const pack = loaded("mof-2021");
  CHECK(pack.lineage == std::vector<std::string>{"mof-2021", "mof-2020", "base"});
  REQUIRE(pack.weights.without.size() == 3);
  CHECK(pack.weights.without[0].absent == std::vector<Level1>{Level1::cost});
  CHECK(
      pack.weights.without[0].levels
      == std::map<Level1, Rational>{{Level1::output, 50}, {Level1::benefit, 30}, {Level1::satisfaction, 10}});
  CHECK(pack.weights.without[2].absent == std::vector<Level1>{Level1::satisfaction, Level1::cost});
  CHECK(pack.weights.counts_as.empty());
  CHECK(ids(pack.execution)
        == std::vector<std::string>{"rate", "rate-over", "rate-from-80", "rate-from-60", "rate-below-60"});
  auto const threshold = ids(pack.score);
  auto const at = std::find(threshold.begin(), threshold.end(), "below-threshold");
  REQUIRE(at != threshold.end());
  CHECK(*(at + 1) == "unmet-positive");
}

TEST_CASE("What a section rests on is kept until a pack below changes the section", "[rulepack][load]") {
  RulePack const pack = loaded("mof-2020");
  CHECK(pack.basis.at("weights").confidence == Confidence::sure);
  CHECK(pack.basis.at("weights").from_pack == "mof-2020");
  CHECK(pack.basis.at("rounding").from_pack == "base");
  auto const changed = test::Packs::on_base("rounding: {places: 4, at: total, mode: half_even}\n");
  REQUIRE(changed.value);
  CHECK(changed.value->basis.count("rounding") == 0);
  CHECK(changed.value->rounding.places == 4);
  CHECK(changed.value->rounding.at == rulepack::RoundAt::total);
  CHECK(changed.value->rounding.mode == number::Rounding::half_even);
}

TEST_CASE("Evidence classes are read with all they say", "[rulepack][load]") {
  RulePack const base = loaded("base");
  rulepack::EvidenceClass const& claim = entry(base.evidence, "status_on_number");
  CHECK(claim.share == rulepack::EvidenceClass::Share::fixed);
  REQUIRE(claim.fixed);
  CHECK(claim.status == model::Status::open);
  CHECK(claim.column == model::LedgerColumn::claimed);
  CHECK(claim.accepts);
  CHECK(claim.question == "settle_number");
  rulepack::EvidenceClass const& unused = entry(base.evidence, "template");
  CHECK(unused.share == rulepack::EvidenceClass::Share::none);
  CHECK(unused.status == model::Status::excluded);
  CHECK(entry(base.evidence, "bound_outside").share == rulepack::EvidenceClass::Share::at_ends);
  CHECK(entry(base.evidence, "value").share == rulepack::EvidenceClass::Share::rules);
  auto const changed = test::Packs::on_base(
      "evidence:\n"
      "  - {id: text_on_number, column: claimed, accept: true}\n"
      "  - {id: mine, before: value, when: \"declared_scale\", share: \"[0, 1/2]\", status: open, "
      "column: answered}\n");
  REQUIRE(changed.value);
  CHECK(entry(changed.value->evidence, "text_on_number").accepts);
  CHECK(entry(changed.value->evidence, "text_on_number").from_pack == "own");
  CHECK(entry(changed.value->evidence, "mine").column == model::LedgerColumn::answered);
}

TEST_CASE("Claims are what may be accepted, in every pack", "[rulepack][load]") {
  for (std::string const& id : packs_of_the_tree()) {
    RulePack const pack = loaded(id);
    CHECK(pack.evidence.back().when_text == "true");
    CHECK(pack.score.back().when_text == "true");
    for (rulepack::EvidenceClass const& each : pack.evidence) {
      INFO(id << ' ' << each.id);
      // A bound that reaches over the target claims no more than it says.
      bool const claims = each.column == model::LedgerColumn::claimed && each.status == model::Status::open
                          && each.share == rulepack::EvidenceClass::Share::fixed;
      CHECK(each.accepts == claims);
    }
  }
}

TEST_CASE("Every pack of the tree has tests, sources and no doubts in a region's name", "[rulepack][load]") {
  for (std::string const& id : packs_of_the_tree()) {
    INFO(id);
    auto const outcome = test::Packs{}.load(id);
    REQUIRE(outcome.value);
    for (auto const& each : outcome.diagnostics) {
      CHECK(each.severity == diagnostic::Severity::info);
    }
    CHECK(outcome.value->tests.size() >= 12);
    CHECK((id == "base" || !outcome.value->document.empty()));
    CHECK(outcome.value->confidence);
    for (auto const* rules : {&outcome.value->score, &outcome.value->execution}) {
      for (rulepack::Rule const& rule : *rules) {
        INFO(rule.id);
        // Points that are given or taken need a source; an open verdict does not.
        CHECK((!rule.cite.empty() || rule.share_text == "[0, 1]"));
        CHECK((rule.confidence || rule.share_text == "[0, 1]"));
      }
    }
  }
}

TEST_CASE("Every message that a pack names exists", "[rulepack][load]") {
  auto const own = configuration::parse_yaml(test::read_source("rules/messages/rulepack.yaml"), 1);
  REQUIRE(own.value);
  for (std::string const& id : packs_of_the_tree()) {
    RulePack const pack = loaded(id);
    for (auto const* rules : {&pack.score, &pack.execution, &pack.checks}) {
      for (rulepack::Rule const& rule : *rules) {
        INFO(id << ' ' << rule.id);
        CHECK((rule.finding.empty() || own.value->find(rule.finding) != nullptr));
      }
    }
    for (rulepack::EvidenceClass const& each : pack.evidence) {
      INFO(id << ' ' << each.id);
      CHECK((each.question.empty() || own.value->find(each.question) != nullptr));
      CHECK((each.status != model::Status::open || !each.question.empty()));
    }
  }
}

TEST_CASE("The digest is of the texts of the whole line", "[rulepack][load]") {
  std::string const base = "pack: root\ntitle: t\nextends: base\n";
  test::Packs one;
  one.texts["root"] = base;
  one.texts["leaf"] = "pack: leaf\ntitle: t\nextends: root\n";
  auto const first = one.load("leaf");
  auto const again = one.load("leaf");
  one.texts["root"] = base + "# a comment\n";
  auto const changed = one.load("leaf");
  REQUIRE((first.value && again.value && changed.value));
  CHECK(first.value->digest.size() == 64);
  CHECK(first.value->digest == again.value->digest);
  CHECK(first.value->digest != changed.value->digest);
  std::string const base_text = test::read_source("rules/packs/base.yaml");
  std::string const whole = "base\n" + std::to_string(base_text.size()) + "\n" + base_text;
  CHECK(loaded("base").digest == rulepack::sha256(whole));
}

TEST_CASE("A compiled-in pack is the same as its file", "[rulepack][load]") {
  rulepack::PackFinder const find = [](std::string_view id) -> diagnostic::Outcome<rulepack::PackFile> {
    std::string const name = "packs/" + std::string(id) + ".yaml";
    auto tree = configuration::embedded_tree(name);
    if (!tree) {
      return {};
    }
    return {rulepack::PackFile{std::move(*tree), 0, std::string(configuration::embedded_text(name))}, {}};
  };
  for (std::string const& id : packs_of_the_tree()) {
    auto const file = find(id);
    REQUIRE(file.value);
    auto const outcome = rulepack::load_pack(*file.value, find);
    REQUIRE(outcome.value);
    CHECK(outcome.value->digest == loaded(id).digest);
    CHECK(outcome.value->tests.size() == loaded(id).tests.size());
  }
}
