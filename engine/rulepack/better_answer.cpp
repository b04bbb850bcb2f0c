#include "engine/rulepack/better_answer.hpp"

#include "engine/rulepack/evaluate.hpp"

namespace jixiao::rulepack {
namespace {

using model::Facts;
using model::LevelVerdict;
using model::Truth;
using model::TruthField;
using model::WordField;

/// Number of a day in the Gregorian calendar, counted from any fixed day. Years begin in March, so that the
/// leap day is the last one.
std::int64_t day_number(std::int32_t day) {
  std::int64_t const month = day / 100 % 100;
  std::int64_t const year = day / 10000 - (month <= 2 ? 1 : 0);
  std::int64_t const month_from_march = (month + 9) % 12;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month_from_march + 2) / 5 + day % 100;
}

constexpr std::int32_t first_day_with_year = 10000; // 00010000 and above say a year

bool says_year(std::int32_t day) {
  return day == 0 || day >= first_day_with_year;
}

} // namespace

std::int64_t days_between(std::int32_t from, std::int32_t to) {
  return day_number(to) - day_number(from);
}

std::optional<BetterDay> better_day(RulePack const& pack, model::Comparison const& comparison,
                                    number::Interval const& share) {
  Facts const& now = comparison.facts;
  model::DaysHeld const& days = comparison.days;
  bool const outside = now.truth(TruthField::deadline) == Truth::yes
                       && now.truth(TruthField::met) == Truth::no
                       && now.truth(TruthField::doubtful) != Truth::yes;
  bool const said = (days.asked_from != 0 || days.asked_to != 0) && says_year(days.asked_from)
                    && says_year(days.asked_to) && says_year(days.from) && says_year(days.to);
  if (!outside || !said) {
    return std::nullopt;
  }
  Facts facts = now;
  facts.set(TruthField::period_inside, Truth::yes);
  facts.set(TruthField::met, Truth::yes);
  facts.set(TruthField::restated, Truth::no);
  facts.set(WordField::position, model::Position::inside);
  BetterDay better{days.asked_from, days.asked_to, 0, 0, judge(pack, facts).share};
  if (better.share == share) {
    return std::nullopt;
  }
  if (days.asked_to != 0 && days.from > days.asked_to && days.to != 0) {
    better.late_least = days_between(days.asked_to, days.from);
    better.late_most = days_between(days.asked_to, days.to);
  }
  return better;
}

std::optional<BetterTier> better_tier(RulePack const& pack, model::Comparison const& comparison) {
  Facts facts = comparison.facts;
  auto const level = static_cast<LevelVerdict>(facts.word(WordField::level));
  if (level == LevelVerdict::none) {
    return std::nullopt;
  }
  if (level == LevelVerdict::met) {
    return BetterTier{level, LevelVerdict::none, judge(pack, facts).share};
  }
  LevelVerdict const better = level == LevelVerdict::not_met ? LevelVerdict::partly_met : LevelVerdict::met;
  facts.set(WordField::level, better);
  facts.set(TruthField::met, better == LevelVerdict::met);
  return BetterTier{level, better, judge(pack, facts).share};
}

std::optional<number::Interval> share_with_reason(RulePack const& pack, model::Comparison const& comparison,
                                                  number::Interval const& share) {
  if (comparison.facts.truth(TruthField::reason_given) != Truth::no) {
    return std::nullopt;
  }
  Facts facts = comparison.facts;
  facts.set(TruthField::reason_given, Truth::yes);
  number::Interval better = judge(pack, facts).share;
  bool const more = share.high.value && better.low.value && *share.high.value < *better.low.value;
  return more ? std::optional(std::move(better)) : std::nullopt;
}

} // namespace jixiao::rulepack
