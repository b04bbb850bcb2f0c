#pragma once
// Words of a page as text.
#include "engine/ingest/documents/pdf_page.hpp"

namespace jixiao::ingest::documents::pdf {

using Words = std::vector<Word const*>;

/// The words as lines from top to bottom, each from left to right.
[[nodiscard]] std::vector<Words> lines_of(Words words);

/// The text of words that stand beside each other on one line.
[[nodiscard]] std::string text_of_line(Words const& line);

/// The text of a cell that reaches to `right`. Where a line is broken for want of room its text goes on;
/// where there was room, the author broke it and '\n' stands.
[[nodiscard]] std::string text_of_cell(Words words, Length right);

} // namespace jixiao::ingest::documents::pdf
