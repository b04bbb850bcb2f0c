#pragma once
// Drafts and facts to projects of the standard table.
#include "engine/ingest/forms/convert.hpp"
#include "engine/ingest/forms/facts.hpp"
#include "engine/ingest/forms/table_rows.hpp"

namespace jixiao::ingest::forms {

/// One project of a table. `facts`: what stands above the rows of the whole table.
[[nodiscard]] FormProject assemble(ProjectDraft&& draft, Facts const& facts, RowHeader const& header,
                                   vocabulary::Form const& form, Words const& words,
                                   diagnostic::SourceId source, Account& account);

} // namespace jixiao::ingest::forms
