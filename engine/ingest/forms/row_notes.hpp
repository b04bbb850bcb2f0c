#pragma once
// What is said of a row that did not stand in its columns.
#include "engine/ingest/forms/line_reader.hpp"

namespace jixiao::ingest::forms {

/// Only the order of the cells is known: between name and answer a blank cell leaves no trace.
void note_answer(Line const& line, RowHeader const& header, bool answers, diagnostic::SourceId source,
                 Draft& draft);

/// The cells have drifted, or the end of the row is lost.
void note_drift(Line const& line, diagnostic::SourceId source, Draft& draft);

/// Enters the cells of a row in the account and says which could not be placed.
void settle_cells(Line const& line, RowHeader const& header, bool answers, Words const& words,
                  diagnostic::SourceId source, Account& account, LineRead& read);

/// `piece` in a line of its own may be the rest of a number that was too long for its cell `above`: then
/// what stands there is not the whole.
void doubt_cut_number(Cell const& piece, vocabulary::RowField field, diagnostic::SourceId source,
                      Account& account, Draft& above);

/// A row whose name is blank is one all the same.
[[nodiscard]] bool has_value(Draft const& draft);

/// What is asked, or was done, and the points for it: only the name is lost.
[[nodiscard]] bool lacks_name(Draft const& draft);

/// A word for points to add or to take away that stands beside the columns of the row is its level.
void take_bonus_beside(Line const& line, RowHeader const& header, Words const& words, LineRead& read);

/// Rows below the heading of points to add, or to take away, are of its level; an unknown one that they print
/// as theirs is kept. One that prints a known level is none of them: it ends what stands below the heading,
/// and that is said. Nothing is done without a heading.
void mark_bonus(Draft& draft, std::string& heading, Words const& words, diagnostic::SourceId source);

} // namespace jixiao::ingest::forms
