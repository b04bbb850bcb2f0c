#pragma once
// A document as any format gives it: lines of cells with their places, nothing understood yet. Workbooks,
// Word files, web pages, PDF pages and text extracts all end here; forms are recognised in it.
#include "engine/diagnostic/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::model {

/// What a cell holds beside its text.
enum class Inside : std::uint8_t { nothing, table, picture };

/// One cell of a table, or one line of running text.
struct DocumentCell {
  std::string text;          ///< UTF-8 as it stands; line breaks inside the cell are '\n'
  std::uint32_t column = 0;  ///< 0-based; in running text the number of tabs before the cell
  std::uint32_t columns = 1; ///< that it covers when merged
  std::uint32_t rows = 1;    ///< that it covers when merged
  Inside inside = Inside::nothing;
};

struct DocumentLine {
  std::uint32_t number = 0;        ///< 1-based: row of the sheet, row of the table, line of the file
  std::vector<DocumentCell> cells; ///< from left to right; covered cells are absent, blank ones may be
  std::uint32_t width = 0;         ///< cells of a line divided by signs, blank ones too; 0: not known
};

/// `grid`: columns and merged cells are those of the author. `text`: tabs or blanks separate cells, which may
/// have drifted; a line without a tab is prose or a single cell.
enum class DocumentLayout : std::uint8_t { grid, text };

/// A sheet, a table of a document, or the running text between two tables.
struct DocumentPart {
  /// As a person would look for it: the name of the sheet, "#3" for the third table, "p2" for the page; may
  /// be empty.
  std::string name;
  diagnostic::SourceId source = 0; ///< of this part, for places in it
  DocumentLayout layout = DocumentLayout::text;
  std::vector<DocumentLine> lines;
  bool sheet = false; ///< of a workbook: what it holds does not go on in another one
};

/// In the order of reading.
struct Document {
  std::vector<DocumentPart> parts;
};

} // namespace jixiao::model
