#pragma once
// Pages as tables and text, in the order of reading.
#include "engine/ingest/documents/pdf_text.hpp"
#include "engine/model/document.hpp"

#include <utility>

namespace jixiao::ingest::documents::pdf {

/// The place of a cell: indices of its line and of itself.
using CellPlace = std::pair<std::size_t, std::size_t>;

/// How much room lines have in a cell at the upper or lower end of a ruled table.
struct EndRoom {
  std::uint32_t column = 0;
  LineRoom room;
};
using EndRooms = std::vector<EndRoom>;

/// A row that a page cut, and that was joined.
struct RowOverPages {
  std::uint32_t number = 0;
  std::string texts; ///< what stood on the new page
};

struct Block {
  enum class Kind : std::uint8_t { text, ruled, aligned };
  Kind kind = Kind::text;
  std::uint32_t first_page = 0, last_page = 0; ///< 1-based
  /// Of a table: borders of its columns, the outer ones of a ruled table included.
  std::vector<Length> columns;
  std::uint32_t rows = 0; ///< of a table, blank ones included
  std::vector<model::DocumentLine> lines;
  EndRooms top, end; ///< of a ruled table: of the cells in its first row, and of those in its last
  /// Numbers of lines at the top of a page that look like the end of the row before, which the page cut.
  std::vector<std::uint32_t> cut_rows;
  std::vector<RowOverPages> joined_rows;
  std::size_t merged_over_pages = 0; ///< merged cells that a page cut, and that were joined
  std::vector<CellPlace> bottom;     ///< of a table that went on: cells that reach down to its end
};

/// The blocks of one page.
[[nodiscard]] std::vector<Block> blocks_of(Page const& page, std::uint32_t number);

/// Tables that go on over pages as one; page numbers and repeated headings between them come after it.
[[nodiscard]] std::vector<Block> joined(std::vector<std::vector<Block>> pages);

} // namespace jixiao::ingest::documents::pdf
