#pragma once
// Where every cell of a document went: into a field of a row, into what is known of its project, or aside,
// with the reason.
#include "engine/model/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::ingest::forms {

using CellId = std::uint32_t;

/// What became of a cell. The words stand in rules/messages/forms.yaml (`account_...`).
enum class CellUse : std::uint8_t {
  unaccounted, ///< never in a finished account
  row,         ///< a field of a row; its name says which
  head,        ///< a fact of the project: its name, unit, budget, goal
  fragment,    ///< the rest of a cell that a page break cut, joined to it
  remnant,     ///< the rest of a cell that is whole already
  label,       ///< says what stands beside or below it
  title,       ///< names the table or the project
  column_head,
  head_again,  ///< the header repeated
  computed,    ///< rate and points of execution: computed here
  part,        ///< a part of an amount that is read as a whole
  total,       ///< a line of sums
  passed_over, ///< a label's value, or a column, that the standard table has no place for
  page_mark,
  undecided,   ///< what it belongs to could not be decided; a finding says so
  prose,       ///< running text outside of tables
  other_table, ///< of a table that is none of the known forms
};
[[nodiscard]] std::string_view name(CellUse use);

struct AccountEntry {
  std::uint32_t part = 0; ///< of the document
  std::uint32_t line = 0;
  std::uint32_t column = 0; ///< 1-based
  std::string text;
  std::uint32_t table = 0; ///< 1-based; 0: in none
  CellUse use = CellUse::unaccounted;
  std::string field; ///< of the row or project; empty when none
};

class Account {
public:
  [[nodiscard]] CellId add(AccountEntry entry);
  /// A cell may be two things: the remnant of one row and a field of the next. The last one counts, the names
  /// of fields are joined.
  void use(CellId cell, CellUse use, std::string_view field = {});
  void put_in_table(CellId cell, std::uint32_t table) { entries_[cell].table = table; }
  [[nodiscard]] AccountEntry const& at(CellId cell) const { return entries_[cell]; }
  [[nodiscard]] std::vector<AccountEntry> const& entries() const { return entries_; }
  [[nodiscard]] std::vector<AccountEntry> take() { return std::move(entries_); }

private:
  std::vector<AccountEntry> entries_;
};

} // namespace jixiao::ingest::forms
