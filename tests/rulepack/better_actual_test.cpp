// How far an actual would have to go, and which rules would have given more.
#include "engine/model/relation.hpp"
#include "engine/rulepack/better_actual.hpp"
#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/why_not.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using grammar::Relation;
using model::Direction;
using model::NumberField;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;
using rulepack::BetterActual;

namespace {

Rational rational(std::string const& text) {
  return *Rational::parse(text);
}

model::Comparison comparison(Relation relation, Direction direction, Rational const& actual,
                             Rational const& target) {
  model::Comparison result;
  result.relation = relation;
  model::Facts& facts = result.facts;
  facts.set(NumberField::actual, actual);
  facts.set(NumberField::target, target);
  facts.set(NumberField::weight, 10);
  facts.set(NumberField::pass_threshold, 0);
  facts.set(TruthField::quantity, true);
  facts.set(TruthField::met, model::meets(relation, actual, target));
  facts.set(TruthField::at_limit, model::is_at_limit(relation, actual, target));
  facts.set(WordField::target_kind, grammar::CellKind::quantity);
  facts.set(WordField::actual_kind, grammar::CellKind::quantity);
  facts.set(WordField::relation, static_cast<std::uint8_t>(static_cast<std::size_t>(relation) + 1));
  facts.set(WordField::direction, direction);
  facts.set(WordField::position, model::Position::point);
  return result;
}

std::string text(BetterActual const& better) {
  static constexpr char const* kinds[] = {"unknown", "none", "every bit", "reach", "beyond"};
  std::string const kind = kinds[static_cast<std::size_t>(better.kind)];
  return better.kind == BetterActual::Kind::reach || better.kind == BetterActual::Kind::beyond
             ? kind + " " + better.actual.plain_text()
             : kind;
}

rulepack::RulePack pack(std::string const& rule) {
  auto loaded = test::Packs::on_base(rule.empty() ? rule : "score:\n  - " + rule + "\n");
  REQUIRE(loaded.value);
  return std::move(*loaded.value);
}

Interval share(rulepack::RulePack const& pack, model::Comparison const& comparison) {
  return rulepack::judge(pack, comparison.facts).share;
}

std::string both(rulepack::RulePack const& pack, model::Comparison const& comparison) {
  auto const better = rulepack::better_actuals(pack, comparison, share(pack, comparison));
  return text(better.more) + ", " + text(better.full);
}

std::string const bands =
    "{id: bands, before: met, when: \"quantity and direction = positive and target > 0\", "
    "share: \"bands(attainment, from 100%: 1, from 80%: 0.7, above 60%: 0.5, else: 0)\"}";

} // namespace

TEST_CASE("the nearest better actual is exact", "[rulepack][better]") {
  auto const plain = pack("");
  auto const positive = [](char const* actual, Relation relation = Relation::at_least) {
    return comparison(relation, Direction::positive, rational(actual), 10);
  };
  auto const negative = [](char const* actual) {
    return comparison(Relation::at_most, Direction::negative, rational(actual), 5);
  };
  CHECK(both(plain, positive("4")) == "every bit, reach 10");
  CHECK(both(plain, positive("8", Relation::more_than))
        == "every bit, reach 10"); // at the limit all is earned
  CHECK(both(plain, negative("6")) == "every bit, reach 5");
  CHECK(both(plain, positive("-1")) == "beyond 0, reach 10"); // below 0 nothing is earned, at 0 neither
  CHECK(both(plain, positive("0")) == "every bit, reach 10");
  auto const banded = pack(bands);
  CHECK(both(banded, positive("5")) == "beyond 6, reach 10");
  CHECK(both(banded, positive("6")) == "beyond 6, reach 10"); // 6 itself is not above
  CHECK(both(banded, positive("6.5")) == "reach 8, reach 10");
  CHECK(both(banded, positive("8")) == "reach 10, reach 10");
  auto const floor = pack("{id: half, before: unmet-positive, when: \"quantity and direction = positive and "
                          "actual < 0.5 * target\", share: \"0\"}");
  CHECK(both(floor, positive("4")) == "reach 5, reach 10");
  auto const double_at = pack("{id: unmet-negative, share: \"max(0, 2 - actual / target)\"}");
  CHECK(both(double_at, negative("12")) == "beyond 10, reach 5");
  CHECK(both(double_at, negative("9")) == "every bit, reach 5");
  auto const never = pack("{id: met, share: \"0.9\"}");
  CHECK(both(never, positive("10")) == "none, none");
  auto const stretch = pack("{id: met, share: \"if actual >= 1.1 * target then 1 else 0.9\"}");
  CHECK(both(stretch, positive("10")) == "reach 11, reach 11"); // the target itself is not all
  CHECK(both(stretch, positive("9")) == "every bit, reach 11");
  auto const slack = pack("{id: met, share: \"if actual > 1.3 * target then 0.5 else 1\"}");
  CHECK(both(slack, positive("15")) == "reach 13, reach 13"); // too much: back towards the target
  CHECK(both(pack("{id: met, share: \"if actual < 0.8 * target then 1 else 0.9\"}"), negative("5"))
        == "beyond 4, beyond 4");
}

TEST_CASE("the targets of a scale are places where more may begin", "[rulepack][better]") {
  auto const scale = pack("{id: scale, before: tier-met, when: \"quantity and scaled\", share: \"interpolate("
                          "actual, target_1: 1, target_2: 0.9, target_3: 0.8, target_4: 0.7, target_5: 0.6, "
                          "else: 0)\"}");
  auto const scaled = [](char const* actual) {
    model::Comparison row = comparison(Relation::at_least, Direction::positive, rational(actual), 30);
    std::size_t step = 0;
    for (std::int64_t const target : {30, 25, 20, 10, 5}) {
      row.facts.set(NumberField::target_1 + step++, target);
    }
    row.facts.set(TruthField::scaled, true);
    return row;
  };
  CHECK(both(scale, scaled("4")) == "reach 5, reach 30");
  CHECK(both(scale, scaled("5")) == "every bit, reach 30");
  CHECK(both(scale, scaled("29")) == "every bit, reach 30");
}

TEST_CASE("what is no plain number against a plain number is not worked out", "[rulepack][better]") {
  auto const plain = pack("");
  auto const refused = [&](auto change) {
    model::Comparison each = comparison(Relation::at_least, Direction::positive, 4, 10);
    Interval const earned = share(plain, each);
    change(each);
    auto const better = rulepack::better_actuals(plain, each, earned);
    return text(better.more) == "unknown" && text(better.full) == "unknown";
  };
  CHECK_FALSE(refused([](model::Comparison&) {}));
  CHECK(refused([](model::Comparison& each) { each.relation.reset(); }));
  CHECK(refused([](model::Comparison& each) { each.relation = Relation::about; }));
  CHECK(refused([](model::Comparison& each) { each.relation = Relation::not_equal; }));
  CHECK(refused([](model::Comparison& each) { each.facts.set(TruthField::quantity, false); }));
  CHECK(refused([](model::Comparison& each) { each.facts.set(TruthField::about, true); }));
  CHECK(refused(
      [](model::Comparison& each) { each.facts.number(NumberField::actual) = Interval::closed(3, 4); }));
  CHECK(refused([](model::Comparison& each) { // inside a range nothing says which end would be better
    each.facts.set(WordField::target_kind, grammar::CellKind::range);
    each.facts.set(TruthField::met, true);
  }));
  CHECK(text(rulepack::better_actuals(plain, comparison(Relation::at_least, Direction::positive, 4, 10),
                                      Interval::closed(0, 1))
                 .more)
        == "unknown");
}

TEST_CASE("a number beside a range goes to the end that it misses", "[rulepack][better]") {
  auto const beside = [](Relation relation, Direction direction, char const* actual) {
    model::Comparison each = comparison(relation, direction, rational(actual), 10);
    each.relation.reset(); // a range says none
    each.facts.set(WordField::target_kind, grammar::CellKind::range);
    return each;
  };
  auto const plain = pack("");
  CHECK(both(plain, beside(Relation::at_least, Direction::positive, "4")) == "every bit, reach 10");
  CHECK(both(plain, beside(Relation::at_most, Direction::negative, "12")) == "every bit, reach 10");
  // inside, the row is one against its lower end, which nothing here knows: where that decides, nothing is
  // said
  auto const far =
      pack("{id: far, before: met, when: \"quantity and target > 0 and actual >= 1.3 * target\", "
           "share: \"0.5\"}");
  CHECK(both(far, beside(Relation::at_most, Direction::negative, "12")) == "every bit, unknown");
}

TEST_CASE("no number nearer than the answer earns more, and the answer does", "[rulepack][better]") {
  for (char const* rule :
       {"", bands.c_str(),
        "{id: unmet-positive, share: \"interpolate(attainment, 100%: 1, 60%: 0.6, else: 0)\"}"}) {
    auto const rules = pack(rule);
    for (std::int64_t hundredths = -50; hundredths < 1000; hundredths += 7) {
      Rational const actual = Rational::fraction(hundredths, 100);
      model::Comparison const now = comparison(Relation::at_least, Direction::positive, actual, 10);
      Interval const earned = share(rules, now);
      auto const better = rulepack::better_actuals(rules, now, earned);
      INFO(rule << " " << actual.plain_text() << ": " << text(better.more) << ", " << text(better.full));
      CHECK(text(better.full) == "reach 10");
      REQUIRE(better.more.kind != BetterActual::Kind::unknown);
      REQUIRE(better.more.kind != BetterActual::Kind::none);
      Rational const answer = better.more.actual;
      for (std::int64_t step = 1; step < 20; ++step) {
        Rational const nearer = actual + (answer - actual) * Rational::fraction(step, 20);
        Interval const there = share(rules, comparison(Relation::at_least, Direction::positive, nearer, 10));
        CHECK(*there.low.value <= *earned.low.value);
      }
      Rational const behind =
          better.more.kind == BetterActual::Kind::reach ? answer : answer + Rational::fraction(1, 1000000);
      CHECK(*share(rules, comparison(Relation::at_least, Direction::positive, behind, 10)).low.value
            > *earned.low.value);
    }
  }
}

TEST_CASE("the part of a condition that fails is named, with numbers or with the word that stands there",
          "[rulepack][better]") {
  auto const rules =
      pack("{id: far, before: met, when: \"quantity and (target > 3) and actual >= 1.2 * target\", "
           "share: \"1\"}");
  model::Comparison const now = comparison(Relation::at_least, Direction::positive, 4, 10);
  std::vector<std::string> found;
  for (rulepack::FailedRule const& rule :
       rulepack::why_not(rules.score, rules.inputs, now.facts, Rational::fraction(2, 5))) {
    found.push_back(std::string(rule.id) + ": " + rule.condition + " | " + rule.numbers + " | " + rule.word);
  }
  REQUIRE(found.size() == 9);
  CHECK(found[0] == "tier-met: level = met |  | none");
  CHECK(found[3] == "far: actual >= 1.2 * target | 4 >= 1.2 * 10 | ");
  CHECK(found[4] == "met: met | 4 >= 10 | ");
  CHECK(found[6] == "equal-exceeded: relation = equal |  | at_least");
  CHECK(found[8] == "no-ratio: target <= 0 | 10 <= 0 | ");
  // rules that give no more are no answer
  CHECK(rulepack::why_not(rules.score, rules.inputs, now.facts, 1).empty());
}
