#include "engine/lowering/none_words.hpp"

#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::lowering {

namespace {

std::size_t first_byte(std::string_view text) {
  return static_cast<unsigned char>(text.front());
}

} // namespace

NoneWords::NoneWords(grammar::Lexicon const& lexicon) {
  for (grammar::ClassWord const& word : lexicon.words) {
    if (word.word_class == grammar::WordClass::negated_event && !word.text.empty()) {
      words_.insert(word.text);
      first_bytes_.set(first_byte(word.text));
    }
  }
}

bool NoneWords::may_be_number() const {
  constexpr std::string_view beginnings = "-0123456789";
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [this](char c) { return first_bytes_.test(static_cast<unsigned char>(c)); });
}

bool NoneWords::has(std::string_view text) const {
  std::string_view const word = grammar::trim(text);
  return !word.empty() && first_bytes_.test(first_byte(word)) && words_.count(std::string(word)) != 0;
}

} // namespace jixiao::lowering
