#pragma once
// Whether a share lies outside 0 to 1 wherever its rule can hold, so that the engine clamps it throughout and
// the formula says nothing. Cells of numbers are too wide to tell (weight stands above and below the line),
// so exact figures are taken out of each. Private to this folder.
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <cstdint>
#include <functional>

namespace jixiao::rulepack {

enum class Clamped : std::uint8_t { no, to_one, to_zero };

class Clamping {
public:
  /// A share without any field is what its author wants it to be.
  explicit Clamping(Rule const& rule);

  /// Nothing that is still to come can make it clamped throughout.
  [[nodiscard]] bool settled() const { return below_one_ && above_zero_; }
  /// `facts`: a case in which the rule is the first that holds, settled as far as the share asks; numbers are
  /// cells. `can_occur`: whether figures taken out of them can stand together.
  using CanOccur = std::function<bool(model::Facts const&)>;
  void add(model::Facts facts, CanOccur const& can_occur);
  [[nodiscard]] Clamped result() const;

private:
  void take(model::Facts& facts, std::size_t field, CanOccur const& can_occur);
  void see(model::Facts const& facts);

  Rule const* rule_;
  bool below_one_ = false, above_zero_ = false; ///< seen
  bool above_one_ = false, below_zero_ = false; ///< seen
  std::uint32_t looked_at_ = 0;
};

} // namespace jixiao::rulepack
