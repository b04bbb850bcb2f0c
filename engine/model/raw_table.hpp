#pragma once
// The standard table as it stands in a file: text with places, nothing understood yet.
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/model/row_texts.hpp"

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::model {

/// Columns of the standard table, in its printed order. Their Chinese names and synonyms are data
/// (rules/lexicon.yaml, `columns`).
enum class Column : std::uint8_t {
  unit_code,
  unit,
  supervising_department,
  project_code,
  project,
  year,
  initial_budget,
  adjusted_budget,
  executed,
  level1,
  level2,
  name,
  relation,
  target,
  measure,
  weight,
  direction,
  actual,
  claimed,
  deviation_reason,
  pass_threshold,
  department_weight,
  targets, ///< five targets of one indicator, best first: "30; 25; 20; 10; 5"
  inputs,  ///< figures that a rule asks for by name: "cancelled = 30; lapsed = 10"
};
inline constexpr std::size_t column_count = 24;
/// Columns that every table may have; those behind them serve packs that ask for them.
inline constexpr std::size_t common_column_count = 22;

[[nodiscard]] std::string_view name(Column column); ///< "unit_code", ... as in lexicon.yaml

/// Which sheet column holds which field. Shared by the rows below one header.
struct Header {
  diagnostic::SourceId source = 0;
  std::uint32_t row = 0;
  std::array<std::uint32_t, column_count> columns{}; ///< 1-based sheet column; 0: the table has none
  std::array<std::string, column_count>
      units{};               ///< unit printed in the header ("budget (10,000 yuan)"), or empty
  bool fused_target = false; ///< one column holds relation, value and unit; it is then `target`
  std::string year = {};     ///< that heads of targets or actual values name; empty when none does

  [[nodiscard]] bool has(Column column) const { return columns[static_cast<std::size_t>(column)] != 0; }
};

/// One row below a header, cells trimmed of surrounding blanks, inner text untouched.
struct RawRow {
  std::uint32_t row = 0; ///< 1-based row (or line) of the file
  RowTexts<column_count> cells;
  std::bitset<column_count> carried{}; ///< cell was blank and taken from above
  /// Cells known to say, byte for byte, what those of the row above in the same table say; others may, too.
  std::bitset<column_count> as_above{};

  /// Lives until a text of this row is set.
  [[nodiscard]] std::string_view const operator[](Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] PaddedText padded(Column column) const {
    return cells.padded(static_cast<std::size_t>(column));
  }
  void set(Column column, std::string_view text) { cells.set(static_cast<std::size_t>(column), text); }
};

/// A line of sums below the rows that it adds up.
struct PrintedSum {
  diagnostic::Place place; ///< of the claimed sum
  std::string label, weight, claimed;
  std::uint32_t rows = 0; ///< of the project, that stand above it
  bool part = false;      ///< a subtotal, of the rows since the sum before it
  bool compared = false;  ///< with the claims of the rows, where the table was read
};

/// A text and where it stands.
struct PrintedText {
  std::string text;
  diagnostic::Place place;
};

/// What a form prints above its rows about the project.
struct PrintedAbove {
  std::array<diagnostic::Place, column_count> places{}; ///< of what became a cell of every row; row 0: none
  PrintedText execution_rate, execution_points, execution_claimed, execution_reason;
};

/// Consecutive rows of one project.
struct RawProject {
  std::shared_ptr<Header const> header;
  std::vector<RawRow> rows;
  std::vector<PrintedSum> sums;              ///< those that claim a score
  std::shared_ptr<PrintedAbove const> above; ///< of a form; null for a table that has everything in its rows
  std::uint64_t rows_left_out = 0;           ///< beyond the limit of rows
  diagnostic::Diagnostics findings;          ///< about these rows, from reading the table

  [[nodiscard]] diagnostic::Place place(RawRow const& row, Column column) const {
    return {header->source, row.row, header->columns[static_cast<std::size_t>(column)], 0, 0};
  }
};

} // namespace jixiao::model
