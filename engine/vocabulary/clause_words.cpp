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

bool is_percentage_points(Vocabulary const& vocabulary, std::string_view unit) {
  return has_any(word_key(unit), words_of(vocabulary).percentage_points);
}

bool names_period(Vocabulary const& vocabulary, std::string_view words) {
  using grammar::WordClass;
  auto const& known = vocabulary.lexicon().words;
  return !words.empty() && std::any_of(known.begin(), known.end(), [&](grammar::ClassWord const& word) {
    switch (word.word_class) {
    case WordClass::date_year:
    case WordClass::date_month:
    case WordClass::date_quarter:
    case WordClass::date_first_half:
    case WordClass::date_second_half:
    case WordClass::date_whole_year: return words.find(word.text) != std::string_view::npos;
    default: return false;
    }
  });
}

bool asks_for_service(Vocabulary const& vocabulary, std::string_view name) {
  std::string const key = word_key(name);
  Words const& words = words_of(vocabulary);
  return has_any(key, words.served) && !has_any(key, words.claims[2]); // "time of completion" is a day
}

} // namespace jixiao::vocabulary
