#pragma once
// Text extracts with one cell a line: lines to cells. Line breaks inside a cell look like ends of cells; what
// makes a known word only when joined is one cell.
#include "engine/ingest/forms/line.hpp"
#include "engine/ingest/forms/words.hpp"

namespace jixiao::ingest::forms {

struct Token {
  Cell cell;
  std::size_t first = 0, last = 0; ///< lines that it was made of
  std::uint32_t gap = 0;           ///< lines from the end of the token before; 1: the next line
  bool tabbed = false;             ///< a tab marks where it begins
  bool level = false;              ///< names a level of indicators
  bool label = false;
  bool head = false; ///< of a column
};

/// The tokens of lines `begin` to `end`, each of one cell.
[[nodiscard]] std::vector<Token> narrow_tokens(Lines const& lines, std::size_t begin, std::size_t end,
                                               Words const& words);

} // namespace jixiao::ingest::forms
