// Which mutants a pack has: of what it wrote itself, each at its place.
#include "engine/authoring/mutation.hpp"
#include "engine/authoring/same_decisions.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace jixiao;
using authoring::Mutant;

namespace {

struct Loaded {
  rulepack::PackFile file;
  rulepack::RulePack pack;
  std::vector<Mutant> mutants;
};

Loaded load(std::string const& text, std::string const& head = "pack: own\ntitle: t\nextends: base\n") {
  test::Packs packs;
  packs.texts["own"] = head + text;
  auto file = packs.find("own");
  REQUIRE(file.value);
  auto pack = packs.load("own");
  REQUIRE(pack.value);
  Loaded loaded{std::move(*file.value), std::move(*pack.value), {}};
  loaded.mutants = authoring::mutants_of(loaded.file.tree, loaded.file.source, loaded.pack);
  return loaded;
}

std::vector<std::string> listed(std::vector<Mutant> const& mutants) {
  std::vector<std::string> all;
  for (Mutant const& mutant : mutants) {
    all.push_back(mutant.of + ": " + mutant.change);
  }
  return all;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("sections that are no rules have mutants of their own", "[authoring]") {
  CHECK(listed(load("rounding: {places: 1, mode: half_up, at: indicator}\n").mutants)
        == Texts{"rounding.places: 1 -> 0", "rounding.places: 1 -> 2", "rounding.mode: half_up -> half_even",
                 "rounding.mode: half_up -> down", "rounding.at: indicator -> level",
                 "rounding.at: indicator -> total"});
  CHECK(listed(load("grades: [{excellent: 90}, {good: 80}, {fair: 60}, {poor: 0}]\n").mutants)
        == Texts{"grades.excellent.excellent: 90 -> 89", "grades.excellent.excellent: 90 -> 91",
                 "grades.good.good: 80 -> 79", "grades.good.good: 80 -> 81", "grades.fair.fair: 60 -> 59",
                 "grades.fair.fair: 60 -> 61"});
  CHECK(listed(load("limits: {low_execution: \"0.9\", single_row: 10}\ndigit_slip_ratio: 10\n").mutants)
        == Texts{"limits.low_execution: 0.9 -> 0.8", "limits.low_execution: 0.9 -> 1.0",
                 "limits.single_row: 10 -> 9", "limits.single_row: 10 -> 11", "digit_slip_ratio: 10 -> 9",
                 "digit_slip_ratio: 10 -> 11"});
  CHECK(listed(load("weights: {execution: 20, output: 40, benefit: 40, accepted_sums: [80],"
                    " when_missing: open}\n")
                   .mutants)
        == Texts{"weights.execution: execution 20, output 40 -> execution 19, output 41",
                 "weights.output: output 40, benefit 40 -> output 39, benefit 41",
                 "weights.accepted_sums.1: 80 -> 79", "weights.accepted_sums.1: 80 -> 81",
                 "weights.when_missing: open -> split_equally"});
  CHECK(load("").mutants.empty()); // what is inherited is tested where it was written
}

TEST_CASE("a mutant stands where the first character changes, counted in characters", "[authoring]") {
  Loaded const loaded = load("score:\n  - {cite: \xE6\x9D\xA1, id: late, before: met, when: \"quantity and "
                             "actual < 3\", share: \"0\"}\n");
  auto const found = std::find_if(loaded.mutants.begin(), loaded.mutants.end(),
                                  [](Mutant const& mutant) { return mutant.change == "< -> <="; });
  REQUIRE(found != loaded.mutants.end());
  CHECK(found->of == "score.late.when");
  CHECK(found->place.row == 5);
  CHECK(found->place.column == 65);
}

TEST_CASE("the number that a message shows changes with the condition", "[authoring]") {
  Loaded const loaded =
      load("checks:\n  - {id: far, after: over-achievement, when: \"quantity and target > 0 "
           "and actual > 1.5 * target\", finding: over_achievement, limit: \"1.5\"}\n");
  auto const found = std::find_if(loaded.mutants.begin(), loaded.mutants.end(),
                                  [](Mutant const& mutant) { return mutant.change == "1.5 -> 1.6"; });
  REQUIRE(found != loaded.mutants.end());
  CHECK(found->edits.size() == 2);
  CHECK(configuration::edited(loaded.file.tree, found->edits)
            .find("checks")
            ->elements()[0]
            .find("limit")
            ->text()
        == "1.6");
}

TEST_CASE("two rules change places only where both can hold and give something else", "[authoring]") {
  std::string const rules =
      "score:\n"
      "  - {id: one, before: met, when: \"quantity and target > 0 and actual > 3\", share: "
      "\"0.1\"}\n"
      "  - {id: two, after: one, when: \"quantity and target > 0 and actual > 5\", share: "
      "\"0.2\"}\n"
      "  - {id: like, after: one, when: \"quantity and target > 0 and actual > 5\", share: "
      "\"0.1\"}\n"
      "  - {id: apart, after: one, when: \"quantity and target > 0 and actual < 2\", "
      "share: \"0.3\"}\n";
  Texts orders;
  for (Mutant const& mutant : load(rules).mutants) {
    if (mutant.kind == authoring::ChangeKind::order) {
      orders.push_back(mutant.of + ": " + mutant.change);
    }
  }
  CHECK(orders == Texts{"score.one: before met -> after met", "score.two: after one -> before one"});
}

TEST_CASE("equal changes of one expression are numbered", "[authoring]") {
  Texts const all =
      listed(load("score:\n  - {id: one, before: met, when: \"quantity and target > 7 and actual > "
                  "7\", share: \"0.1\"}\n")
                 .mutants);
  CHECK(std::count(all.begin(), all.end(), "score.one.when: > -> >=") == 1);
  CHECK(std::count(all.begin(), all.end(), "score.one.when: > -> >= #2") == 1);
  CHECK(std::count(all.begin(), all.end(), "score.one.when: 7 -> 8 #2") == 1);
}

TEST_CASE("a condition that the rules before have settled is known to decide the same", "[authoring]") {
  Loaded const loaded =
      load("score:\n  - {id: none, before: met, when: \"quantity and target = 7\", share: \"0\"}\n"
           "  - {id: more, after: none, when: \"quantity and target > 7\", share: \"0.1\"}\n");
  std::map<std::string, bool> same;
  for (Mutant const& mutant : loaded.mutants) {
    same[mutant.of + ": " + mutant.change] = authoring::decides_the_same(mutant, loaded.pack);
  }
  CHECK(same.at("score.more.when: > -> >="));      // 7 itself is taken by the rule before
  CHECK_FALSE(same.at("score.more.when: 7 -> 8")); // but 7.5 is not
  CHECK_FALSE(same.at("score.none.when: = -> !="));
  CHECK_FALSE(same.at("score.more.share: 0.1 -> 0.2")); // shares are not compared
}

TEST_CASE("nobody can notice what a rule gives that nothing comes to", "[authoring]") {
  Loaded const loaded =
      load("score:\n"
           "  - {id: unmet-negative, when: \"false\", share: \"0\"}\n"
           "  - {id: mine, before: met, when: \"1 > 2\", share: \"0.1\"}\n"
           "  - {id: other, before: met, when: \"quantity and weight > 7\", share: \"0.3\"}\n");
  std::map<std::string, bool> same;
  for (Mutant const& mutant : loaded.mutants) {
    same[mutant.of + ": " + mutant.change] = authoring::decides_the_same(mutant, loaded.pack);
  }
  CHECK(same.at("score.unmet-negative.share: 0 -> 0.1"));
  CHECK(same.at("score.mine.share: 0.1 -> 0.2"));
  CHECK_FALSE(same.at("score.other.share: 0.3 -> 0.4"));
}

TEST_CASE("explanations are held against what became of their mutants", "[authoring]") {
  using Outcome = authoring::TriedMutant::Outcome;
  authoring::Mutation mutation;
  Outcome const outcomes[] = {Outcome::killed, Outcome::survived, Outcome::same, Outcome::refused,
                              Outcome::survived};
  std::vector<authoring::Explanation> explanations;
  for (std::size_t i = 0; i < 5; ++i) {
    authoring::TriedMutant& tried = mutation.tried.emplace_back();
    tried.mutant.of = "score." + std::to_string(i);
    tried.mutant.change = "1 -> 2";
    tried.outcome = outcomes[i];
    if (i < 4) {
      explanations.push_back({tried.mutant.of, "1 -> 2", "because", {}});
    }
  }
  explanations.push_back({"score.1", "1 -> 3", "because", {}});
  explanations.push_back({"grades.good", "1 -> 3", "not looked at", {}});
  authoring::explain_survivors(mutation, explanations, "score");
  CHECK(mutation.tried[1].outcome == Outcome::explained);
  CHECK(mutation.tried[1].reason == "because");
  CHECK(mutation.tried[4].outcome == Outcome::survived);
  Texts stale;
  for (authoring::StaleExplanation const& each : mutation.stale) {
    stale.push_back(each.explanation.of + " " + std::string(authoring::name(each.why)));
  }
  CHECK(stale == Texts{"score.0 killed", "score.2 same", "score.3 refused", "score.1 gone"});
  CHECK(mutation.noticeable() == 3);
  CHECK(mutation.percent() == 33U);
  CHECK(authoring::Mutation{}.percent() == std::nullopt);
}
