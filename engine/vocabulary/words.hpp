#pragma once
// Everything a Vocabulary holds. Private to this folder: the loaders fill it, vocabulary.cpp answers from it.
#include "engine/vocabulary/name_hint_table.hpp"
#include "engine/vocabulary/number_doubts.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "engine/vocabulary/word_key.hpp"

#include <array>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

namespace jixiao::vocabulary {

/// A unit word that means another unit beside certain indicator names.
struct AmbiguousUnit {
  std::string other; ///< id of the other unit
  std::vector<std::string> name_words;
};

/// Where a level word stands: step 0 is the best of its scale.
struct LevelPlace {
  std::uint32_t scale = 0;
  std::uint32_t step = 0;
};

struct LevelWord {
  std::uint8_t rank = 0;
  std::uint32_t line = 0; ///< where the rank was first given
  std::vector<LevelPlace> places;
};

/// A word of a stage that projects pass through; stage 0 is the earliest.
struct StageWord {
  std::string text;
  std::uint32_t stage = 0;
};

/// What an answer in words says that is less than done; all lists longest first.
struct ShortOfDone {
  std::vector<std::string> weak;         ///< before a word of `done` they take some of it back
  std::vector<std::string> unfinished;   ///< wherever they stand
  std::vector<std::string> according_to; ///< what stands behind is what it was done by
  std::vector<StageWord> stages;
  std::vector<std::string> done;    ///< words of the lexicon that say that it was done
  std::vector<std::string> fillers; ///< words of the lexicon that may stand beside them
  /// How weak, unfinished and stage words begin: with two characters, or three where they are longer.
  std::unordered_set<std::string, WordHash, std::equal_to<>> beginnings;
};

/// Words of remarks in brackets behind a number, longest first.
struct RemarkWords {
  std::vector<std::string> included, excluded, of_which, tolerance, explains;
};

/// Words of names that want things built, and of answers that only say that it was begun.
struct BuiltWords {
  std::vector<std::string> asked, begun, except;
};

/// Verbs before the number that a change reached, and what may stand behind it.
struct ChangedTo {
  std::vector<std::string> rise, fall, bound;
};

/// What must not happen, that it did not, and words that make it more than one thing.
struct NothingWords {
  std::vector<std::string> asked, answered, joined, events;
};

/// A word of a list of `apart`; synonyms share their group.
struct ApartWord {
  std::string text;
  std::size_t group = 0;
  bool state = false; ///< one of its group says that something is done
};

struct Words {
  grammar::Lexicon lexicon;
  WordMap<model::Unit> units;
  WordMap<AmbiguousUnit> ambiguous_units;
  /// Pairs of classifiers, the smaller id first.
  std::set<std::pair<std::string, std::string>, std::less<>> same, refused;

  WordMap<model::Level1> level1;
  WordMap<Level2> level2;
  WordMap<model::Direction> directions;
  WordMap<bool> foot_labels; ///< of lines below the indicators
  WordMap<bool> qualitative_marks;
  WordMap<model::Column> columns;
  std::array<std::string, model::column_count> column_names; ///< as printed in the standard table
  std::array<std::vector<std::string>, model::column_count>
      column_words; ///< as written, first the printed one
  WordMap<bool> fused_targets;
  std::vector<std::string> fused_target_words;
  WordMap<bool> sum_labels;                ///< true: of a subtotal
  std::vector<std::string> printed_rules;  ///< heads of columns with the rule of each row
  std::vector<std::string> bonus_headings; ///< of rows that add to the full marks or take from them
  WordMap<LevelWord> levels;
  NameHintTable hints;
  /// Denials, plans, achievements, what was reached, actuals, doing, words that are denials as whole answers,
  /// rises, falls, words beside "done", words between a negation and what it denies,
  /// comparisons with another number, words for a part, for a class, for where a change began; without
  /// blanks.
  std::array<std::vector<std::string>, 15> claims;
  std::vector<std::vector<ApartWord>> apart;  ///< lists of words that name something else than the others
  std::vector<std::string> citations;         ///< beginnings of clauses that say where the proof stands
  std::vector<std::string> outcomes;          ///< what came of an act, of those that it was done to
  std::vector<std::string> percentage_points; ///< of units: no percentages
  std::vector<std::string> vague;             ///< words of targets that nobody can measure, longest first
  std::vector<std::string> served;            ///< words of names that ask for a term, not for a day
  std::vector<std::string> doing;             ///< those of `claims`, longest first
  std::vector<std::string> doing_by_plan;     ///< those of `doing` that hold a word of plans
  std::vector<std::string> with_done; ///< what may stand in the statement that it is done, longest first
  ShortOfDone short_of_done;
  RemarkWords remarks;
  BuiltWords built;
  ChangedTo changed_to;
  NothingWords nothing;
  NumberDoubts doubts;
  std::vector<std::string> negations; ///< words of the lexicon that deny what follows them, longest first
  std::vector<std::string> no_events; ///< words of the lexicon that say that nothing happened, longest first
};

struct Vocabulary::Data : Words {};

/// Fills `beginnings` when the lists are complete.
void index_beginnings(ShortOfDone& less);

/// For what is asked of a vocabulary beside its class.
[[nodiscard]] Words const& words_of(Vocabulary const& vocabulary);

/// A word of `said` that names something else than the words of the same list in `own`: built and rebuilt,
/// qualified and completed. Empty when `said` has one of the row's own, too. `states`: words for "done"
/// count.
[[nodiscard]] std::string_view word_apart(std::string_view said, std::string_view own,
                                          std::vector<std::vector<ApartWord>> const& lists, bool states);

} // namespace jixiao::vocabulary
