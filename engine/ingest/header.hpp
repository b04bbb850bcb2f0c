#pragma once
// Which cells of a row name columns of the standard table.
#include "engine/ingest/row_source.hpp"
#include "engine/model/raw_table.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::ingest {

/// A row whose text is kept: a header, or a line that may still turn out to stand above one.
struct KeptRow {
  std::uint32_t number = 0;
  std::vector<std::string> cells; ///< trimmed
  std::vector<Cover> covers;      ///< as long as cells
};

[[nodiscard]] KeptRow keep(SheetRow const& row);

/// Heads of `header` are merged with the cells below them in `row`, beside which stand others: it heads, too.
[[nodiscard]] bool goes_down_into(KeptRow const& header, KeptRow const& row);
/// True when most texts of `row` are heads of columns and `header` keeps its column of names under it.
[[nodiscard]] bool is_second_line(KeptRow const& row, KeptRow const& header,
                                  vocabulary::Vocabulary const& vocabulary);

/// The texts of `row`, each once where a merged cell repeats it, joined for a finding.
[[nodiscard]] std::string texts_of(KeptRow const& row);

/// One cell read as the head of a column.
struct ColumnHead {
  std::optional<model::Column> column;
  bool fused_target = false;
  std::string unit; ///< from brackets behind the name; empty when there is none
  std::string year; ///< that the head of targets or actual values names; empty when it names none
};

/// True for the word that heads a unit of measure or, before the target, the unit that does the work.
[[nodiscard]] bool is_short_unit_head(std::string_view text);

[[nodiscard]] ColumnHead read_head(std::string_view text, vocabulary::Vocabulary const& vocabulary);

/// How much of a row reads like a header.
struct HeaderLikeness {
  std::size_t texts = 0;   ///< cells that are not blank
  std::size_t heads = 0;   ///< those among them that name columns of the standard table
  std::size_t columns = 0; ///< different columns named
  bool name = false;       ///< the indicator's name is one of them
  /// Most of the row are heads of columns, and the name is there. A head beside one other text is a line
  /// that explains the column.
  [[nodiscard]] bool is_header() const { return name && heads * 2 >= texts && (columns > 1 || texts == 1); }
  /// The same without the name: a header of something else, or of a table that lacks it.
  [[nodiscard]] bool is_nameless_header() const { return !name && columns >= 2 && heads * 2 >= texts; }
};

[[nodiscard]] HeaderLikeness likeness(KeptRow const& row, vocabulary::Vocabulary const& vocabulary);

/// Where the fields of a sheet row go.
struct Layout {
  static constexpr std::uint8_t ignored = 254; ///< a column whose head is no column of the standard table
  static constexpr std::uint8_t unnamed = 255; ///< a column without a head

  std::shared_ptr<model::Header const> header;
  std::vector<std::uint8_t> targets; ///< for each sheet column: a model::Column, `ignored` or `unnamed`
  std::vector<std::string> heads;    ///< for each sheet column: its head as it stands

  struct Field {
    std::uint32_t cell;  ///< 0-based sheet column
    std::uint32_t field; ///< model::Column
  };
  std::vector<Field> fields;       ///< the columns that are read, from left to right
  std::vector<Field> repeated;     ///< columns of values that another one in `fields` is read for
  std::vector<std::uint32_t> bare; ///< 0-based sheet columns without a head
};

/// A header of one or more lines.
struct HeaderLines {
  std::vector<KeptRow> rows;
  std::size_t main = 0; ///< the line that names the indicator's column; above it only heads count
};

/// The layout that a header gives: in each column the lowest text holds. `money_unit` is what a line above
/// the header says about all money; empty when none does. Always has a value.
[[nodiscard]] diagnostic::Outcome<Layout> make_layout(HeaderLines const& lines, std::string const& money_unit,
                                                      diagnostic::SourceId source,
                                                      vocabulary::Vocabulary const& vocabulary);

/// A unit of money that a cell above the header prints for the whole table ("unit: yuan"); empty when it
/// does not.
[[nodiscard]] std::string money_unit_of(std::string_view text, vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::ingest
