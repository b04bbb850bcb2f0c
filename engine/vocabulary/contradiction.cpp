// "Not stable" where it is asked to be stable: a negation before a word of the target needs no list.
#include "engine/vocabulary/clauses.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "engine/vocabulary/words.hpp"
#include "grammar/text.hpp"

#include <algorithm>

namespace jixiao::vocabulary {

namespace {

bool has_any(std::string_view text, std::vector<std::string> const& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string const& word) { return text.find(word) != std::string_view::npos; });
}

/// Two characters that `own` says, too, at the beginning of `text`; both of them no ASCII.
bool begins_with_own(std::string_view text, std::string_view own) {
  std::size_t const length = bytes_of(text, 2);
  std::string_view const pair = text.substr(0, length);
  return length >= 4 && bytes_of(pair, 1) < length && own.find(pair) != std::string_view::npos;
}

} // namespace

bool Vocabulary::contradicts(std::string_view said, std::string_view target, std::string_view name,
                             std::string_view level) const {
  std::string const answer = grammar::without_blanks(grammar::fold_width(said));
  std::string const asked = grammar::without_blanks(grammar::fold_width(target));
  bool const denial_asked =
      !word_at(asked, data_->negations).empty() || !word_at(asked, data_->no_events).empty();
  if (!denial_asked && !has_any(answer, data_->negations)) {
    return false; // nearly every answer
  }
  std::string const own = asked + grammar::without_blanks(grammar::fold_width(name));
  for (std::string const& clause : clauses_of(answer)) {
    if (denies_word(clause, asked, own, level) || says_denied(clause, asked, own)) {
      return true;
    }
  }
  return false;
}

bool Vocabulary::denies_word(std::string_view clause, std::string_view asked, std::string_view own,
                             std::string_view level) const {
  std::vector<std::string> const& no_events = data_->no_events;
  for (std::size_t at = 0; at < clause.size(); at += bytes_of(clause.substr(at), 1)) {
    std::string_view const negation = word_at(clause.substr(at), data_->negations);
    if (negation.empty()) {
      continue;
    }
    std::string_view const here = clause.substr(at);
    bool const of_level = !level.empty() && here.substr(0, level.size()) == level;
    std::size_t const with_one = negation.size() + bytes_of(here.substr(negation.size()), 1);
    bool const asked_so = asked.find(here.substr(0, with_one)) != std::string_view::npos;
    std::string_view const before = clause.substr(0, at);
    if (of_level || asked_so || has_any(before, no_events) || has_any(before, data_->negations)) {
      continue; // a level of its own, the target's own denial, or no instability
    }
    // "None of it" counts things, too: a delay of the project denies no project.
    bool const counts = std::find(no_events.begin(), no_events.end(), negation) != no_events.end();
    for (std::string_view rest = here.substr(negation.size());;) {
      if (rest == asked && bytes_of(asked, 1) == asked.size()) {
        return true; // "not high" where "high" is asked: one character, and no other behind it
      }
      if (begins_with_own(rest, asked) && (!counts || foreign_words(rest, own, 0, Beside::done).empty())) {
        return true;
      }
      std::string_view const filler = word_at(rest, data_->claims[10]);
      if (filler.empty()) {
        break;
      }
      rest.remove_prefix(filler.size());
    }
  }
  return false;
}

bool Vocabulary::says_denied(std::string_view clause, std::string_view asked, std::string_view own) const {
  std::string_view negation = word_at(asked, data_->negations);
  if (std::string_view const none = word_at(asked, data_->no_events); none.size() > negation.size()) {
    negation = none;
  }
  std::string_view const denied = asked.substr(negation.size());
  bool const takes_back = has_any(clause, data_->negations) || has_any(clause, data_->no_events);
  if (negation.empty() || takes_back || !begins_with_own(denied, denied)
      || clause.find(denied) == std::string_view::npos) {
    return false;
  }
  std::string verbs(own); // what happened, where the words say that it did not
  for (std::string const& word : data_->no_events) {
    verbs += word;
  }
  return foreign_words(clause, verbs, 0, Beside::done).empty();
}

} // namespace jixiao::vocabulary
