#pragma once
// Merged cells: the cells they cover get the text of the first.
#include "engine/ingest/row_source.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace jixiao::ingest {

struct MergedRange {
  std::uint32_t first_row = 0, first_column = 0;
  std::uint32_t last_row = 0, last_column = 0;
};

/// False when `text` ("A2:B7") is no range of more than one cell.
[[nodiscard]] bool parse_range(std::string_view text, MergedRange& range);

class MergedCells {
public:
  MergedCells() = default;
  /// Of a sheet, in any order.
  explicit MergedCells(std::vector<MergedRange> ranges);

  /// Only these columns are covered: no table of ours is as wide, and a merged cell may be as wide as a
  /// sheet.
  static constexpr std::size_t most_columns = 256;

  /// Fills the covered cells of `row`, which may grow. Rows must come in ascending order.
  void cover(SheetRow& row);

  /// The ranges, by their first row; nothing is covered any more.
  [[nodiscard]] std::vector<MergedRange> take() { return std::exchange(ranges_, {}); }

private:
  struct Active {
    std::uint32_t last_row = 0; ///< 0: no merged cell is over this column
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0; ///< 0-based, as the others here
    std::string text;               ///< kept at the range's first column only
  };

  void begin_ranges(SheetRow const& row);

  std::vector<MergedRange> ranges_;
  std::size_t next_ = 0;
  std::vector<Active> active_; ///< for each column
};

} // namespace jixiao::ingest
