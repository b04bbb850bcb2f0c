#pragma once
// The five targets of one indicator, best first, in one cell.
#include "engine/lowering/memory.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::lowering {

struct Scale {
  std::array<number::Rational, model::scale_steps> values; ///< as written, all in one unit
  Measure measure;
  bool falls = false; ///< the best is the greatest
  std::string first;  ///< as written
};

/// Reads `text` with the rest of the row as context. No value when there are not five numbers in one unit
/// that go one way.
[[nodiscard]] std::optional<Scale> read_scale(std::string_view text, TargetTexts const& row,
                                              std::int32_t year, Memory& memory);

/// Puts the targets among the facts of a row whose target is `asked`, in the unit in which it was compared.
void add_scale_facts(Scale const& scale, Asked const& asked, model::Facts& facts);

} // namespace jixiao::lowering
