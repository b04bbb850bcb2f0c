#pragma once
// A row of an author's grid: its cells belong to the columns whose heads cover them, whatever they hold.
#include "engine/ingest/forms/align.hpp"
#include "engine/ingest/forms/line.hpp"

namespace jixiao::ingest::forms {

struct UnderHeads {
  Alignment alignment;
  std::vector<std::size_t> covered; ///< fields that a merged cell covers beside the one that it is
  std::vector<std::size_t> spread;  ///< cells that are a name and cover values which no other cell gives
};

/// Each cell to the field whose head covers it; of several below one head the first, but all pieces of a
/// target. A merged cell below several heads is the name when the name is among them, else the target, else
/// the first; which of two values (target, answer, points) it is is undecided.
[[nodiscard]] UnderHeads under_heads(Line const& line, RowHeader const& header);

/// How many cells cannot be what `alignment` makes of them: a sign of comparison where points stand, a number
/// where a level does. What a column merely does not expect is no contradiction: people write many things.
[[nodiscard]] std::size_t contradictions(std::span<Placed const> cells, RowHeader const& header,
                                         Alignment const& alignment);

} // namespace jixiao::ingest::forms
