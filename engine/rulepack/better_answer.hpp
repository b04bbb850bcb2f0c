#pragma once
// What a row that was answered with a date or a level would have needed: exact, or said to be unknown.
#include "engine/model/indicator.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstdint>
#include <optional>

namespace jixiao::rulepack {

/// The days on which being done would have counted.
struct BetterDay {
  std::int32_t from = 0; ///< yyyymmdd; 0: any day up to `to`
  std::int32_t to = 0;   ///< yyyymmdd, the last day that counts; 0: any day from `from` on
  std::int64_t late_least = 0, late_most = 0; ///< days between `to` and the days answered; 0: not late
  number::Interval share;                     ///< what is earned then
};

/// No value where the answer is no date outside its deadline, where a year is not known, or where being in
/// time would earn nothing more.
[[nodiscard]] std::optional<BetterDay> better_day(RulePack const& pack, model::Comparison const& comparison,
                                                  number::Interval const& share);

/// The next better tier of a level.
struct BetterTier {
  model::LevelVerdict now = model::LevelVerdict::none;
  model::LevelVerdict tier = model::LevelVerdict::none; ///< none: it is the best already
  number::Interval share;                               ///< what is earned there
};

/// No value where the answer is no level.
[[nodiscard]] std::optional<BetterTier> better_tier(RulePack const& pack,
                                                    model::Comparison const& comparison);

/// What the row would earn if the cell of reasons said something. No value where it does already, or where
/// that would earn nothing more for certain.
[[nodiscard]] std::optional<number::Interval>
share_with_reason(RulePack const& pack, model::Comparison const& comparison, number::Interval const& share);

/// Days from one day to another, both yyyymmdd.
[[nodiscard]] std::int64_t days_between(std::int32_t from, std::int32_t to);

} // namespace jixiao::rulepack
