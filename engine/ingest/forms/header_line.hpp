#pragma once
// The line, or two lines, that head the rows of indicators.
#include "engine/ingest/forms/line.hpp"
#include "engine/ingest/forms/words.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace jixiao::ingest::forms {

struct FieldColumn {
  vocabulary::RowField field = vocabulary::RowField::passed_over;
  std::uint32_t column = 0;  ///< 0-based
  std::uint32_t columns = 1; ///< that the head covers
  std::string unit;          ///< printed in the head
  std::string head;          ///< as it stands
  bool known = true;         ///< false: no word of the forms, its cells are passed over
  bool fused_target = false; ///< relation, value and unit share its cells
  /// Of a column that is passed over because another one is read for the same: what it holds.
  std::optional<vocabulary::RowField> meant = {};
  bool of_levels = false;  ///< points that stand in front of the names
  std::string period = {}; ///< the head above or below this one that divides its columns: of which year
};

struct RowHeader {
  std::vector<FieldColumn>
      fields; ///< from left to right; where only the order is known, in the order of a row
  vocabulary::RowFields found;
  bool fused_target = false;
  Grid grid = Grid::author;
  std::size_t first = 0, last = 0;       ///< lines
  std::size_t rows = 0;                  ///< line where its rows begin
  std::uint32_t part = 0;                ///< of its rows: a table may go on in another one
  std::vector<std::string> other_period; ///< heads of a second set of indicators, which is left out
  std::vector<std::pair<FieldColumn, std::uint32_t>>
      repeated;               ///< heads of what another column is read for, and that column (0-based)
  bool period_printed = true; ///< the other set is below the head of a whole period
  bool both_points = false;   ///< the cells of weights hold the claimed points, too: "10/5"
  bool heads_below = false;   ///< the next line holds heads as well, and which of these they divide is lost

  [[nodiscard]] bool has(model::Column column) const { return found.test(static_cast<std::size_t>(column)); }
  [[nodiscard]] bool has(vocabulary::RowField field) const {
    return found.test(static_cast<std::size_t>(field));
  }
};

/// The header that begins at line `at`; no value when none does.
[[nodiscard]] std::optional<RowHeader> read_header(Lines const& lines, std::size_t at, Words const& words);

/// True when `line` repeats `header`, or a part of it.
[[nodiscard]] bool repeats_header(Line const& line, RowHeader const& header, Words const& words);

/// True when the line, which repeats `header`, has its columns in other places: rows below are read by it.
[[nodiscard]] bool heads_otherwise(Lines const& lines, std::size_t at, RowHeader const& header,
                                   Words const& words);

/// Enters the cells of the header's lines in the account.
void account_header(Lines const& lines, RowHeader const& header, Words const& words, Account& account);

} // namespace jixiao::ingest::forms
