#pragma once
// How two conditions of a list stand to each other. Private to this folder.
#include "engine/rulepack/cases.hpp"

#include <cstdint>

namespace jixiao::rulepack {

class RulePairs {
public:
  /// `space` must outlive this object.
  explicit RulePairs(CaseSpace const& space) : space_(space) {}

  /// Both hold for certain in some case that can occur.
  [[nodiscard]] bool both_can_hold(Program const& first, Program const& second);
  /// `first` holds for certain in some case in which `second` does not. What the cases are too coarse to
  /// tell counts as such a case.
  [[nodiscard]] bool can_hold_without(Program const& first, Program const& second);
  [[nodiscard]] std::uint32_t evaluations() const { return evaluations_; }

private:
  bool both(Program const& first, Program const& second, Case& given);
  bool without(Program const& first, Program const& second, Case& given);

  CaseSpace const& space_;
  std::uint32_t evaluations_ = 0;
};

} // namespace jixiao::rulepack
