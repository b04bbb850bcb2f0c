#include "engine/vocabulary/nearest_known.hpp"

#include "engine/vocabulary/nearest.hpp"
#include "engine/vocabulary/word_key.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::vocabulary {

NearestKnown::NearestKnown(Vocabulary const& vocabulary, WordsOf of)
    : words_(known_words(vocabulary, of)), short_words_(of == WordsOf::direction || of == WordsOf::relation) {
  for (grammar::ClassWord const& word : vocabulary.lexicon().words) {
    if (word.word_class == grammar::WordClass::negation) {
      negations_.push_back(word.text);
    }
  }
}

std::string NearestKnown::find(std::string_view text) const {
  std::string const key = word_key(text);
  std::vector<std::string> candidates;
  std::copy_if(words_.begin(), words_.end(), std::back_inserter(candidates), [&](std::string const& word) {
    return std::none_of(negations_.begin(), negations_.end(), [&](std::string const& negation) {
      return word.find(negation) != std::string::npos && key.find(negation) == std::string::npos;
    });
  });
  return nearest(key, candidates, short_words_ ? Tolerance{1, 2} : Tolerance());
}

} // namespace jixiao::vocabulary
