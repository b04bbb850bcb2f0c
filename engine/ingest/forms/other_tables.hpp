#pragma once
// Lines that look like a table and are none of the known forms: never passed over in silence.
#include "engine/ingest/forms/convert.hpp"
#include "engine/ingest/forms/line.hpp"
#include "engine/ingest/forms/words.hpp"

namespace jixiao::ingest::forms {

/// Lists what `lines` `begin` to `end`, which belong to no known form, hold: tables become findings, the rest
/// prose.
void list_other_tables(Lines const& lines, std::size_t begin, std::size_t end, Words const& words,
                       model::Document const& document, Conversion& to, Account& account);

} // namespace jixiao::ingest::forms
