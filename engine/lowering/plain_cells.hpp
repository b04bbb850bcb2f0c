#pragma once
// Cells that hold one number and nothing to interpret: weights, scores, thresholds.
#include "engine/lowering/target.hpp"

#include <optional>
#include <string_view>

namespace jixiao::lowering {

struct PlainCell {
  std::optional<number::Rational> value; ///< none: blank or unreadable
  bool unreadable = false;               ///< the cell holds something that is no such number
};

/// Points: `10`, `10 points`, `10%` (ten points of a hundred). A sign is kept: scoring refuses it.
[[nodiscard]] PlainCell read_points(std::string_view text, Tools const& tools);
/// A share: `60%`, `0.6` and `60` are all six tenths. Within [0, 1].
[[nodiscard]] PlainCell read_share(std::string_view text, Tools const& tools);

/// The weight of a project in its department: `60%` and `0.6` are one, `60` is sixty.
[[nodiscard]] PlainCell read_weight(std::string_view text, Tools const& tools, bool& in_percent);

} // namespace jixiao::lowering
