#pragma once
// Tables of text extracts with one cell a line, put back into lines of cells.
#include "engine/ingest/forms/line.hpp"
#include "engine/ingest/forms/words.hpp"

namespace jixiao::ingest::forms {

/// `lines` with every table of one cell a line as lines of cells, of which only the order is known (and the
/// columns, where tabs mark blank cells). All other lines are left as they are.
[[nodiscard]] Lines unfold_narrow_tables(Lines lines, Words const& words);

} // namespace jixiao::ingest::forms
