// Mutants of packs against the tests of the packs: of small ones in every way it can end, and of all packs of
// the tree, whose tests must notice nearly everything.
#include "engine/configuration/yaml.hpp"
#include "engine/pipeline/pack_mutation.hpp"
#include "engine/pipeline/rules_source.hpp"
#include "engine/report/mutation_text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>

using namespace jixiao;
using Outcome = authoring::TriedMutant::Outcome;

namespace {

struct Tools {
  diagnostic::SourceTable sources;
  pipeline::RulesSource source{{}, sources};
  vocabulary::Vocabulary vocabulary = std::move(*source.vocabulary().value);

  authoring::Mutation of(rulepack::PackFile const& file, rulepack::PackFinder const& find,
                         std::string const& filter, std::uint32_t threads) const {
    auto const pack = rulepack::load_pack(file, find);
    REQUIRE(pack.value);
    return pipeline::mutate_pack({file, *pack.value, find}, vocabulary, filter, threads);
  }

  authoring::Mutation of_text(std::string const& rest, std::string const& filter = {},
                              std::uint32_t threads = 1) const {
    std::string const text = "pack: own\ntitle: t\nextends: base\n" + rest;
    rulepack::PackFile const file{*configuration::parse_yaml(text, 1).value, 1, text};
    return of(file, source.find("base").find, filter, threads);
  }

  authoring::Mutation of_pack(std::string const& id, std::uint32_t threads) const {
    pipeline::FoundPack const found = source.find(id);
    REQUIRE(found.file.value);
    return of(*found.file.value, found.find, {}, threads);
  }
};

std::map<std::string, Outcome> outcomes(authoring::Mutation const& mutation) {
  std::map<std::string, Outcome> all;
  for (authoring::TriedMutant const& tried : mutation.tried) {
    all[tried.mutant.of + ": " + tried.mutant.change] = tried.outcome;
  }
  return all;
}

std::string row(std::string const& actual, std::string const& expected) {
  return "  - {name: t" + actual
         + ", row: \"\xE4\xBA\xA7\xE5\x87\xBA\xE6\x8C\x87\xE6\xA0\x87 | | x | >= | 10 | | 100 | \", actual: "
           "\""
         + actual + "\", " + expected + "}\n";
}

std::string const half = "score:\n  - {id: half, before: unmet-positive, when: \"quantity and direction = "
                         "positive and actual < 5\", share: \"0.1\"}\n";

void check_packs(std::vector<std::string> const& ids) {
  Tools const tools;
  for (std::string const& id : ids) {
    authoring::Mutation const mutation = tools.of_pack(id, 2);
    INFO(report::mutation_text(mutation, tools.sources, vocabulary::Messages::embedded(),
                               vocabulary::Language::en));
    CHECK(mutation.failing.empty());
    CHECK(mutation.percent() >= 95);
    CHECK(mutation.count(Outcome::survived) == 0);
    CHECK(mutation.stale.empty());
    CHECK_FALSE(mutation.tried.empty());
  }
}

} // namespace

TEST_CASE("what a test notices is killed, what none notices survives, what does not load is refused",
          "[pipeline][mutation]") {
  Tools const tools;
  auto const found = outcomes(tools.of_text(half + "tests:\n" + row("4", "score: \"10.00\", rule: half")));
  CHECK(found.at("score.half.share: 0.1 -> 0.2") == Outcome::killed);
  CHECK(found.at("score.half.when: = -> !=") == Outcome::killed);
  CHECK(found.at("score.half.when: < -> <=") == Outcome::survived);
  CHECK(found.at("score.half.when: 5 -> 6") == Outcome::survived);
  CHECK(found.at("score.half.when: 5 -> 4") == Outcome::killed);
  CHECK(found.at("score.half: before unmet-positive -> after unmet-positive") == Outcome::killed);
  auto const refused = outcomes(tools.of_text("grades: [{excellent: 61}, {good: 60}, {poor: 0}]\ntests:\n"
                                              + row("4", "rule: unmet-positive")));
  CHECK(refused.at("grades.excellent.excellent: 61 -> 60") == Outcome::refused);
  CHECK(refused.at("grades.excellent.excellent: 61 -> 62") == Outcome::survived);
}

TEST_CASE("a change that loading warns of needs no test", "[pipeline][mutation]") {
  Tools const tools;
  auto const found = outcomes(tools.of_text("tiers: [{id: met, share: \"[0.8, 1]\"}, {id: partly_met, share: "
                                            "\"[0.6, 0.8)\"}, {id: not_met, share: \"[0, 0.6)\"}]\ntests:\n"
                                            + row("4", "rule: unmet-positive")));
  CHECK(found.at("tiers.partly_met.share: 0.6 -> 0.7") == Outcome::refused);
}

TEST_CASE("the test that notices is named", "[pipeline][mutation]") {
  Tools const tools;
  authoring::Mutation const mutation = tools.of_text(
      half + "tests:\n" + row("7", "rule: unmet-positive") + row("4", "rule: half"), "score.half");
  for (authoring::TriedMutant const& tried : mutation.tried) {
    if (tried.mutant.change == "5 -> 4") {
      CHECK(tried.test == "t4"); // the one that the rule decided comes first
      CHECK(tried.test_line == 8);
    }
  }
}

TEST_CASE("with tests that fail already nothing is tried", "[pipeline][mutation]") {
  Tools const tools;
  authoring::Mutation const mutation = tools.of_text(half + "tests:\n" + row("4", "score: \"11.00\""));
  CHECK(mutation.failing == std::vector<std::string>{"t4"});
  CHECK(mutation.tried.empty());
}

TEST_CASE("a test that is known not to hold yet stops nothing and notices nothing", "[pipeline][mutation]") {
  Tools const tools;
  authoring::Mutation const mutation =
      tools.of_text(half + "tests:\n" + row("4", "score: \"10.00\", rule: half")
                    + row("4", "score: \"11.00\", todo: later"));
  CHECK(mutation.failing.empty());
  CHECK(mutation.todo == 1);
  auto const found = outcomes(mutation);
  CHECK(found.at("score.half.share: 0.1 -> 0.2") == Outcome::killed);
  CHECK(found.at("score.half.when: < -> <=") == Outcome::survived);
}

TEST_CASE("a pack explains its survivors, and must not explain what is none", "[pipeline][mutation]") {
  Tools const tools;
  authoring::Mutation const mutation = tools.of_text(
      half + "tests:\n" + row("4", "rule: half")
      + "survivors:\n  - {of: score.half.when, changes: [< -> <=, 5 -> 4, 5 -> 7], reason: tried}\n");
  CHECK(outcomes(mutation).at("score.half.when: < -> <=") == Outcome::explained);
  REQUIRE(mutation.stale.size() == 2);
  CHECK(mutation.stale[0].why == authoring::StaleExplanation::Why::killed);
  CHECK(mutation.stale[1].why == authoring::StaleExplanation::Why::gone);
  CHECK(mutation.stale[1].explanation.place.row == 9);
}

TEST_CASE("the filter leaves out the rest, explanations too", "[pipeline][mutation]") {
  Tools const tools;
  authoring::Mutation const mutation =
      tools.of_text(half + "rounding: {places: 1}\ntests:\n" + row("4", "score: \"10.0\"")
                        + "survivors:\n  - {of: score.half.when, changes: [5 -> 4], reason: not looked at}\n",
                    "rounding");
  CHECK(mutation.tried.size() == 2);
  CHECK(mutation.stale.empty());
}

TEST_CASE("two threads find the same as one", "[pipeline][mutation]") {
  Tools const tools;
  CHECK(report::mutations_json({tools.of_pack("hubei", 1)}, tools.sources)
        == report::mutations_json({tools.of_pack("hubei", 2)}, tools.sources));
}

TEST_CASE("the tests of base notice nearly every change", "[pipeline][mutation]") {
  check_packs({"base"});
}

TEST_CASE("the tests of the other packs notice nearly every change", "[pipeline][mutation]") {
  Tools const tools;
  std::vector<std::string> ids = tools.source.pack_ids();
  ids.erase(std::find(ids.begin(), ids.end(), "base"));
  check_packs(ids);
}
