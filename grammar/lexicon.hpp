#pragma once
// The words that the cell grammar reads with. Plain data: `vocabulary` fills it from rules/units.yaml and
// rules/lexicon.yaml; nothing here knows a file, and no Chinese word stands in C++.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::grammar {

/// How an actual value relates to its target. `about` is the approximate relation ("some eight").
enum class Relation : std::uint8_t { at_least, at_most, equal, more_than, less_than, not_equal, about };

/// A word or sign that states a relation. `after` words follow the number ("three and more"), the others
/// precede it. A pair such as "kept within ..." is two words: the opener has `needs_closer`, the closer is an
/// `after` word.
struct RelationWord {
  std::string text;
  Relation relation = Relation::equal;
  bool after = false;
  bool needs_closer = false; ///< without its closer it is a subject word, not a relation
  bool approximate = false;  ///< "odd", "nearly": the number is not exact
};

/// A word of a numeral. `digit` adds one digit, `multiplier` multiplies by 10^exponent.
struct NumeralWord {
  std::string text;
  bool multiplier = false;
  std::uint8_t digit = 0;    ///< 0..9, when not a multiplier
  std::uint8_t exponent = 0; ///< 1 for ten, 4 for ten thousand, when a multiplier
};

/// A unit as people write it; `id` names the unit in units.yaml. Longest match wins, so ten thousand yuan may
/// be a unit of its own.
struct UnitWord {
  std::string text;
  std::string id;
};

/// What a plain word tells. Every class is a list in lexicon.yaml, under the name of its enumerator
/// (`word_class_names`). One word may stand in several classes.
enum class WordClass : std::uint8_t {
  empty_mark,    ///< / or a dash alone: the cell is empty
  status,        ///< done, passed, up to standard: says that it was done
  status_filler, ///< words that may stand around a status word without changing it (fully, on time, task)
  level,         ///< a level of a scale
  each,          ///< the number holds for each of several things
  total,         ///< the number is a sum
  subject,       ///< verbs and nouns that introduce a number without changing it (complete, satisfaction)
  condition,     ///< marks a part as a condition (on the premise that)
  name_marker,   ///< makes the number in front of it part of a name or a condition, not a value
  negated_event, ///< begins a statement that nothing happened
  event,         ///< what did not happen: accident, outage
  external,      ///< the number is set elsewhere
  plain,         ///< only looks like a number, a unit or a level (ten parts = very, one body)
  copula,        ///< joins a subject to its number and is no part of either (reach, is, to)
  negation,      ///< takes back what the status, level or number behind it says (not, basically, partly)
  several,       ///< makes a number indefinite (a few, some)
  ordinal,       ///< makes a number a rank (the -th, the first)
  further,       ///< begins a further thing without a number (and later ones)
  lead_in,       ///< begins or ends a clause that only leads into the next one (because of, after)
  conjunction,   ///< between the two bounds of one range (and)
  range_joiner,  ///< between the ends of a range (to); dashes and tildes are built in
  decimal_point, ///< the point of a numeral in words
  fraction,      ///< between denominator and numerator: parts of
  half,          ///< one half
  minus,         ///< negative
  date_year,     ///< year, also budget year
  date_month,    ///< month
  date_day,      ///< day of the month
  date_quarter,  ///< quarter of a year
  date_first_half,
  date_second_half,
  date_whole_year, ///< this year, the whole year, within the year
  date_early,      ///< first ten days of a month
  date_middle,     ///< second ten days
  date_late,       ///< the rest of the month
  date_end,        ///< end of a month or year
  date_before,     ///< makes a date a deadline
  date_after,      ///< makes a date a beginning
  hedge,           ///< weakens what a status word says, but no number (basically, partly, planned)
};

/// Names of the classes, in the order of the enumeration.
inline constexpr std::array<std::string_view, 39> word_class_names{"empty_mark",
                                                                   "status",
                                                                   "status_filler",
                                                                   "level",
                                                                   "each",
                                                                   "total",
                                                                   "subject",
                                                                   "condition",
                                                                   "name_marker",
                                                                   "negated_event",
                                                                   "event",
                                                                   "external",
                                                                   "plain",
                                                                   "copula",
                                                                   "negation",
                                                                   "several",
                                                                   "ordinal",
                                                                   "further",
                                                                   "lead_in",
                                                                   "conjunction",
                                                                   "range_joiner",
                                                                   "decimal_point",
                                                                   "fraction",
                                                                   "half",
                                                                   "minus",
                                                                   "date_year",
                                                                   "date_month",
                                                                   "date_day",
                                                                   "date_quarter",
                                                                   "date_first_half",
                                                                   "date_second_half",
                                                                   "date_whole_year",
                                                                   "date_early",
                                                                   "date_middle",
                                                                   "date_late",
                                                                   "date_end",
                                                                   "date_before",
                                                                   "date_after",
                                                                   "hedge"};
static_assert(word_class_names.size() == static_cast<std::size_t>(WordClass::hedge) + 1);

struct ClassWord {
  std::string text;
  WordClass word_class = WordClass::subject;
};

struct Lexicon {
  std::vector<RelationWord> relations;
  std::vector<NumeralWord> numerals;
  std::vector<UnitWord> units;
  std::vector<ClassWord> words;
};

} // namespace jixiao::grammar
