// Days and tiers that would have earned more, and where nothing can be said.
#include "engine/rulepack/better_answer.hpp"
#include "tests/rulepack/support.hpp"
#include "tests/support/catch.hpp"

using namespace jixiao;
using model::TruthField;
using number::Interval;

namespace {

rulepack::RulePack const& base() {
  static rulepack::RulePack const pack = std::move(*test::Packs{}.load("base").value);
  return pack;
}

model::Comparison late(model::DaysHeld days) {
  model::Comparison comparison;
  comparison.days = days;
  comparison.facts.set(TruthField::deadline, true);
  comparison.facts.set(TruthField::met, false);
  comparison.facts.set(model::WordField::target_kind, grammar::CellKind::date);
  comparison.facts.set(model::WordField::actual_kind, grammar::CellKind::date);
  comparison.facts.set(model::WordField::position, model::Position::outside);
  return comparison;
}

std::optional<rulepack::BetterDay> day(model::Comparison const& comparison) {
  return rulepack::better_day(base(), comparison, Interval::closed(0, 1));
}

} // namespace

TEST_CASE("days between two days count leap days", "[rulepack][better]") {
  struct {
    std::int32_t from, to;
    std::int64_t days;
  } const cases[] = {{20231231, 20240101, 1}, {20240228, 20240301, 2},  {20230228, 20230301, 1},
                     {20000228, 20000301, 2}, {19000228, 19000301, 1},  {20231231, 20241231, 366},
                     {20231231, 20231231, 0}, {20240105, 20231231, -5}, {20230101, 20240101, 365}};
  for (auto const& each : cases) {
    INFO(each.from << " " << each.to);
    CHECK(rulepack::days_between(each.from, each.to) == each.days);
  }
}

TEST_CASE("a missed deadline says its last day, unless a year or the verdict is open", "[rulepack][better]") {
  auto const found = day(late({0, 20231231, 20240105, 20240110}));
  REQUIRE(found);
  CHECK(found->from == 0);
  CHECK(found->to == 20231231);
  CHECK(found->late_least == 5);
  CHECK(found->late_most == 10);
  CHECK(found->share == Interval::point(1));
  // too early is not late
  auto const early = day(late({20240101, 20240630, 20231201, 20231201}));
  REQUIRE(early);
  CHECK(early->late_most == 0);
  CHECK_FALSE(day(late({0, 1231, 20240105, 20240105}))); // no year
  CHECK_FALSE(day(late({})));
  for (TruthField const field : {TruthField::met, TruthField::deadline}) {
    model::Comparison open = late({0, 20231231, 20240105, 20240105});
    open.facts.set(field, model::Truth::unknown);
    CHECK_FALSE(day(open));
  }
  model::Comparison doubtful = late({0, 20231231, 20240105, 20240105});
  doubtful.facts.set(TruthField::doubtful, true);
  CHECK_FALSE(day(doubtful));
}

TEST_CASE("the next better tier is the one above", "[rulepack][better]") {
  using model::LevelVerdict;
  auto const tier = [](LevelVerdict level) {
    model::Comparison comparison;
    comparison.facts.set(model::WordField::target_kind, grammar::CellKind::level);
    comparison.facts.set(model::WordField::actual_kind, grammar::CellKind::level);
    comparison.facts.set(model::WordField::level, level);
    comparison.facts.set(TruthField::met, level == LevelVerdict::met);
    return rulepack::better_tier(base(), comparison);
  };
  CHECK_FALSE(tier(LevelVerdict::none));
  CHECK(tier(LevelVerdict::not_met)->tier == LevelVerdict::partly_met);
  CHECK(number::text(tier(LevelVerdict::not_met)->share) == "[0.6, 0.8)");
  CHECK(tier(LevelVerdict::partly_met)->tier == LevelVerdict::met);
  CHECK(number::text(tier(LevelVerdict::partly_met)->share) == "[0.8, 1]");
  CHECK(tier(LevelVerdict::met)->tier == LevelVerdict::none);
}
