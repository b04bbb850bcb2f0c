#pragma once
// What is said of a row that did not stand in its columns.
#include "engine/ingest/forms/draft.hpp"

namespace jixiao::ingest::forms {

/// Only the order of the cells is known: between name and answer a blank cell leaves no trace.
void note_answer(Line const& line, RowHeader const& header, bool answers, diagnostic::SourceId source,
                 Draft& draft);

/// The cells have drifted, or the end of the row is lost.
void note_drift(Line const& line, diagnostic::SourceId source, Draft& draft);

} // namespace jixiao::ingest::forms
