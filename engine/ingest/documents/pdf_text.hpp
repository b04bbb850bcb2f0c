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

/// `text` and the line that goes on with it, which was broken for want of room.
[[nodiscard]] std::string with_next_line(std::string text, std::string_view line);

/// Whether the text of one cell may go on in another one.
struct LineRoom {
  Length behind_last = 0; ///< what is free behind the last line
  Length for_first = 0;   ///< what the first word would need behind a line
};

[[nodiscard]] LineRoom room_of(Words words, Length right);

} // namespace jixiao::ingest::documents::pdf
