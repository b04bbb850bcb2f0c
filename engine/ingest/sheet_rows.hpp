#pragma once
// The rows of one sheet of cells.
#include "engine/ingest/merged_cells.hpp"
#include "engine/ingest/row_source.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/ingest/workbook_parts.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jixiao::ingest {

/// What the sheets of a workbook share.
struct SharedParts {
  SharedTexts texts;
  std::vector<CellStyle> styles;
  bool from_1904 = false;
};

class SheetRows {
public:
  /// `shared` must outlive the rows; `bytes` are the sheet's part. `cells_left` of the workbook is counted
  /// down.
  SheetRows(std::string bytes, SharedParts const& shared, IngestLimits const& limits,
            std::uint64_t& cells_left);
  ~SheetRows();

  /// False when the part is damaged: there are no rows then.
  [[nodiscard]] bool is_whole() const;
  bool next(SheetRow& row);
  /// The merged cells of the sheet; from here on the cells they cover have their own text, if any.
  [[nodiscard]] std::vector<MergedRange> take_merged();
  /// Rows with text that the sheet hides; they are read like the others.
  [[nodiscard]] std::uint64_t hidden_rows() const;
  [[nodiscard]] bool has_hidden_columns() const;
  /// The arguments of the finding: how many columns with text the sheet hides, and which. They are read like
  /// the others.
  [[nodiscard]] std::vector<std::string> hidden_columns() const;
  /// True when rows were left out because the workbook has too many cells.
  [[nodiscard]] bool cut_off() const;

private:
  struct Data;
  std::unique_ptr<Data> data_;
};

} // namespace jixiao::ingest
