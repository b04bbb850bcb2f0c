#include "engine/vocabulary/clause_words.hpp"

#include "engine/vocabulary/words.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::vocabulary {

namespace {

bool has_any(std::string_view text, std::vector<std::string> const& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string const& word) { return text.find(word) != std::string_view::npos; });
}

std::string without(std::string_view text, std::vector<std::string> const& words) {
  std::string result = word_key(text);
  for (std::string const& word : words) {
    for (std::size_t at = result.find(word); at != std::string::npos; at = result.find(word, at)) {
      result.erase(at, word.size());
    }
  }
  return result;
}

} // namespace

std::string without_comparison(Vocabulary const& vocabulary, std::string_view clause) {
  return without(clause, words_of(vocabulary).claims[11]);
}

std::string without_kinds(Vocabulary const& vocabulary, std::string_view words) {
  return without(words, words_of(vocabulary).claims[13]);
}

bool says_reached(Vocabulary const& vocabulary, std::string_view clause) {
  return has_any(word_key(clause), words_of(vocabulary).claims[3]);
}

bool says_start(Vocabulary const& vocabulary, std::string_view words) {
  std::vector<std::string> const& starts = words_of(vocabulary).claims[14];
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string const& word) { return words.substr(0, word.size()) == word; });
}

bool says_comparison(Vocabulary const& vocabulary, std::string_view clause) {
  return has_any(word_key(clause), words_of(vocabulary).claims[11]);
}

bool says_share(Vocabulary const& vocabulary, std::string_view clause) {
  return has_any(word_key(clause), words_of(vocabulary).claims[12]);
}

bool says_achieved(Vocabulary const& vocabulary, std::string_view clause) {
  return has_any(word_key(clause), words_of(vocabulary).claims[2]);
}

bool names_other(Vocabulary const& vocabulary, std::string_view clause, std::string_view own) {
  return !word_apart(clause, own, words_of(vocabulary).apart, false).empty();
}

std::string without_vague(Vocabulary const& vocabulary, std::string_view words) {
  return without(words, words_of(vocabulary).vague);
}

bool asks_for_service(Vocabulary const& vocabulary, std::string_view name) {
  std::string const key = word_key(name);
  Words const& words = words_of(vocabulary);
  return has_any(key, words.served) && !has_any(key, words.claims[2]); // "time of completion" is a day
}

} // namespace jixiao::vocabulary
