// Rules and evidence over facts that do not decide: what is joined, and what is never guessed.
#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/rulepack/facts_text.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using model::LedgerColumn;
using model::Status;
using rulepack::EvidenceClass;
using rulepack::RulePack;
using rulepack::Want;

namespace {

rulepack::Rule rule(std::string const& id, std::string const& when, std::string const& share) {
  rulepack::Rule result;
  result.id = id;
  result.when_text = when;
  result.share_text = share;
  result.cite = "clause of " + id;
  result.when = rulepack::compile(when, Want::truth, {}).value.value();
  if (!share.empty()) {
    result.share = rulepack::compile(share, Want::number, {}).value.value();
  }
  return result;
}

EvidenceClass evidence(std::string const& id, std::string const& when, EvidenceClass::Share share,
                       Status status, LedgerColumn column, std::string const& fixed = {}) {
  EvidenceClass result;
  result.id = id;
  result.when = rulepack::compile(when, Want::truth, {}).value.value();
  result.share = share;
  result.status = status;
  result.column = column;
  if (!fixed.empty()) {
    result.fixed = rulepack::compile(fixed, Want::number, {}).value.value();
  }
  return result;
}

RulePack pack() {
  using Share = EvidenceClass::Share;
  RulePack result;
  result.score = {rule("met", "met", "1"),
                  rule("none", "quantity and (target <= 0 or actual < 0)", "0"),
                  rule("positive", "quantity and direction = positive", "actual / target"),
                  rule("negative", "quantity and direction = negative", "target / actual"),
                  rule("tier", "level = met", "[0.8, 1]"),
                  rule("otherwise", "true", "[0, 1]")};
  result.execution = {rule("rate", "true", "execution_rate")};
  result.checks = {rule("over", "quantity and target > 0 and actual >= 1.2 * target", ""),
                   rule("always", "true", "")};
  result.evidence = {
      evidence("template", "target_kind = empty and named", Share::none, Status::excluded,
               LedgerColumn::none),
      evidence("claim", "actual_kind = status", Share::fixed, Status::open, LedgerColumn::claimed, "[0, 1]"),
      evidence("bound", "position = outside or position = overlap", Share::at_ends, Status::scored,
               LedgerColumn::answered),
      evidence("value", "quantity", Share::rules, Status::scored, LedgerColumn::answered),
      evidence("done", "done_asked", Share::fixed, Status::assumed, LedgerColumn::answered, "1"),
      evidence("other", "level != none", Share::rules, Status::assumed, LedgerColumn::answered)};
  result.evidence[1].accepts = true;
  result.evidence[4].accepts = true;
  return result;
}

std::string share_text(std::string const& facts) {
  RulePack const rules = pack();
  return number::text(rulepack::share_by_rules(rules, test::facts_of(facts)).share);
}

} // namespace

TEST_CASE("The first rule that holds gives the share", "[rulepack][judge]") {
  RulePack const rules = pack();
  auto const unmet =
      rulepack::share_by_rules(rules, test::facts_of("quantity actual=4 target=5 direction=positive"));
  CHECK(unmet.rule == "positive");
  CHECK(number::text(unmet.share) == "[0.8, 0.8]");
  CHECK_FALSE(unmet.enclosure);
  auto const met =
      rulepack::share_by_rules(rules, test::facts_of("quantity met actual=6 target=5 direction=positive"));
  CHECK(met.rule == "met");
  CHECK(number::text(met.share) == "[1, 1]");
}

TEST_CASE("A share is cut to what can be earned", "[rulepack][judge]") {
  CHECK(share_text("quantity actual=6 target=5 direction=positive") == "[1, 1]");
  CHECK(share_text("quantity actual=[4,7] target=5 direction=positive") == "[0.8, 1]");
  RulePack const rules = pack();
  auto const over = rulepack::share_of_execution(rules, test::facts_of("execution_rate=1.1"));
  CHECK(number::text(over.share) == "[1, 1]");
  CHECK(over.rule == "rate");
  auto const refund = rulepack::share_of_execution(rules, test::facts_of("execution_rate=-0.1"));
  CHECK(number::text(refund.share) == "[0, 0]");
}

TEST_CASE("A rule that may hold joins its share to the later ones", "[rulepack][judge]") {
  RulePack const rules = pack();
  auto const open = rulepack::share_by_rules(
      rules, test::facts_of("quantity met? actual=[4,6] target=5 direction=positive"));
  CHECK(open.rule == "met");
  CHECK(number::text(open.share) == "[0.8, 1]");
  CHECK(share_text("quantity met? actual=[4,4.5) target=5 direction=positive") == "[0.8, 1]");
  CHECK(share_text("quantity? actual=4 target=5 direction=positive level=met") == "[0.8, 1]");
  CHECK(share_text("quantity? actual=4 target=5 direction=positive") == "[0, 1]");
  CHECK(share_text("quantity actual=[-1,4] target=5 direction=positive") == "[0, 0.8]");
  // A number that is absent decides nothing and earns nothing.
  CHECK(share_text("quantity target=5 direction=positive") == "[0, 1]");
}

TEST_CASE("Where no rule holds nothing is known", "[rulepack][judge]") {
  RulePack rules = pack();
  rules.score = {rule("met", "met", "1"), rule("unmet", "not met", "0.5")};
  // Two rules that between them take every case, without saying which.
  auto const either = rulepack::share_by_rules(rules, test::facts_of("met?"));
  CHECK(number::text(either.share) == "[0.5, 1]");
  CHECK(either.rule == "met");
  rules.score.pop_back();
  auto const gap = rulepack::share_by_rules(rules, test::facts_of(""));
  CHECK(number::text(gap.share) == "[0, 1]");
  CHECK(gap.rule.empty());
  CHECK(gap.enclosure);
}

TEST_CASE("The first class of evidence that holds gives status and column", "[rulepack][judge]") {
  RulePack const rules = pack();
  auto const value = rulepack::judge(
      rules, test::facts_of("target_kind=quantity quantity actual=4 target=5 direction=positive"));
  CHECK(value.evidence == "value");
  CHECK(value.rule == "positive");
  CHECK(value.status == Status::scored);
  CHECK(value.column == LedgerColumn::answered);
  CHECK(number::text(value.share) == "[0.8, 0.8]");
  auto const claim = rulepack::judge(rules, test::facts_of("target_kind=quantity actual_kind=status"));
  CHECK(claim.evidence == "claim");
  CHECK(claim.rule.empty());
  CHECK(claim.status == Status::open);
  CHECK(claim.column == LedgerColumn::claimed);
  CHECK(claim.accepts);
  CHECK(number::text(claim.share) == "[0, 1]");
  auto const unused = rulepack::judge(rules, test::facts_of("target_kind=empty named"));
  CHECK(unused.status == Status::excluded);
  CHECK(number::text(unused.share) == "[0, 0]");
}

TEST_CASE("A class that would settle a row leaves it open when its share is no point", "[rulepack][judge]") {
  RulePack const rules = pack();
  auto const tier = rulepack::judge(rules, test::facts_of("target_kind=text level=met"));
  CHECK(tier.evidence == "other");
  CHECK(tier.status == Status::open);
  CHECK(number::text(tier.share) == "[0.8, 1]");
  auto const set = rulepack::judge(
      rules, test::facts_of("target_kind=quantity quantity actual=[4,4.5] target=5 direction=positive"));
  CHECK(set.evidence == "value");
  CHECK(set.status == Status::open);
  CHECK(number::text(set.share) == "[0.8, 0.9]");
}

TEST_CASE("Bounds earn what the rule gives at both ends and stay open", "[rulepack][judge]") {
  RulePack const rules = pack();
  std::string const quantity = "target_kind=quantity quantity target=5 ";
  auto const overlap = rulepack::judge(
      rules, test::facts_of(quantity + "met? position=overlap actual=[4,] direction=positive"));
  CHECK(overlap.evidence == "bound");
  CHECK(overlap.status == Status::open);
  CHECK(number::text(overlap.share) == "[0.8, 1]");
  // "within 6" against "at most 5": it may be 0, and then it is met; only what lies over 5 has a ratio.
  auto const within = rulepack::judge(
      rules, test::facts_of(quantity + "met? position=overlap actual=[0,6] direction=negative"));
  CHECK(number::text(within.share) == "[5/6, 1]");
  auto const outside =
      rulepack::judge(rules, test::facts_of(quantity + "position=outside actual=[6,10) direction=negative"));
  CHECK(number::text(outside.share) == "(0.5, 5/6]");
  CHECK(outside.status == Status::open);
  auto const below =
      rulepack::judge(rules, test::facts_of(quantity + "position=outside actual=[0,3) direction=positive"));
  CHECK(number::text(below.share) == "[0, 0.6)");
}

TEST_CASE("A class that may hold leaves the row open and is never guessed", "[rulepack][judge]") {
  RulePack const rules = pack();
  auto const maybe_done =
      rulepack::judge(rules, test::facts_of("target_kind=text done_asked? level=partly_met"));
  CHECK(maybe_done.evidence == "done");
  CHECK(maybe_done.status == Status::open);
  CHECK(maybe_done.column == LedgerColumn::answered);
  CHECK(number::text(maybe_done.share) == "[0, 1]");
  CHECK_FALSE(maybe_done.accepts);
  auto const maybe_value = rulepack::judge(
      rules,
      test::facts_of("target_kind=quantity quantity? actual=4 target=5 direction=positive done_asked"));
  CHECK(maybe_value.evidence == "value");
  CHECK(maybe_value.status == Status::open);
  CHECK_FALSE(maybe_value.accepts);
  // The value class would give [0.8, 1] here, the one that holds for certain 1.
  CHECK(number::text(maybe_value.share) == "[0, 1]");
  auto const maybe_unused = rulepack::judge(rules, test::facts_of("target_kind=empty named? done_asked"));
  CHECK(maybe_unused.evidence == "template");
  CHECK(maybe_unused.status == Status::open);
  CHECK(number::text(maybe_unused.share) == "[0, 1]");
  // Nothing holds for certain: what the table does not know is no answer.
  auto const nothing = rulepack::judge(rules, test::facts_of("target_kind=text done_asked?"));
  CHECK(nothing.evidence == "done");
  CHECK(nothing.status == Status::open);
  CHECK(nothing.column == LedgerColumn::unanswered);
  auto const unknown = rulepack::judge(rules, test::facts_of("target_kind=text"));
  CHECK(unknown.evidence.empty());
  CHECK(unknown.status == Status::open);
  CHECK(unknown.column == LedgerColumn::unanswered);
  CHECK(number::text(unknown.share) == "[0, 1]");
}

TEST_CASE("Checks fail only for certain", "[rulepack][judge]") {
  RulePack const rules = pack();
  auto const ids = [&](std::string const& facts) {
    std::string text;
    for (rulepack::Rule const* each : rulepack::failed_checks(rules, test::facts_of(facts))) {
      text += each->id + " ";
    }
    return text;
  };
  CHECK(ids("quantity actual=6 target=5") == "over always ");
  CHECK(ids("quantity actual=5.99 target=5") == "always ");
  CHECK(ids("quantity actual=[5,7] target=5") == "always ");
  CHECK(ids("quantity actual=[6,7] target=5") == "over always ");
  CHECK(ids("quantity? actual=6 target=5") == "always ");
}

TEST_CASE("Rules are explained up to the one that decided", "[rulepack][judge]") {
  RulePack const rules = pack();
  auto const tried =
      rulepack::explain_rules(rules.score, test::facts_of("quantity actual=6 target=5 direction=negative"));
  REQUIRE(tried.size() == 4);
  CHECK(tried[0].id == "met");
  CHECK(tried[0].matched == model::Truth::no);
  CHECK(tried[0].formula.empty());
  CHECK(tried[3].id == "negative");
  CHECK(tried[3].matched == model::Truth::yes);
  CHECK(tried[3].when == "quantity and direction = negative");
  CHECK(tried[3].share == "target / actual");
  CHECK(tried[3].formula == "5 / 6");
  CHECK(tried[3].cite == "clause of negative");
  auto const open = rulepack::explain_rules(
      rules.score, test::facts_of("quantity met? actual=[4,6] target=5 direction=positive"));
  REQUIRE(open.size() == 3);
  CHECK(open[0].matched == model::Truth::unknown);
  CHECK(open[0].formula == "1");
  CHECK(open[2].formula == "[4, 6] / 5");
}
