#include "engine/vocabulary/clause_words.hpp"

#include "engine/vocabulary/words.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
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

bool ends_with_start(Vocabulary const& vocabulary, std::string_view words) {
  auto const ends_with = [&](std::string const& word) {
    return words.size() >= word.size() && words.substr(words.size() - word.size()) == word;
  };
  ChangedTo const& verbs = words_of(vocabulary).changed_to; // "from (10 days) cut to"
  for (std::vector<std::string> const* const list : {&verbs.rise, &verbs.fall}) {
    auto const verb = std::find_if(list->begin(), list->end(), ends_with);
    if (verb != list->end()) {
      words.remove_suffix(verb->size());
      break;
    }
  }
  std::vector<std::string> const& starts = words_of(vocabulary).claims[14];
  return std::any_of(starts.begin(), starts.end(), ends_with);
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

namespace {

/// `text` behind the one of `words` that it begins with; no value without one.
std::optional<std::string_view> behind(std::string_view text, std::vector<std::string> const& words) {
  std::optional<std::string_view> result;
  for (std::string const& word : words) {
    if (text.substr(0, word.size()) == word && (!result || text.size() - word.size() < result->size())) {
      result = text.substr(word.size());
    }
  }
  return result;
}

/// Without a full stop at the end.
std::string clause_key(std::string_view text) {
  constexpr std::string_view stop = "\xE3\x80\x82";
  std::string key = word_key(text);
  if (key.size() >= stop.size() && key.compare(key.size() - stop.size(), stop.size(), stop) == 0) {
    key.resize(key.size() - stop.size());
  }
  return key;
}

} // namespace

bool says_nothing_happened(Vocabulary const& vocabulary, std::string_view said, std::string_view asked,
                           std::string_view name) {
  NothingWords const& words = words_of(vocabulary).nothing;
  std::string const target = clause_key(asked);
  auto const wanted = behind(target, words.asked);
  bool const one_phrase = grammar::without_blanks(asked).size() == grammar::trim(asked).size();
  if (!wanted || !one_phrase || has_any(*wanted, words.joined)) {
    return false;
  }
  std::string const answer = clause_key(said);
  auto const given = behind(answer, words.answered);
  std::string const noun = wanted->empty() ? word_key(name) : std::string(*wanted);
  bool const one_thing = std::all_of(noun.begin(), noun.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80U; // Chinese characters, no list
  });
  constexpr std::string_view marks[] = {"\xEF\xBC\x8C", "\xE3\x80\x81", "\xEF\xBC\x9B", "\xE3\x80\x82",
                                        "\xEF\xBC\x88"}; // commas, semicolon, full stop, bracket
  bool const listed = std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
    return noun.find(mark) != std::string::npos;
  });
  bool const event = std::any_of(words.events.begin(), words.events.end(), [&](std::string const& word) {
    return noun.size() >= word.size() && noun.compare(noun.size() - word.size(), word.size(), word) == 0;
  });
  return given && one_thing && !listed && event && (given->empty() || *given == noun);
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
    case WordClass::date_whole_year:
    case WordClass::total: return words.find(word.text) != std::string_view::npos;
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
