#pragma once
// The indicator rows of all tables of an input, one after the other.
#include "engine/ingest/carry_down.hpp"
#include "engine/ingest/finding_list.hpp"
#include "engine/ingest/row_kind.hpp"
#include "engine/ingest/row_mapper.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/ingest/table_account.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace jixiao::ingest {

class TableRows {
public:
  /// `account`: gets every cell that is read; none: nobody asks for it.
  TableRows(std::unique_ptr<RowSource> source, vocabulary::Vocabulary const& vocabulary,
            TableAccount* account);

  enum class Step : std::uint8_t {
    row,       ///< one more row of this table
    new_table, ///< nothing read: what follows stands below another header
    end
  };

  /// The next indicator row into `row`, carried down from `above` (the row before it, nullptr when there is
  /// none). `row_findings` gets what was noticed about its cells.
  Step next(model::RawRow& row, model::RawRow const* above, diagnostic::Diagnostics& row_findings);

  /// Lines of sums that claim a score, passed over since this was last asked; `rows` is left open.
  [[nodiscard]] std::vector<model::PrintedSum> take_sums() { return std::exchange(sums_, {}); }
  [[nodiscard]] bool has_sums() const { return !sums_.empty(); }
  [[nodiscard]] std::shared_ptr<model::Header const> const& header() const { return layout_.header; }
  /// What the header above the next row leaves in doubt; it goes to the first project below it.
  [[nodiscard]] diagnostic::Diagnostics take_doubts() { return std::exchange(doubts_, {}); }
  [[nodiscard]] bool has_doubts() const { return !doubts_.empty(); }
  /// About everything that is no indicator row, so far.
  [[nodiscard]] diagnostic::Diagnostics const& findings() const { return findings_.all(); }
  [[nodiscard]] TableSurroundings const& surroundings() const { return surroundings_; }
  [[nodiscard]] bool readable() const { return source_->readable(); }

private:
  bool open_table();
  bool find_header();
  void begin_table(std::vector<KeptRow> const& titles, KeptRow const& header);
  void end_table();
  void end_input();
  void give_up_sheet(std::vector<KeptRow> const& kept);
  [[nodiscard]] KeptRow const* nameless_header(std::vector<KeptRow> const& kept) const;
  void note_likely_name(KeptRow const& header);
  void set_sum_aside(model::RawRow& row, model::RawRow const* above);
  void carry_below(model::RawRow& row, model::RawRow const* above);
  void set_aside(RowKind kind, model::RawRow& row, model::RawRow const* above);
  [[nodiscard]] bool is_new_header() const;
  void note_cells(KeptRow const& row);
  void take_outside(RowKind kind);
  void note_surroundings(HeaderLines const& lines, std::vector<KeptRow> const& titles, std::size_t count);
  void note_title(KeptRow const& row, std::uint32_t header);
  void note_text(std::string const& text);
  void account_header(HeaderLines const& lines, std::vector<KeptRow> const& titles, std::size_t count);
  void account_row(RowKind kind);
  void account_rest(std::vector<KeptRow> const& kept);
  [[nodiscard]] diagnostic::Place place(std::uint32_t row) const { return {source_->source(), row, 0, 0, 0}; }

  std::unique_ptr<RowSource> source_;
  vocabulary::Vocabulary const& vocabulary_;
  RowKinds kinds_;
  RowMapper mapper_;
  Layout layout_;
  CarryDown carry_;
  SheetRow sheet_row_;
  bool peeked_ = false; ///< sheet_row_ has been read and not been used
  bool in_sheet_ = false;
  bool in_table_ = false;
  bool below_row_ = false;   ///< the row given last is the row above in the sheet
  bool first_row_ = false;   ///< of the table: nothing stands above it
  bool has_heading_ = false; ///< heading_ stands above the next row
  model::RawRow heading_;
  std::size_t columns_of_header_ = 0;

  std::uint64_t rows_ = 0; ///< of this table
  std::uint64_t carried_ = 0;
  std::uint64_t short_rows_ = 0;
  std::uint32_t first_short_row_ = 0;
  OutsideCells outside_, row_outside_; ///< of the table, of the row read last
  diagnostic::Diagnostics doubts_;

  TableAccount* account_;
  TableSurroundings surroundings_;
  std::vector<model::PrintedSum> sums_;
  std::uint64_t tables_ = 0;
  bool any_text_ = false;
  diagnostic::Diagnostics sheets_without_table_; ///< as errors, for an input that has no table at all
  FindingList findings_;
  bool ended_ = false;
};

} // namespace jixiao::ingest
