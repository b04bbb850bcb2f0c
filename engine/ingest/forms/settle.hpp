#pragma once
// What the rows of a whole table, or of all tables, decide together.
#include "engine/ingest/forms/facts.hpp"
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// Merged cells of the levels take the text above them; a level 1 that is lost is restored from its level 2,
/// with a word that `tables` print for it elsewhere where there is one.
void settle_levels(std::vector<TableDraft*> const& tables, Words const& words);

/// A row that lost its right end and stands last before another project: where the points of the project
/// above are complete without it and those of the project below are not, it belongs below.
void settle_boundaries(TableDraft& table);

/// The printed sums of claims below the rows of `project`, the only one of `table`. check_totals has held
/// them against the rows.
[[nodiscard]] std::vector<model::PrintedSum> claimed_sums(TableDraft const& table,
                                                          model::RawProject const& project);

/// Compares printed sums with those of the rows, alone or with the points of budget execution.
void check_totals(TableDraft& table, RowHeader const& header, Facts const& facts);

/// Says of each project how many of its rows stood beside their columns.
void count_moved_rows(TableDraft& table);

} // namespace jixiao::ingest::forms
