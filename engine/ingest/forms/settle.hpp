#pragma once
// What the rows of a whole table, or of all tables, decide together.
#include "engine/ingest/forms/facts.hpp"
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// A word for a level below the head of names, or of the other level, is the level where that one is blank:
/// then the name is lost. Else it is kept and said.
void settle_names(TableDraft& table, RowHeader const& header, Words const& words, Account& account);

/// Merged cells of the levels take the text above them; a level 1 that is lost is restored from its level 2,
/// with a word that `tables` print for it elsewhere where there is one.
void settle_levels(std::vector<TableDraft*> const& tables, Words const& words);

/// True when `text` is a level 1 and a level 2 with a sign between them.
[[nodiscard]] bool names_both_levels(std::string_view text, Words const& words);
/// Where no column is for level 2, cells that hold both levels become two. True when there was one.
[[nodiscard]] bool split_levels(TableDraft& table, RowHeader& header, Words const& words);

/// A row that lost its right end and stands last before another project: where the points of the project
/// above are complete without it and those of the project below are not, it belongs below.
void settle_boundaries(TableDraft& table);

/// The printed sums of claims below the rows of `project`, the only one of `table`. check_totals has held
/// them against the rows.
[[nodiscard]] std::vector<model::PrintedSum> claimed_sums(TableDraft const& table,
                                                          model::RawProject const& project);

/// Compares printed sums with those of the rows, alone or with the points of budget execution.
void check_totals(TableDraft& table, RowHeader const& header, Facts const& facts, Words const& words);

/// Levels that begin anew in a project that nothing divides, with more points than one has, are those of two:
/// an error says so. True when there is one.
[[nodiscard]] bool check_levels(TableDraft& table, RowHeader const& header, Words const& words);

/// Says of each project how many of its rows stood beside their columns.
void count_moved_rows(TableDraft& table);

} // namespace jixiao::ingest::forms
