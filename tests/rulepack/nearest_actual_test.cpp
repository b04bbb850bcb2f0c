// The nearest actual with enough of the points, among the numbers that a table would write.
#include "engine/model/relation.hpp"
#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/nearest_actual.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using grammar::Relation;
using model::NumberField;
using model::TruthField;
using model::WordField;
using number::Rational;
using rulepack::NearestActual;

namespace {

model::Comparison row(Relation relation, Rational const& actual, Rational const& target) {
  model::Comparison result;
  result.relation = relation;
  model::Facts& facts = result.facts;
  facts.set(NumberField::actual, actual);
  facts.set(NumberField::target, target);
  facts.set(NumberField::pass_threshold, 0);
  facts.set(TruthField::quantity, true);
  facts.set(TruthField::met, model::meets(relation, actual, target));
  facts.set(TruthField::at_limit, model::is_at_limit(relation, actual, target));
  facts.set(WordField::target_kind, grammar::CellKind::quantity);
  facts.set(WordField::actual_kind, grammar::CellKind::quantity);
  facts.set(WordField::relation, static_cast<std::uint8_t>(static_cast<std::size_t>(relation) + 1));
  bool const negative = relation == Relation::at_most;
  facts.set(WordField::direction, negative ? model::Direction::negative : model::Direction::positive);
  facts.set(WordField::position, model::Position::point);
  return result;
}

rulepack::RulePack pack(std::string const& rule) {
  auto loaded = test::Packs::on_base(rule.empty() ? rule : "score:\n  - " + rule + "\n");
  REQUIRE(loaded.value);
  return std::move(*loaded.value);
}

std::string text(NearestActual const& nearest) {
  return nearest.kind == NearestActual::Kind::found  ? nearest.actual.plain_text()
         : nearest.kind == NearestActual::Kind::none ? "none"
                                                     : "unknown";
}

std::string at_least(rulepack::RulePack const& rules, model::Comparison const& now, char const* step,
                     char const* share) {
  Rational const asked = *Rational::parse(share);
  return text(rulepack::nearest_actual(rules, now, *Rational::parse(step), true,
                                       [&](Rational const& earned) { return earned >= asked; }));
}

std::string below(rulepack::RulePack const& rules, model::Comparison const& now, char const* step,
                  char const* share) {
  Rational const asked = *Rational::parse(share);
  return text(rulepack::nearest_actual(rules, now, *Rational::parse(step), false,
                                       [&](Rational const& earned) { return earned < asked; }));
}

} // namespace

TEST_CASE("the nearest actual is a multiple of the step on the near side of which nothing is enough",
          "[rulepack][better]") {
  auto const plain = pack("");
  model::Comparison const more = row(Relation::at_least, 7, 10);
  CHECK(at_least(plain, more, "1", "0.8") == "8");
  CHECK(at_least(plain, more, "1", "0.81") == "9");
  CHECK(at_least(plain, more, "0.01", "0.8123") == "8.13");
  CHECK(at_least(plain, more, "0.01", "1") == "10");
  CHECK(below(plain, more, "1", "0.7") == "6");
  CHECK(below(plain, more, "0.01", "0.7") == "6.99");
  CHECK(below(plain, more, "1", "0") == "none"); // no number below 0 is looked at
  model::Comparison const less = row(Relation::at_most, 6, 5);
  CHECK(at_least(plain, less, "1", "0.9") == "5");
  CHECK(at_least(plain, less, "0.01", "0.9") == "5.55");
  CHECK(below(plain, less, "0.01", "0.5") == "10.01");
  CHECK(below(plain, less, "1", "0.01") == "501"); // far behind every figure of the rules
  CHECK(below(plain, less, "1", "0") == "none");
  CHECK(below(plain, row(Relation::at_most, 5, 5), "1", "1") == "6");
  CHECK(at_least(plain, row(Relation::equal, 5, 5), "1", "1") == "none");
}

TEST_CASE("steps, gaps and ends of bands are not passed over", "[rulepack][better]") {
  auto const banded = pack("{id: bands, before: met, when: \"quantity and direction = positive and target > "
                           "0\", share: \"bands(attainment, from 100%: 1, from 80%: 0.7, above 60%: 0.5, "
                           "else: 0)\"}");
  CHECK(at_least(banded, row(Relation::at_least, 5, 10), "1", "0.1") == "7"); // above 60 %: not 6
  CHECK(at_least(banded, row(Relation::at_least, 5, 10), "0.01", "0.1") == "6.01");
  CHECK(at_least(banded, row(Relation::at_least, 7, 10), "1", "0.6") == "8");
  CHECK(below(banded, row(Relation::at_least, 10, 10), "1", "0.7") == "7");
  auto const slack = pack("{id: met, share: \"if actual > 1.3 * target then 0.5 else 1\"}");
  CHECK(below(slack, row(Relation::at_least, 12, 10), "1", "1") == "14"); // nearer than 9
  CHECK(at_least(slack, row(Relation::at_least, 15, 10), "1", "1") == "13");
  auto const stretch = pack("{id: met, share: \"if actual >= 1.1 * target then 1 else 0.9\"}");
  CHECK(at_least(stretch, row(Relation::at_least, 10, 10), "1", "1") == "11");
  CHECK(at_least(pack("{id: met, share: \"0.9\"}"), row(Relation::at_least, 8, 10), "1", "1") == "none");
}

TEST_CASE("what is no number against a number has no nearest actual", "[rulepack][better]") {
  model::Comparison now = row(Relation::at_least, 7, 10);
  now.relation.reset();
  CHECK(at_least(pack(""), now, "1", "0.8") == "unknown");
}
