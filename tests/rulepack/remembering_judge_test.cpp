// A judge that remembers gives what the whole way through the pack gives, for every combination of facts.
#include "engine/rulepack/judge.hpp"
#include "engine/rulepack/program.hpp"
#include "tests/rulepack/facts_text.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

#include <random>

using namespace jixiao;
using model::Facts;
using number::Interval;
using number::Rational;
using rulepack::Judge;
using rulepack::RulePack;

namespace {

void check_same(Judge& judge, Facts const& facts) {
  RulePack const& pack = judge.pack();
  model::Verdict const whole = rulepack::judge(pack, facts);
  model::Verdict remembered;
  judge.judge(facts, remembered);
  CHECK(remembered.evidence == whole.evidence);
  CHECK(remembered.rule == whole.rule);
  CHECK(remembered.status == whole.status);
  CHECK(remembered.column == whole.column);
  CHECK(remembered.share == whole.share);
  CHECK(remembered.accepts == whole.accepts);
  CHECK(remembered.enclosure == whole.enclosure);
  auto const failed = judge.failed_checks(facts);
  CHECK(std::vector<rulepack::Rule const*>(failed.begin(), failed.end())
        == rulepack::failed_checks(pack, facts));
  rulepack::Rule const* const rule = judge.rule(whole.rule);
  CHECK((rule == nullptr ? whole.rule.empty() : rule->id == whole.rule));
}

class Generator {
public:
  std::size_t below(std::size_t n) { return random_() % n; }

  /// Few values, so that numbers are often equal, 0, tenfold or without a sign.
  Rational number() {
    static constexpr std::array<int, 9> figures{0, 0, 1, 2, 5, 6, 50, 100, 1000};
    Rational const value = Rational::fraction(figures[below(figures.size())], below(3) == 0 ? 7 : 1);
    return below(8) == 0 ? -value : value;
  }

  /// `rare`: one of so many truths is unknown.
  Facts facts(std::size_t rare) {
    Facts facts;
    for (std::optional<Interval>& each : facts.numbers) {
      Rational const low = number();
      switch (below(8)) {
      case 0: each.reset(); break;
      case 1: each = Interval::closed(low, low + Rational(3)); break;
      case 2: each = Interval::at_least(low); break;
      default: each = Interval::point(low); break;
      }
    }
    if (below(4) == 0) { // what few rows have
      facts.number(model::NumberField::elapsed) = Interval::point(number());
      facts.number(model::NumberField::target_1) = Interval::point(number());
    }
    for (model::Truth& each : facts.truths) {
      each = below(rare) == 0 ? model::Truth::unknown : below(4) == 0 ? model::Truth::yes : model::Truth::no;
    }
    for (std::size_t i = 0; i < facts.words.size(); ++i) {
      std::size_t const words = model::words_of(static_cast<model::WordField>(i)).size();
      facts.words[i] = static_cast<std::uint8_t>(below(words));
    }
    return facts;
  }

private:
  std::mt19937_64 random_{20201};
};

} // namespace

TEST_CASE("A judge that remembers gives what the whole pack gives", "[rulepack][judge]") {
  for (char const* id : {"base", "mof-2020", "mof-2021", "yunnan", "shanxi", "zhejiang"}) {
    auto const pack = test::Packs{}.load(id);
    REQUIRE(pack.value);
    Judge judge(*pack.value);
    Generator random;
    for (int i = 0; i < 1500; ++i) { // more than it keeps
      Facts facts = random.facts(i % 3 == 0 ? 20 : 200);
      if (i % 2 == 0) { // what nearly every row is
        facts.set(model::TruthField::quantity, true);
        facts.set(model::WordField::position, model::Position::point);
        for (auto const field : {model::TruthField::suspect, model::TruthField::doubtful,
                                 model::TruthField::unreached, model::TruthField::external}) {
          facts.set(field, false);
        }
      }
      INFO(id << ", facts " << i);
      check_same(judge, facts);
      facts.number(model::NumberField::actual) = Interval::point(random.number()); // the course is known now
      facts.number(model::NumberField::target) = Interval::point(random.number());
      check_same(judge, facts);
    }
  }
}

TEST_CASE("A verdict takes nothing over from the row before", "[rulepack][judge]") {
  auto const pack = test::Packs{}.load("mof-2020");
  REQUIRE(pack.value);
  Judge judge(*pack.value);
  model::Verdict verdict;
  std::string const number = "target_kind=quantity actual_kind=quantity quantity position=point target=5 ";
  for (std::string const& facts :
       {number + "actual=4 direction=positive", std::string("target_kind=empty weighted"),
        number + "actual=6 met direction=positive",
        std::string("target_kind=level actual_kind=level level=met"),
        number + "actual=[4,7] direction=positive", number + "actual=0 direction=negative"}) {
    INFO(facts);
    judge.judge(test::facts_of(facts), verdict);
    model::Verdict const whole = rulepack::judge(*pack.value, test::facts_of(facts));
    CHECK(verdict.evidence == whole.evidence);
    CHECK(verdict.rule == whole.rule);
    CHECK(verdict.share == whole.share);
    CHECK(verdict.status == whole.status);
    CHECK(verdict.enclosure == whole.enclosure);
  }
}

TEST_CASE("A condition over a number that few rows have is decided by that number", "[rulepack][judge]") {
  auto const elapsed = rulepack::compile("elapsed >= 0.5", rulepack::Want::truth, {}).value;
  REQUIRE(elapsed);
  CHECK(rulepack::evaluate_truth(**elapsed, test::facts_of("elapsed=0.75")) == model::Truth::yes);
  CHECK(rulepack::evaluate_truth(**elapsed, test::facts_of("elapsed=0.25")) == model::Truth::no);
  CHECK(rulepack::evaluate_truth(**elapsed, test::facts_of("")) == model::Truth::unknown);
}
