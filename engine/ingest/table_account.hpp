#pragma once
// Where every cell of standard tables went, for those who ask for it.
#include "engine/ingest/forms/account.hpp"
#include "engine/ingest/header.hpp"
#include "engine/ingest/row_kind.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::ingest {

class TableAccount {
public:
  /// What is kept: a table of a million rows has many cells.
  enum class Keep : std::uint8_t { everything, heads };
  explicit TableAccount(Keep keep = Keep::everything) : keep_(keep) {}

  /// A table that was met; its header may have no rows.
  struct Table {
    diagnostic::SourceId source = 0;
    std::uint32_t first_line = 0, last_line = 0;
  };

  /// A head of a column.
  struct Head {
    diagnostic::Place place;
    std::string text;
    bool known = false; ///< names a column of the standard table
  };

  void begin_sheet() { ++sheets_; }
  /// Rows added from here on belong to the table whose header ends in row `line`.
  void begin_table(diagnostic::SourceId source, std::uint32_t line);
  void end_table() { in_table_ = false; }
  /// The heads of the table that was begun last.
  void add_heads(Layout const& layout);
  /// All cells of a row that stands above the rows of indicators, or in no table.
  void add(KeptRow const& row, forms::CellUse use);
  /// A row below a header. `carried`: what it says of a project holds for the rows below it.
  void add(SheetRow const& row, Layout const& layout, RowKind kind, bool carried);
  /// The row added last was left out: its project has too many.
  void leave_last_row();

  [[nodiscard]] std::vector<forms::AccountEntry> const& entries() const { return entries_; }
  [[nodiscard]] std::vector<forms::AccountEntry> take_entries() { return std::move(entries_); }
  [[nodiscard]] std::vector<Head> const& heads() const { return heads_; }
  [[nodiscard]] std::vector<Table> const& tables() const { return tables_; }

private:
  void put(std::uint32_t line, std::size_t cell, std::string_view text, forms::CellUse use,
           std::string_view field);

  Keep keep_;
  std::vector<forms::AccountEntry> entries_;
  std::vector<Head> heads_;
  std::vector<Table> tables_;
  std::size_t last_row_ = 0; ///< entries before the row added last
  std::uint32_t sheets_ = 0;
  bool in_table_ = false;
};

} // namespace jixiao::ingest
