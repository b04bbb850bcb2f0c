#pragma once
// Tables that are one: cut in two by a page, with the header printed again, or laid out in halves.
#include "engine/ingest/forms/continued_table.hpp"
#include "engine/ingest/forms/facts.hpp"
#include "engine/model/document.hpp"

namespace jixiao::ingest::forms {

/// A table between being read and being settled.
struct Table {
  RowHeader header;
  Facts facts;
  vocabulary::Form const* form = nullptr;
  TableDraft rows;
  std::size_t begin = 0, end = 0;          ///< lines
  bool joined = false;                     ///< its rows went to the table above
  std::optional<std::size_t> heading = {}; ///< the line of text between the table above and its header
};

/// The first line behind the part of the document that `line` stands in.
[[nodiscard]] std::size_t end_of_part(Lines const& lines, std::size_t line);

class TableJoiner {
public:
  TableJoiner(model::Document const& document, Lines const& lines, Words const& words, Account& account)
      : document_(document), lines_(lines), words_(words), account_(account) {}

  /// A table that was cut in two: the next part begins with rows that fit the header, and nothing stands
  /// between.
  void continue_in_next_part(RowHeader const& header, Table& table) const;

  /// A table with its own header on every page, or in each of its halves: rows before the first project
  /// belong to the last one of `above`, behind whose rows line `end` stands.
  void continue_above(Table& table, Table& above, std::size_t end) const;

private:
  [[nodiscard]] std::size_t behind_page_marks(std::size_t at) const;
  [[nodiscard]] bool begins_own(std::size_t at, RowHeader const& header, TableDraft const& above) const;
  [[nodiscard]] bool is_right_behind(Table const& table, Table const& above, std::size_t end) const;
  [[nodiscard]] bool is_second_half(Table const& table, Table const& above, std::size_t end) const;
  [[nodiscard]] diagnostic::Place place(std::size_t line) const;

  model::Document const& document_;
  Lines const& lines_;
  Words const& words_;
  Account& account_;
};

} // namespace jixiao::ingest::forms
