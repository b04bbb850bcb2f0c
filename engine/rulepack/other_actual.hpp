#pragma once
// A row with another number in place of its actual, everything else of it as it is. Private to this folder.
#include "engine/model/indicator.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <optional>
#include <vector>

namespace jixiao::rulepack {

class OtherActual {
public:
  /// One number against one number under a relation that says where better is, or against the end of a range
  /// that it misses. Nothing else may be asked.
  [[nodiscard]] static bool is_possible(model::Comparison const& comparison);
  /// Both must outlive this object.
  OtherActual(RulePack const& pack, model::Comparison const& comparison);

  [[nodiscard]] number::Rational const& now() const { return now_; }
  [[nodiscard]] number::Rational const& target() const { return target_; }
  [[nodiscard]] bool met_now() const;
  /// The target is one end of a range: nothing is known of the other.
  [[nodiscard]] bool is_range() const { return range_; }
  /// Only the target itself meets it.
  [[nodiscard]] bool is_equality() const { return relation_ == grammar::Relation::equal; }
  /// Whether better numbers are greater: beyond the target where it is met, towards it elsewhere.
  [[nodiscard]] bool better_is_up() const;
  /// Where rules may begin to say something else, ascending: their figures alone, times the target and beside
  /// it; the targets of a scale; the target; 0.
  [[nodiscard]] std::vector<number::Rational> const& stops() const { return stops_; }

  [[nodiscard]] number::Interval share_at(number::Rational const& actual) const;
  /// What the numbers between two ends earn, as a set that may be too wide. No stop may lie strictly between
  /// them. No end: no limit on that side; not both.
  [[nodiscard]] number::Interval share_between(number::End const& low, number::End const& high) const;

private:
  void place_stops();
  [[nodiscard]] number::Interval share_inside() const;
  [[nodiscard]] number::Interval share_with(number::Interval const& actual, bool met, bool at_limit) const;

  RulePack const& pack_;
  model::Facts const& facts_;
  grammar::Relation relation_;
  bool range_;
  number::Rational now_, target_;
  std::vector<number::Rational> stops_;
};

} // namespace jixiao::rulepack
