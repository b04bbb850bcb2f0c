#pragma once
// A row of a form while it is being put together.
#include "engine/ingest/forms/header_line.hpp"

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::ingest::forms {

struct DraftCell {
  std::string text;
  std::vector<CellId> from;
  std::uint32_t line = 0;
  std::uint32_t column = 0;    ///< 0-based
  std::uint32_t last_line = 0; ///< that it covers when merged
};

struct Draft {
  std::array<std::optional<DraftCell>, vocabulary::row_field_count> cells;
  std::uint32_t line = 0; ///< where it begins
  Grid grid = Grid::author;
  std::uint32_t width = 0; ///< columns of its line in a text, blank ones too; 0: not known
  std::int32_t moved = 0;  ///< columns to the right of its place (left when negative), most of its cells
  bool drifted = false;    ///< its cells are not all moved alike
  std::uint32_t lost = 0;  ///< columns at its right end that moving pushed out
  bool joined = false;     ///< with pieces that a page break cut off
  bool cells_left = false; ///< it had cells whose columns could not be decided
  std::bitset<vocabulary::row_field_count>
      left; ///< fields that the line has, and of which nobody knows what they say
  bool level1_carried = false, level2_carried = false;
  std::bitset<model::column_count> shared; ///< columns whose text is that of a merged cell above
  diagnostic::Diagnostics findings;

  [[nodiscard]] std::optional<DraftCell>& operator[](vocabulary::RowField field) {
    return cells[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] std::optional<DraftCell> const& operator[](vocabulary::RowField field) const {
    return cells[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] std::optional<DraftCell>& operator[](model::Column column) {
    return cells[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] std::optional<DraftCell> const& operator[](model::Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] std::string_view text(model::Column column) const {
    auto const& cell = (*this)[column];
    return cell ? std::string_view(cell->text) : std::string_view();
  }
};

} // namespace jixiao::ingest::forms
