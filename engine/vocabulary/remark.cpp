#include "engine/vocabulary/remark.hpp"

#include "engine/vocabulary/clause_words.hpp"
#include "engine/vocabulary/clauses.hpp"
#include "engine/vocabulary/words.hpp"

#include <algorithm>

namespace jixiao::vocabulary {

namespace {

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool says_any(std::string_view text, std::vector<std::string> const& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string const& word) { return text.find(word) != std::string_view::npos; });
}

/// One remark, without its brackets.
void read_one(std::string_view inner, WrittenNumber const& number, RemarkWords const& words, Remark& remark) {
  std::string_view const excluded = word_at(inner, words.excluded);
  std::string_view const included = word_at(inner, words.included);
  std::string_view const of_which = word_at(inner, words.of_which);
  std::string_view const rest = inner.substr(std::max(excluded.size(), included.size()));
  bool const same =
      rest.substr(0, number.digits.size()) == number.digits
      && (rest.size() == number.digits.size() || rest.substr(number.digits.size()) == word_key(number.unit));
  if ((!excluded.empty() || !included.empty()) && (rest.empty() || same)) {
    remark.bound = excluded.empty() ? Bound::included : Bound::excluded;
    remark.says_bound = inner;
  } else if ((!included.empty() || !of_which.empty()) && has_digit(inner) && remark.asks.empty()) {
    remark.asks = inner;
  }
}

} // namespace

Remark read_remarks(Vocabulary const& vocabulary, std::string_view text, WrittenNumber const& number) {
  Remark result;
  std::string const folded = word_key(text);
  for (std::size_t open = folded.find('('); open != std::string::npos; open = folded.find('(', open + 1)) {
    std::size_t const close = folded.find(')', open);
    std::string_view const inner = std::string_view(folded).substr(open + 1, close - open - 1);
    read_one(inner, number, words_of(vocabulary).remarks, result);
  }
  return result;
}

bool says_tolerance(Vocabulary const& vocabulary, std::string_view inner) {
  return says_any(word_key(inner), words_of(vocabulary).remarks.tolerance);
}

bool explains(Vocabulary const& vocabulary, std::string_view inner) {
  return names_period(vocabulary, inner) || says_any(word_key(inner), words_of(vocabulary).remarks.explains);
}

bool begins_of_which(Vocabulary const& vocabulary, std::string_view clause) {
  return !word_at(clause, words_of(vocabulary).remarks.of_which).empty();
}

} // namespace jixiao::vocabulary
