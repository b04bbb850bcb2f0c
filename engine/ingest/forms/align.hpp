#pragma once
// Cells of a row to the columns of its header: by what they are, and by where they stand, however far the row
// has drifted.
#include "engine/ingest/forms/header_line.hpp"
#include "grammar/row_shape.hpp"

#include <optional>
#include <span>
#include <vector>

namespace jixiao::ingest::forms {

/// A cell to be placed.
struct Placed {
  std::int64_t column = 0; ///< may be negative: left of where the lines around begin
  grammar::RowCell sorts;
  bool value = false;                    ///< a number with its sign or unit, as a target or answer has
  bool long_text = false;                ///< prose: no level
  bool coded = false;                    ///< a code and a name: of a unit
  bool execution = false;                ///< the row of the budget's execution, called so in each column
  std::optional<std::size_t> fixed = {}; ///< index of the field that it is known to be
};

struct Alignment {
  std::vector<std::optional<std::size_t>> fields; ///< of each cell; no value: it has no place
  std::vector<bool> undecided;                    ///< of each cell: another place is just as good
  std::uint32_t cost = 0;                         ///< how badly what the cells are fits their columns
};

/// Each cell in the column that it stands in, when every one of them is what its column asks for; else no
/// value.
[[nodiscard]] std::optional<Alignment> in_place(std::span<Placed const> cells, RowHeader const& header);

/// The cheapest way to put all cells, in their order, into fields. `last_is_answer`: where only the order is
/// known, the last cell of the row belongs to the last field of text.
[[nodiscard]] Alignment align(std::span<Placed const> cells, RowHeader const& header, Grid grid,
                              bool last_is_answer);

} // namespace jixiao::ingest::forms
