// The packs of the tree over facts: what an answer counts for, and which rule gives which share.
#include "engine/rulepack/evaluate.hpp"
#include "tests/rulepack/facts_text.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace jixiao;

namespace {

rulepack::RulePack loaded(std::string_view id) {
  auto outcome = test::Packs{}.load(id);
  REQUIRE(outcome.value);
  return std::move(*outcome.value);
}

} // namespace

TEST_CASE("Every kind of answer falls into its class of the evidence table", "[rulepack][packs]") {
  rulepack::RulePack const base = loaded("base");
  std::set<std::string_view> seen;
  for (test::CaseRow const& row : test::read_cases("tests/cases/evidence.csv")) {
    INFO("line " << row.line << ": " << row.fields[0]);
    REQUIRE(row.fields.size() == 7);
    model::Verdict const verdict = rulepack::judge(base, test::facts_of(row.fields[0]));
    CHECK(verdict.evidence == row.fields[1]);
    CHECK(verdict.rule == row.fields[2]);
    CHECK(model::name(verdict.status) == row.fields[3]);
    CHECK(model::name(verdict.column) == row.fields[4]);
    CHECK(number::text(verdict.share) == row.fields[5]);
    CHECK((verdict.accepts ? "yes" : "no") == row.fields[6]);
    seen.insert(verdict.evidence);
  }
  for (rulepack::EvidenceClass const& each : base.evidence) {
    INFO(each.id);
    CHECK(seen.count(each.id) != 0);
  }
}

TEST_CASE("Each pack gives the share that its source says, on both sides of every boundary",
          "[rulepack][packs]") {
  std::map<std::string, rulepack::RulePack> packs;
  for (test::CaseRow const& row : test::read_cases("tests/cases/pack_shares.csv")) {
    INFO("line " << row.line << ": " << row.fields[0] << ' ' << row.fields[1]);
    REQUIRE(row.fields.size() == 4);
    auto const at = packs.find(row.fields[0]);
    rulepack::RulePack const& pack =
        at != packs.end() ? at->second : packs.emplace(row.fields[0], loaded(row.fields[0])).first->second;
    model::Facts const facts = test::facts_of(row.fields[1]);
    bool const execution = facts.number(model::NumberField::execution_rate).has_value();
    rulepack::RuleShare const share =
        execution ? rulepack::share_of_execution(pack, facts) : rulepack::share_by_rules(pack, facts);
    CHECK(share.rule == row.fields[2]);
    CHECK(number::text(share.share) == row.fields[3]);
    CHECK_FALSE(share.enclosure);
  }
  CHECK(packs.size() == 5);
}

TEST_CASE("Checks flag what the field asks to look at, and nothing just below it", "[rulepack][packs]") {
  std::map<std::string, rulepack::RulePack> packs;
  for (test::CaseRow const& row : test::read_cases("tests/cases/pack_checks.csv")) {
    INFO("line " << row.line << ": " << row.fields[0] << ' ' << row.fields[1]);
    REQUIRE(row.fields.size() == 3);
    auto const at = packs.find(row.fields[0]);
    rulepack::RulePack const& pack =
        at != packs.end() ? at->second : packs.emplace(row.fields[0], loaded(row.fields[0])).first->second;
    std::string found;
    for (rulepack::Rule const* check : rulepack::failed_checks(pack, test::facts_of(row.fields[1]))) {
      found += found.empty() ? check->finding : ' ' + check->finding;
    }
    CHECK(found == row.fields[2]);
  }
}
