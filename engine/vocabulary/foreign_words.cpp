#include "engine/vocabulary/vocabulary.hpp"
#include "engine/vocabulary/words.hpp"

#include <algorithm>

namespace jixiao::vocabulary {

namespace {

std::size_t character_length(char lead) {
  auto const byte = static_cast<unsigned char>(lead);
  return byte < 0x80U ? 1 : byte < 0xe0U ? 2 : byte < 0xf0U ? 3 : 4;
}

constexpr std::size_t last_character = 3; ///< bytes of the "to" behind a verb

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Length of the longest of `words` that `text` begins with; they stand longest first.
std::size_t longest_at(std::string_view text, std::vector<std::string> const& words) {
  for (std::string const& word : words) {
    if (text.substr(0, word.size()) == word) {
      return word.size();
    }
  }
  return 0;
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

/// Whether `text` says `word` otherwise than inside a longer one of `words`.
bool says(std::string_view text, std::string_view word, std::vector<ApartWord> const& words) {
  bool const inside = std::any_of(words.begin(), words.end(), [&](ApartWord const& longer) {
    return longer.text.size() > word.size() && has(longer.text, word) && has(text, longer.text);
  });
  return !inside && has(text, word);
}

/// Of several groups of synonyms in `text` the ones that it holds.
std::vector<bool> groups_in(std::string_view text, std::vector<ApartWord> const& words) {
  std::vector<bool> result(words.empty() ? 0 : words.back().group + 1);
  for (ApartWord const& word : words) {
    result[word.group] = result[word.group] || says(text, word.text, words);
  }
  return result;
}

} // namespace

std::string_view word_apart(std::string_view said, std::string_view own,
                            std::vector<std::vector<ApartWord>> const& lists, bool states) {
  for (std::vector<ApartWord> const& words : lists) {
    std::vector<bool> const asked = groups_in(own, words);
    if (std::find(asked.begin(), asked.end(), true) == asked.end()) {
      continue;
    }
    std::string_view other;
    bool same = false;
    for (ApartWord const& word : words) {
      if ((states || !word.state) && says(said, word.text, words)) {
        same = same || asked[word.group];
        other = other.size() < word.text.size() ? std::string_view(word.text) : other;
      }
    }
    if (!other.empty() && !same) {
      return other;
    }
  }
  return {};
}

namespace {

/// What `own` asks to have come of an act that `said` names alone; empty when `said` tells, or names no act.
std::string_view outcome_missing(std::string_view said, std::string_view own, Words const& words) {
  if (words.apart.empty()) {
    return {};
  }
  auto const missing =
      std::find_if(words.outcomes.begin(), words.outcomes.end(),
                   [&](std::string const& each) { return has(own, each) && !has(said, each); });
  std::vector<ApartWord> const& acts = words.apart.front();
  bool const act =
      missing != words.outcomes.end()
      && std::any_of(acts.begin(), acts.end(), [&](ApartWord const& word) { return has(said, word.text); });
  return act ? std::string_view(*missing) : std::string_view();
}

/// The word of `said` for an act that only begins what `own` wants to stand there; empty when there is none.
std::string_view only_begun(std::string_view said, std::string_view own, Words const& words) {
  auto const is_in = [](std::string_view text) {
    return [text](std::string const& word) { return has(text, word); };
  };
  BuiltWords const& built = words.built;
  auto const begun = std::find_if(built.begun.begin(), built.begun.end(), [&](std::string const& word) {
    return has(said, word) && !has(own, word);
  });
  bool const asked = begun != built.begun.end()
                     && std::any_of(built.asked.begin(), built.asked.end(), is_in(own))
                     && std::none_of(built.except.begin(), built.except.end(), is_in(own));
  std::vector<std::string> const& achieved = words.claims[2];
  bool const done = asked
                    && (std::any_of(built.asked.begin(), built.asked.end(), is_in(said))
                        || std::any_of(achieved.begin(), achieved.end(), is_in(said)));
  return asked && !done ? std::string_view(*begun) : std::string_view();
}

} // namespace

std::string Vocabulary::foreign_words(std::string_view words, std::string_view own, std::int32_t year,
                                      Beside beside) const {
  std::string result;
  if (beside != Beside::nothing) {
    result = word_apart(words, own, data_->apart, beside == Beside::number);
    if (result.empty() && beside == Beside::number && !outcome_missing(words, own, *data_).empty()) {
      result = words;
    }
    if (result.empty() && beside == Beside::number) {
      result = only_begun(words, own, *data_);
    }
    if (!result.empty()) {
      return result;
    }
  }
  for (std::size_t at = 0; at < words.size();) {
    std::string_view const rest = words.substr(at);
    std::size_t length = longest_at(rest, beside == Beside::done ? data_->with_done : data_->doing);
    if (length == 0 && beside == Beside::nothing) {
      length = longest_at(rest, data_->no_events);
    }
    if (length != 0) {
      at += length;
      continue;
    }
    // A number is one of the row's own as a whole only: the year, or one that the name or target says.
    auto const end = std::find_if_not(rest.begin(), rest.end(), is_digit);
    auto const digits = static_cast<std::size_t>(end - rest.begin());
    length = digits != 0 ? digits : std::min(character_length(rest[0]), rest.size());
    std::string_view const piece = rest.substr(0, length);
    bool const budget_year = digits != 0 && year != 0 && piece == std::to_string(year);
    if (!budget_year && own.find(piece) == std::string_view::npos) {
      result += piece;
    }
    at += length;
  }
  return result;
}

std::string Vocabulary::without_reached(std::string_view words, std::string_view text, std::string_view own,
                                        std::string& change) const {
  std::string result(words);
  for (std::string const& word : data_->claims[3]) {
    std::string_view const verb =
        std::string_view(word).substr(0, word.size() - std::min(word.size(), last_character));
    std::size_t const at = verb.empty() ? std::string::npos : result.find(verb);
    if (at == std::string::npos || text.find(word) == std::string_view::npos) {
      continue;
    }
    result.erase(at, verb.size());
    bool const asks_change =
        own.find(verb) != std::string_view::npos && own.find(word) == std::string_view::npos;
    if (asks_change) {
      change = word; // "raised by" is asked, "raised to" is said
    }
  }
  return result;
}

} // namespace jixiao::vocabulary
