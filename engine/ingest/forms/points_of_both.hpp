#pragma once
// Weight and claimed points in one column: "10/5" below "weight/claimed".
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// The head that `text` is; one of both points is that of weights.
[[nodiscard]] std::optional<FieldHead> head_of(std::string_view text, Words const& words);

/// Enters in `header` that its column of weights is one of both.
void note_both_points(RowHeader& header, Words const& words);

/// Two bare numbers and a stroke between them.
[[nodiscard]] bool is_both_points(std::string_view text);

/// Gives each row its two numbers. Where a cell holds anything else nobody knows which of them it is.
void split_both_points(TableDraft& table, RowHeader const& header, Account& account);

} // namespace jixiao::ingest::forms
