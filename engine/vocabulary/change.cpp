#include "engine/vocabulary/change.hpp"

#include "engine/vocabulary/words.hpp"

#include <algorithm>

namespace jixiao::vocabulary {

namespace {

/// The longest of `words` that `text` begins with; empty without one.
std::string_view longest_in_front(std::vector<std::string> const& words, std::string_view text) {
  std::string_view result;
  for (std::string const& word : words) {
    if (word.size() > result.size() && text.substr(0, word.size()) == word) {
      result = word;
    }
  }
  return result;
}

} // namespace

bool take_start(Vocabulary const& vocabulary, std::string_view& text) {
  std::string_view const word = longest_in_front(words_of(vocabulary).claims[14], text);
  text.remove_prefix(word.size());
  return !word.empty();
}

Trend take_changed_to(Vocabulary const& vocabulary, std::string_view& text) {
  ChangedTo const& verbs = words_of(vocabulary).changed_to;
  std::string_view const rise = longest_in_front(verbs.rise, text);
  std::string_view const fall = longest_in_front(verbs.fall, text);
  text.remove_prefix(std::max(rise.size(), fall.size()));
  return rise.size() == fall.size() ? Trend::none : rise.size() > fall.size() ? Trend::rise : Trend::fall;
}

Trend trend_reached(Vocabulary const& vocabulary, std::string_view cell) {
  ChangedTo const& verbs = words_of(vocabulary).changed_to;
  std::string const text = word_key(cell);
  auto const has_any = [&text](std::vector<std::string> const& words) {
    return std::any_of(words.begin(), words.end(),
                       [&text](std::string const& word) { return text.find(word) != std::string::npos; });
  };
  bool const rise = has_any(verbs.rise);
  bool const fall = has_any(verbs.fall);
  return rise == fall ? Trend::none : rise ? Trend::rise : Trend::fall;
}

bool is_bound(Vocabulary const& vocabulary, std::string_view text) {
  std::vector<std::string> const& words = words_of(vocabulary).changed_to.bound;
  return text.empty() || std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace jixiao::vocabulary
