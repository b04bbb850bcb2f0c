#pragma once
// The words that a kind of cell is read with, for whoever looks for the one that was meant.
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::vocabulary {

enum class WordsOf : std::uint8_t {
  level1,
  level2,
  relation, ///< signs, words and the marks of qualitative rows
  unit,
  direction,
  answer, ///< what a target or an actual may say in words: status, level, nothing
  head,   ///< of a column
};

/// Each once, sorted; blanks left out and full-width forms folded as far as the vocabulary keeps them so.
[[nodiscard]] std::vector<std::string> known_words(Vocabulary const& vocabulary, WordsOf of);

} // namespace jixiao::vocabulary
