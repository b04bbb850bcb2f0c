#include "engine/vocabulary/short_of_done.hpp"

#include "engine/vocabulary/clauses.hpp"
#include "engine/vocabulary/words.hpp"

#include <algorithm>
#include <optional>

namespace jixiao::vocabulary {

namespace {

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool has_any(std::string_view text, std::vector<std::string> const& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string const& word) { return has(text, word); });
}

/// What a clause says besides the words that take some of it back.
struct TakenBack {
  bool some = false;
  std::string others;
};

/// Length of "in the main done" at the beginning of `text`: a weak word, fillers and a word of done; 0 where
/// it is none.
std::size_t weak_at(std::string_view text, ShortOfDone const& less) {
  std::size_t end = word_at(text, less.weak).size();
  while (end != 0) {
    if (std::string_view const done = word_at(text.substr(end), less.done); !done.empty()) {
      return end + done.size();
    }
    std::size_t const filler = word_at(text.substr(end), less.fillers).size();
    end = filler == 0 ? 0 : end + filler;
  }
  return end;
}

/// A level of a common scale (reached in the main) is an answer, and what the row says itself is not less.
TakenBack taken_back(std::string_view clause, std::string_view own, Vocabulary const& vocabulary) {
  ShortOfDone const& less = words_of(vocabulary).short_of_done;
  TakenBack result;
  for (std::size_t at = 0; at < clause.size();) {
    std::string_view const rest = clause.substr(at);
    std::size_t length = std::max(weak_at(rest, less), word_at(rest, less.unfinished).size());
    std::string_view const words = rest.substr(0, length);
    if (length != 0 && !has(own, words) && !vocabulary.level_rank(words)) {
      result.some = true;
    } else {
      length = bytes_of(rest, 1);
      result.others += rest.substr(0, length);
    }
    at += length;
  }
  return result;
}

/// "Effectiveness", where it is asked to be effective: the target's own words and one character behind them.
bool is_own_quality(std::string_view words, std::string_view asked) {
  return !asked.empty() && words.substr(0, asked.size()) == asked
         && words.size() - asked.size() == bytes_of(words.substr(asked.size()), 1);
}

/// What a clause says of stages.
struct Stages {
  std::optional<std::uint32_t> last, furthest;
  std::string others; ///< the words that name none
};

StageWord const* stage_at(std::string_view text, ShortOfDone const& less) {
  auto const found = std::find_if(less.stages.begin(), less.stages.end(), [&](StageWord const& word) {
    return text.substr(0, word.text.size()) == word.text;
  });
  return found == less.stages.end() ? nullptr : &*found;
}

/// "By": what follows is what it was done by. "By the time set" is a filler and says nothing like it.
bool says_by(std::string_view before, ShortOfDone const& less) {
  for (std::size_t at = 0; at < before.size();) {
    std::string_view const rest = before.substr(at);
    std::string_view const filler = word_at(rest, less.fillers);
    if (filler.empty() && !word_at(rest, less.according_to).empty()) {
      return true;
    }
    at += filler.empty() ? bytes_of(rest, 1) : filler.size();
  }
  return false;
}

Stages stages_of(std::string_view clause, ShortOfDone const& less) {
  Stages result;
  std::optional<std::uint32_t> here; // of words that touch each other the last
  auto const settle = [&] {
    result.furthest = std::max(result.furthest, here); // none is less than any
    here.reset();
  };
  for (std::size_t at = 0; at < clause.size();) {
    StageWord const* const word = stage_at(clause.substr(at), less);
    if (word == nullptr || says_by(clause.substr(0, at), less)) {
      settle();
      std::size_t const length = bytes_of(clause.substr(at), 1);
      result.others += clause.substr(at, length);
      at += length;
      continue;
    }
    result.last = here = word->stage;
    at += word->text.size();
  }
  settle();
  return result;
}

/// The last stage that a name or target speaks of: the head of a Chinese phrase stands last.
std::optional<std::uint32_t> stage_asked(std::string_view text, ShortOfDone const& less) {
  std::optional<std::uint32_t> result;
  for (std::string const& clause : clauses_of(word_key(text))) {
    if (auto const last = stages_of(clause, less).last) {
      result = last;
    }
  }
  return result;
}

/// Nearly no answer says one of the words: the lists are walked only for those that may.
bool may_say_less(std::string_view text, ShortOfDone const& less) {
  for (std::size_t at = 0; at < text.size(); at += bytes_of(text.substr(at), 1)) {
    std::string_view const rest = text.substr(at);
    std::size_t const two = bytes_of(rest, 2);
    std::size_t const three = two + bytes_of(rest.substr(two), 1);
    if (less.beginnings.count(rest.substr(0, two)) != 0
        || less.beginnings.count(rest.substr(0, three)) != 0) {
      return true;
    }
  }
  return false;
}

} // namespace

void index_beginnings(ShortOfDone& less) {
  auto const add = [&](std::string const& word) {
    less.beginnings.insert(word.substr(0, bytes_of(word, 3)));
  };
  std::for_each(less.weak.begin(), less.weak.end(), add);
  std::for_each(less.unfinished.begin(), less.unfinished.end(), add);
  for (StageWord const& word : less.stages) {
    add(word.text);
  }
}

bool ends_with_stage(Vocabulary const& vocabulary, std::string_view words) {
  std::string const key = word_key(words);
  std::vector<StageWord> const& stages = words_of(vocabulary).short_of_done.stages;
  return std::any_of(stages.begin(), stages.end(), [&](StageWord const& stage) {
    std::string const& text = stage.text;
    return key.size() >= text.size() && key.compare(key.size() - text.size(), text.size(), text) == 0;
  });
}

bool may_fall_short(Vocabulary const& vocabulary, std::string_view said) {
  return may_say_less(word_key(said), words_of(vocabulary).short_of_done);
}

bool falls_short(Vocabulary const& vocabulary, std::string_view said, std::string_view target,
                 std::string_view name, std::int32_t year) {
  ShortOfDone const& less = words_of(vocabulary).short_of_done;
  std::string const answer = word_key(said);
  if (!may_say_less(answer, less)) {
    return false;
  }
  std::string const asked_words = word_key(target);
  std::string const own = asked_words + word_key(name);
  bool unfinished = false;
  Stages all;
  for (std::string const& clause : clauses_of(answer)) {
    TakenBack const back = taken_back(clause, own, vocabulary);
    if (back.some) { // prose about more than the row's own thing is for a person
      unfinished = unfinished || is_own_quality(back.others, asked_words)
                   || vocabulary.foreign_words(back.others, own, year, Beside::done).empty();
    } else if (has_any(clause, less.done)) {
      unfinished = false; // what was in the main done in June is done in December
    }
    Stages const stages = stages_of(clause, less);
    all.furthest = std::max(all.furthest, stages.furthest);
    all.others += stages.others;
  }
  if (unfinished || !all.furthest) {
    return unfinished;
  }
  std::optional<std::uint32_t> asked = stage_asked(target, less);
  if (!asked) {
    asked = stage_asked(name, less);
  }
  return asked && *all.furthest < *asked
         && vocabulary.foreign_words(all.others, own, year, Beside::done).empty();
}

} // namespace jixiao::vocabulary
