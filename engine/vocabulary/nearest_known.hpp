#pragma once
// The known word that a text which is not understood may have meant.
#include "engine/vocabulary/known_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::vocabulary {

class NearestKnown {
public:
  NearestKnown(Vocabulary const& vocabulary, WordsOf of);

  /// Empty when nothing is near. Never a word that takes back what `text` says: "not raised" is near to
  /// "raised".
  [[nodiscard]] std::string find(std::string_view text) const;

private:
  std::vector<std::string> words_, negations_;
  bool short_words_; ///< half of one may be wrong
};

} // namespace jixiao::vocabulary
