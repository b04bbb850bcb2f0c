#pragma once
// Tables that print the project in each of its rows.
#include "engine/ingest/forms/draft.hpp"
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// True when what `row` prints of its project is what `project` is, as far as both say it.
[[nodiscard]] bool is_same_project(Draft const& row, ProjectDraft const& project);

/// Amounts that `row` prints again and that `project` has otherwise count in neither, nor in the rows below:
/// `contradicted` holds their columns.
void drop_contradictions(Draft& row, ProjectDraft& project, std::bitset<model::column_count>& contradicted,
                         diagnostic::SourceId source, Account& account);

} // namespace jixiao::ingest::forms
