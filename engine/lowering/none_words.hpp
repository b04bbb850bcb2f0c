#pragma once
#include "grammar/lexicon.hpp"

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_set>

namespace jixiao::lowering {

/// The words that say alone that nothing happened, and that elsewhere stand for an empty cell.
class NoneWords {
public:
  explicit NoneWords(grammar::Lexicon const& lexicon);

  /// Whether `text` without blanks around it is such a word.
  [[nodiscard]] bool has(std::string_view text) const;
  /// Whether one of the words begins as a plain number does.
  [[nodiscard]] bool may_be_number() const;

private:
  std::unordered_set<std::string> words_;
  std::bitset<256> first_bytes_; ///< of the words: numbers go no further
};

} // namespace jixiao::lowering
