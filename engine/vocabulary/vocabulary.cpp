#include "engine/vocabulary/vocabulary.hpp"

#include "engine/vocabulary/change.hpp"
#include "engine/vocabulary/foot_label.hpp"
#include "engine/vocabulary/known_words.hpp"
#include "engine/vocabulary/loaders.hpp"
#include "engine/vocabulary/words.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::vocabulary {
namespace {

/// `name` (a word key) without what stands in brackets or behind a colon: explanations and declared scales
/// speak of other things. All of it when nothing else is left.
std::string head_of_name(std::string name) {
  std::string head;
  std::size_t depth = 0;
  for (char const c : name) {
    if (c == '(' || c == '[') {
      ++depth;
    } else if (c == ')' || c == ']') {
      depth -= depth == 0 ? 0 : 1;
    } else if (c == ':' && depth == 0) {
      break;
    } else if (depth == 0) {
      head += c;
    }
  }
  return head.empty() ? std::move(name) : head;
}

} // namespace

Vocabulary::Vocabulary() = default;
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

grammar::Lexicon const& Vocabulary::lexicon() const {
  return data_->lexicon;
}

model::Unit const* Vocabulary::unit(std::string_view id) const {
  auto const found = data_->units.find(id);
  return found == data_->units.end() ? nullptr : &found->second;
}

ClassifierMatch Vocabulary::match_classifiers(std::string_view left, std::string_view right) const {
  if (left == right) {
    return ClassifierMatch::same;
  }
  std::pair<std::string, std::string> const pair(std::min(left, right), std::max(left, right));
  if (data_->same.count(pair) != 0) {
    return ClassifierMatch::same;
  }
  return data_->refused.count(pair) != 0 ? ClassifierMatch::refused : ClassifierMatch::differs;
}

std::string_view Vocabulary::unit_beside(std::string_view unit_id, std::string_view indicator_name) const {
  auto const found = data_->ambiguous_units.find(unit_id);
  if (found != data_->ambiguous_units.end()) {
    std::string const name = word_key(indicator_name);
    for (std::string const& word : found->second.name_words) {
      if (name.find(word) != std::string::npos) {
        return found->second.other;
      }
    }
  }
  return unit_id;
}

bool Vocabulary::depends_on_name(std::string_view unit_id) const {
  return data_->ambiguous_units.find(unit_id) != data_->ambiguous_units.end();
}

model::Level1 Vocabulary::level1(std::string_view text) const {
  model::Level1 const* const found = find_word(data_->level1, text);
  return found == nullptr ? model::Level1::other : *found;
}

std::optional<Level2> Vocabulary::level2(std::string_view text) const {
  Level2 const* const found = find_word(data_->level2, text);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

model::Direction Vocabulary::direction(std::string_view text) const {
  model::Direction const* const found = find_word(data_->directions, text);
  return found == nullptr ? model::Direction::none : *found;
}

bool Vocabulary::is_qualitative_mark(std::string_view text) const {
  return find_word(data_->qualitative_marks, text) != nullptr;
}

std::optional<bool> Vocabulary::sum_label(std::string_view text) const {
  bool const* const found = find_word(data_->sum_labels, text);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::size_t Vocabulary::longest_sum_label() const {
  std::size_t longest = 0;
  for (auto const& [label, part] : data_->sum_labels) {
    longest = std::max(longest, label.size());
  }
  return longest;
}

namespace {

/// One of `words` stands in `where`.
bool says(std::string const& where, std::vector<std::string> const& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string const& word) { return where.find(word) != std::string::npos; });
}

} // namespace

Claim Vocabulary::claim(std::string_view actual) const {
  std::string const text = grammar::without_blanks(actual);
  std::vector<std::string> const& denials = data_->claims[0];
  std::vector<std::string> const& plans = data_->claims[1];
  std::vector<std::string> const& achievements = data_->claims[2];
  std::vector<std::string> const& actuals = data_->claims[4];
  std::vector<std::string> const& whole_denials = data_->claims[6];
  bool const denied_alone =
      std::find(whole_denials.begin(), whole_denials.end(), word_key(text)) != whole_denials.end();
  if (denied_alone || says(text, denials)) {
    return Claim::denied;
  }
  if (says(text, actuals)) {
    return Claim::achieved;
  }
  std::string rest = text; // "as planned" and the like are no plans
  for (std::string const& word : data_->doing_by_plan) {
    for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word, at)) {
      rest.replace(at, word.size(), " ");
    }
  }
  if (says(rest, plans)) {
    return Claim::planned;
  }
  return says(text, achievements) || says(text, data_->claims[3]) ? Claim::achieved : Claim::plain;
}

NameHints Vocabulary::hints(std::string_view indicator_name) const {
  return data_->hints.find(head_of_name(word_key(indicator_name)));
}

std::optional<model::Column> Vocabulary::column(std::string_view header) const {
  model::Column const* const found = find_word(data_->columns, header);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::string_view Vocabulary::column_name(model::Column column) const {
  return data_->column_names[static_cast<std::size_t>(column)];
}

std::vector<std::string> const& Vocabulary::column_words(model::Column column) const {
  return data_->column_words[static_cast<std::size_t>(column)];
}

std::vector<std::string> const& Vocabulary::fused_target_words() const {
  return data_->fused_target_words;
}

bool Vocabulary::is_fused_target(std::string_view header) const {
  return find_word(data_->fused_targets, header) != nullptr;
}

std::optional<std::uint8_t> Vocabulary::level_rank(std::string_view level) const {
  LevelWord const* const found = find_word(data_->levels, level);
  return found == nullptr ? std::nullopt : std::optional(found->rank);
}

std::optional<std::uint32_t> Vocabulary::level_step(std::string_view level) const {
  LevelWord const* const found = find_word(data_->levels, level);
  if (found == nullptr || found->places.empty()) {
    return std::nullopt;
  }
  return std::min_element(
             found->places.begin(), found->places.end(),
             [](LevelPlace const& left, LevelPlace const& right) { return left.step < right.step; })
      ->step;
}

std::uint32_t Vocabulary::scale_steps(std::string_view level) const {
  LevelWord const* const found = find_word(data_->levels, level);
  std::uint32_t result = 0;
  if (found == nullptr) {
    return result;
  }
  for (auto const& [word, other] : data_->levels) {
    for (LevelPlace const& place : other.places) {
      bool const together = std::any_of(found->places.begin(), found->places.end(),
                                        [&](LevelPlace const& own) { return own.scale == place.scale; });
      result = together ? std::max(result, place.step + 1) : result;
    }
  }
  return result;
}

std::optional<model::LevelVerdict> Vocabulary::compare_levels(std::string_view target,
                                                              std::string_view actual) const {
  LevelWord const* const wanted = find_word(data_->levels, target);
  LevelWord const* const given = find_word(data_->levels, actual);
  if (wanted == nullptr || given == nullptr) {
    return std::nullopt;
  }
  for (LevelPlace const& left : wanted->places) {
    for (LevelPlace const& right : given->places) {
      if (left.scale == right.scale) {
        if (right.step <= left.step) {
          return model::LevelVerdict::met;
        }
        return given->rank >= 2 ? model::LevelVerdict::not_met : model::LevelVerdict::partly_met;
      }
    }
  }
  return std::nullopt;
}

/// Reaches what is private, for the functions beside the class.
struct VocabularyBuilder {
  static Words const& words(Vocabulary const& vocabulary) { return *vocabulary.data_; }
  /// Groups of `apart` that hold a word for "done": beside a number they say so, whatever else is asked.
  static void mark_states(Words& words) {
    for (std::vector<ApartWord>& list : words.apart) {
      std::vector<bool> states(list.empty() ? 0 : list.back().group + 1);
      for (ApartWord const& word : list) {
        bool const state = std::any_of(
            words.lexicon.words.begin(), words.lexicon.words.end(), [&](grammar::ClassWord const& each) {
              return each.word_class == grammar::WordClass::status && each.text == word.text;
            });
        states[word.group] = states[word.group] || state;
      }
      for (ApartWord& word : list) {
        word.state = states[word.group];
      }
    }
  }
  static Vocabulary build(Words words) {
    Vocabulary result;
    auto data = std::make_unique<Vocabulary::Data>();
    static_cast<Words&>(*data) = std::move(words);
    data->doing = data->claims[5];
    data->with_done = data->claims[9];
    data->with_done.insert(data->with_done.end(), data->doing.begin(), data->doing.end());
    for (grammar::ClassWord const& word : data->lexicon.words) {
      using grammar::WordClass;
      if (word.word_class == WordClass::negated_event) {
        data->no_events.push_back(word.text);
      } else if (word.word_class == WordClass::negation) {
        data->negations.push_back(word.text);
      } else if (word.word_class == WordClass::status || word.word_class == WordClass::status_filler) {
        data->with_done.push_back(word.text);
        bool const done = word.word_class == WordClass::status;
        (done ? data->short_of_done.done : data->short_of_done.fillers).push_back(word.text);
      }
    }
    mark_states(*data);
    ShortOfDone& less = data->short_of_done;
    less.done.insert(less.done.end(), data->claims[2].begin(), data->claims[2].end());
    std::stable_sort(
        less.stages.begin(), less.stages.end(),
        [](StageWord const& left, StageWord const& right) { return left.text.size() > right.text.size(); });
    for (std::vector<std::string>* list :
         {&data->doing, &data->with_done, &data->no_events, &data->negations, &data->claims[3],
          &data->claims[10], &less.weak, &less.unfinished, &less.according_to, &less.done, &less.fillers,
          &data->remarks.included, &data->remarks.excluded, &data->remarks.of_which}) {
      std::stable_sort(list->begin(), list->end(), [](std::string const& left, std::string const& right) {
        return left.size() > right.size();
      });
    }
    std::copy_if(data->doing.begin(), data->doing.end(), std::back_inserter(data->doing_by_plan),
                 [&plans = data->claims[1]](std::string const& word) { return says(word, plans); });
    index_beginnings(less);
    result.data_ = std::move(data);
    return result;
  }
};

Words const& words_of(Vocabulary const& vocabulary) {
  return VocabularyBuilder::words(vocabulary);
}

Change find_change(Vocabulary const& vocabulary, std::string_view cell) {
  auto const& claims = words_of(vocabulary).claims;
  std::string const text = grammar::without_blanks(cell);
  auto const first_of = [&](std::vector<std::string> const& words) -> std::string_view {
    auto const found = std::find_if(words.begin(), words.end(), [&](std::string const& word) {
      return text.find(word) != std::string::npos;
    });
    return found == words.end() ? std::string_view() : std::string_view(*found);
  };
  std::string_view const rise = first_of(claims[7]);
  std::string_view const fall = first_of(claims[8]);
  if (rise.empty() == fall.empty() || !first_of(claims[3]).empty()) {
    return {};
  }
  return rise.empty() ? Change{Trend::fall, fall} : Change{Trend::rise, rise};
}

bool is_foot_label(Vocabulary const& vocabulary, std::string_view text) {
  return find_word(VocabularyBuilder::words(vocabulary).foot_labels, text) != nullptr;
}

std::vector<std::string> known_words(Vocabulary const& vocabulary, WordsOf of) {
  Words const& words = words_of(vocabulary);
  std::vector<std::string> known;
  auto const add_keys = [&known](auto const& map) {
    for (auto const& [key, meaning] : map) {
      known.push_back(key);
    }
  };
  auto const add_texts = [&known](auto const& list) {
    for (auto const& each : list) {
      known.push_back(each.text);
    }
  };
  switch (of) {
  case WordsOf::level1: add_keys(words.level1); break;
  case WordsOf::level2: add_keys(words.level2); break;
  case WordsOf::relation:
    add_texts(words.lexicon.relations);
    add_keys(words.qualitative_marks);
    break;
  case WordsOf::unit: add_texts(words.lexicon.units); break;
  case WordsOf::direction: add_keys(words.directions); break;
  case WordsOf::answer:
    add_keys(words.levels);
    for (grammar::ClassWord const& word : words.lexicon.words) {
      using grammar::WordClass;
      WordClass const is = word.word_class;
      if (is == WordClass::status || is == WordClass::level || is == WordClass::negated_event) {
        known.push_back(word.text);
      }
    }
    break;
  case WordsOf::head:
    add_keys(words.columns);
    add_keys(words.fused_targets);
    break;
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  return known;
}

diagnostic::Outcome<Vocabulary> load_vocabulary(RuleFile const& units, RuleFile const& lexicon,
                                                RuleFile const& taxonomy) {
  diagnostic::Outcome<Vocabulary> result;
  Words words;
  load_units(units, words, result.diagnostics);
  load_grammar_words(lexicon, words, result.diagnostics);
  load_table_words(lexicon, words, result.diagnostics);
  load_number_doubts(lexicon.tree, lexicon.source, words, result.diagnostics);
  find_least_ratio(words);
  load_taxonomy(taxonomy, words, result.diagnostics);
  if (diagnostic::worst(result.diagnostics) != diagnostic::Severity::error) {
    result.value = VocabularyBuilder::build(std::move(words));
  }
  return result;
}

} // namespace jixiao::vocabulary
