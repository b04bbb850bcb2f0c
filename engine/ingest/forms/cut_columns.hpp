#pragma once
// Columns of a table that fell on a page of their own.
#include "engine/ingest/forms/convert.hpp"
#include "engine/ingest/forms/line.hpp"
#include "engine/ingest/forms/words.hpp"

#include <vector>

namespace jixiao::ingest::forms {

/// A warning for each ruled table of `document` that holds heads or labels of a form and of which nothing was
/// read. `read`: for each part whether something of it was.
void note_cut_columns(Lines const& lines, std::vector<bool> const& read, model::Document const& document,
                      Words const& words, Conversion& to);

} // namespace jixiao::ingest::forms
