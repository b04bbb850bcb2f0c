#pragma once
// The words that the cell grammar reads with. Plain data: `vocabulary` fills it from rules/units.yaml and
// rules/lexicon.yaml; nothing here knows a file, and no Chinese word stands in C++.
#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::grammar {

/// How an actual value relates to its target. `about` is the approximate relation (8 件次左右).
enum class Relation : std::uint8_t { at_least, at_most, equal, more_than, less_than, not_equal, about };

/// A word or sign that states a relation. `after` words follow the number (3次以上, 6%以内), the others
/// precede it. A pair such as 控制在…以内 is two words: the opener has `needs_closer`, the closer is an
/// `after` word.
struct RelationWord {
  std::string text;
  Relation relation = Relation::equal;
  bool after = false;
  bool needs_closer = false; ///< without its closer it is a subject word, not a relation
  bool approximate = false;  ///< 余, 多, 近, 约: the number is not exact
};

/// A word of a numeral. `digit` adds one digit, `multiplier` multiplies by 10^exponent.
struct NumeralWord {
  std::string text;
  bool multiplier = false;
  std::uint8_t digit = 0;    ///< 0..9, when not a multiplier
  std::uint8_t exponent = 0; ///< 1 for 十, 4 for 万, when a multiplier
};

/// A unit as people write it; `id` names the unit in units.yaml. Longest match wins, so 万元 may be a unit of
/// its own.
struct UnitWord {
  std::string text;
  std::string id;
};

/// What a plain word tells. Every class is a list in lexicon.yaml.
enum class WordClass : std::uint8_t {
  empty_mark,    ///< / 无 —— -: the cell is empty
  status,        ///< 完成 已完成 通过验收 达标: says that it was done
  status_filler, ///< words that may stand around a status word without changing it (全面, 按时, 任务)
  level,         ///< 高 优 良好 满意: a level of a scale
  each,          ///< 各 每 分别: the number holds for each thing
  total,         ///< 共 共计 合计: the number is a sum
  subject,       ///< verbs and nouns that introduce a number without changing it (完成, 达到, 满意度)
  condition,     ///< marks a part as a condition (前提下)
  name_marker,   ///< makes the number in front of it part of a name or a condition, not a value
  negated_event, ///< 无 未发生 未出现: begins a statement that nothing happened
  event,         ///< 事故 意外 宕机: what did not happen
  external,      ///< 下达任务数 上级下达: the number is set elsewhere
};

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
