#pragma once
// Rows of cells as a sheet holds them, whatever kind of file it is.
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/model/unreadable_cell.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ingest {

using model::unreadable_cell;

/// What reading a cell noticed. The place is completed by whoever knows the project that the row belongs to.
struct CellNote {
  std::uint32_t column = 0; ///< 1-based
  diagnostic::Code code;
  std::vector<std::string> arguments;
};

/// Whether a cell got its text from a merged cell that covers it.
enum class Cover : std::uint8_t { none, from_above, from_left };

struct SheetRow {
  std::uint32_t number = 0;            ///< 1-based, as a spreadsheet program counts
  std::vector<std::string_view> cells; ///< untrimmed UTF-8; dies with the next row
  std::string_view line;               ///< of which all cells are parts; empty when they are of none
  std::size_t as_above = 0;  ///< cells from the left that are, with all between them, those of the row before
  std::vector<Cover> covers; ///< empty, or one for each cell
  std::vector<CellNote> notes;

  [[nodiscard]] Cover cover(std::size_t cell) const { return covers.empty() ? Cover::none : covers[cell]; }
};

class RowSource {
public:
  virtual ~RowSource() = default;
  /// Goes to the next sheet (a text file has one); false when there is none.
  virtual bool next_sheet() = 0;
  /// The sheet's entry in the source table.
  [[nodiscard]] virtual diagnostic::SourceId source() const = 0;
  /// The next row of the sheet into `row`; false at its end. Rows may be left out when they are blank.
  virtual bool next_row(SheetRow& row) = 0;
  /// True when a text row that has fewer cells than its header lost its separators; sheets leave blanks out.
  [[nodiscard]] virtual bool rows_have_all_cells() const = 0;
  /// True once the text may hold NULs or replaced bytes, so that each cell is worth a look.
  [[nodiscard]] virtual bool suspicious() const = 0;
  /// False when nothing at all could be read.
  [[nodiscard]] virtual bool readable() const = 0;
  /// What was noticed about the input beside its rows, since the last call.
  [[nodiscard]] virtual diagnostic::Diagnostics take_findings() = 0;
};

} // namespace jixiao::ingest
