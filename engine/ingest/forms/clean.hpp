#pragma once
// Traces of the way a table took to its text: tags, and blanks where lines were wrapped.
#include "engine/ingest/forms/header_line.hpp"
#include "engine/ingest/forms/words.hpp"

namespace jixiao::ingest::forms {

/// Takes the tags of paragraphs off the cells of all lines; returns how many cells had any.
std::size_t remove_tags(Lines& lines);

/// Cells that only blanks kept apart: takes those apart that are known words on both sides of a run of
/// blanks.
void split_glued_words(Lines& lines, Words const& words);

/// In a text whose cells blanks alone keep apart, two of them end a cell: takes apart what the lines around
/// did not show to be several, from line `begin` to line `end` or the first line without such a gap.
void split_rows_at_blanks(Lines& lines, std::size_t begin, std::size_t end, RowHeader const& header,
                          Words const& words);

/// Where a known word of the lines `begin` to `end` is broken by a blank, lines were wrapped: takes the
/// blanks between ideographs out of all cells there. Returns how many cells changed beside labels.
std::size_t remove_wraps(Lines& lines, std::size_t begin, std::size_t end, Words const& words);

} // namespace jixiao::ingest::forms
