#pragma once
// What the rules of a pack may ask about one comparison of an actual with a target. Rules see these fields by
// name and nothing else; lowering fills them, rulepack evaluates over them.
#include "engine/number/interval.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace jixiao::model {

/// Three-valued: `unknown` when the interval of what is known does not decide.
enum class Truth : std::uint8_t { no, yes, unknown };

/// Fields that are numbers, in base units of the comparison's dimension.
/// `attainment` (actual / target), `deviation` (actual - target) and `deviation_rate` ((actual - target) /
/// target) are no fields of their own: the compiler of rules writes them out.
enum class NumberField : std::uint8_t {
  actual,
  target, ///< of a range: the end that the actual misses (its near end), so that a ratio has one meaning
  weight,
  pass_threshold, ///< share of the target below which nothing is earned; 0 when the table has none
  execution_rate, ///< of the project: executed / adjusted budget, not capped
  budget,
  executed, ///< of the project, in yuan
  // What few rows have: FarNumbers.
  target_1, ///< of a scale: the best value, to target_5, the last one that still earns something
  target_2,
  target_3,
  target_4,
  target_5,
  elapsed,         ///< part of the year gone by when the project is monitored: month / 12
  initial_budget,  ///< of the project, in yuan
  adjusted_budget, ///< of the project, in yuan
  input_1,         ///< figures of the row that a pack names itself (`inputs`), to input_16
};
inline constexpr std::size_t near_field_count = 7;
inline constexpr std::size_t scale_steps = 5;
inline constexpr std::size_t input_count = 16;
inline constexpr std::size_t named_number_count = 15; ///< without the inputs, whose names packs give
inline constexpr std::size_t number_field_count = named_number_count + input_count;

/// The field `step` places behind `first`: the fifth target of a scale, an input.
[[nodiscard]] constexpr NumberField operator+(NumberField first, std::size_t step) {
  return static_cast<NumberField>(static_cast<std::size_t>(first) + step);
}

/// Fields that are true, false or unknown.
enum class TruthField : std::uint8_t {
  quantity,         ///< both sides are numbers of one dimension
  met,              ///< the actual satisfies the relation (strictness kept)
  named,            ///< the row has an indicator name
  weighted,         ///< the row prints a weight
  assumed,          ///< unit, relation, direction or matching part was supplied and matters to the result
  suspect,          ///< the target or actual is probably a slip of digits
  external,         ///< the target is set elsewhere
  about,            ///< the target is approximate
  at_limit,         ///< actual = target under a strict relation
  restated,         ///< the actual repeats the target's words or bound
  echo,             ///< the actual repeats the indicator's name
  no_event,         ///< the actual says that nothing happened
  zero_event,       ///< ... against a target of 0
  done_asked,       ///< the target asks done or not, or names the whole budget year
  deadline,         ///< the target is a date or a period
  period_inside,    ///< the actual's date or period lies inside the target's
  declared_scale,   ///< the level words come from a scale that the name declares
  relation_printed, ///< a cell of the table says the relation
  tier_no_effect,   ///< the declared scale calls something "partly met" that says nothing improved
  each,             ///< the target holds for each thing and the number of things is not known
  unreached,        ///< the actual says that it was not done, or states a plan or another year
  doubtful,     ///< the number or date of the actual is perhaps not the one asked, or two cells contradict
  scaled,       ///< the row has five targets, each less than the one before it, or each more
  reason_given, ///< the row says why it deviates
  unreadable,   ///< the cell of the target or of the actual holds what nobody can read or place
};
inline constexpr std::size_t truth_field_count = 25;

/// Fields that are one word of a fixed list.
enum class WordField : std::uint8_t {
  target_kind,
  actual_kind,
  relation,
  direction,
  level,
  position,
  level1,
  dimension
};
inline constexpr std::size_t word_field_count = 8;
inline constexpr std::size_t most_words = 32; ///< that one of them may have

/// Words of WordField::relation: the relation as used; `none` when nothing says or implies one. The others
/// stand in the order of grammar::Relation. (target_kind and actual_kind hold grammar::CellKind, dimension
/// holds Dimension, each by number.)
enum class RelationWord : std::uint8_t {
  none,
  at_least,
  at_most,
  equal,
  more_than,
  less_than,
  not_equal,
  about
};
/// Words of WordField::position: where the actual's set lies against the target's. `point`: the actual is one
/// number.
enum class Position : std::uint8_t { none, point, inside, same, overlap, outside };
/// Words of WordField::level: how the actual's level stands to the target's on the scale. `none`: no level.
enum class LevelVerdict : std::uint8_t { none, met, partly_met, not_met };
/// Words of WordField::direction; `none` when nothing decides it.
enum class Direction : std::uint8_t { none, positive, negative };
/// Level 1 of the taxonomy. `department` marks items of a department form; `other` is a word not understood.
enum class Level1 : std::uint8_t { other, output, benefit, satisfaction, cost, execution, department };

[[nodiscard]] std::string_view name(NumberField field);
[[nodiscard]] std::string_view name(TruthField field);
[[nodiscard]] std::string_view name(WordField field);
[[nodiscard]] std::string_view name(RelationWord word);
[[nodiscard]] std::string_view name(Position word);
[[nodiscard]] std::string_view name(LevelVerdict word);
[[nodiscard]] std::string_view name(Direction word);
[[nodiscard]] std::string_view name(Level1 word);

/// The words that `field` can hold, by number; a rule that names another word is refused at load time.
[[nodiscard]] std::span<std::string_view const> words_of(WordField field);

/// The numbers behind near_field_count.
using FarNumbers = std::array<std::optional<number::Interval>, number_field_count - near_field_count>;

/// The facts of one comparison. A number that is absent makes every formula that uses it unknown.
struct Facts {
  std::array<std::optional<number::Interval>, near_field_count> numbers{};
  std::shared_ptr<FarNumbers> far; ///< null in nearly every row; copies of the facts share it until written
  std::array<Truth, truth_field_count> truths{};
  std::array<std::uint8_t, word_field_count> words{};

  [[nodiscard]] std::optional<number::Interval> const& number(NumberField f) const {
    auto const index = static_cast<std::size_t>(f);
    return index < near_field_count ? numbers[index] : far_number(index);
  }
  [[nodiscard]] std::optional<number::Interval>& number(NumberField f) {
    auto const index = static_cast<std::size_t>(f);
    return index < near_field_count ? numbers[index] : own_far()[index - near_field_count];
  }
  [[gnu::always_inline]] void set(NumberField f, number::Rational const& value) {
    std::optional<number::Interval>& to = number(f);
    if (to) {
      to->set_point(value);
    } else {
      to = number::Interval::point(value);
    }
  }
  [[nodiscard]] Truth truth(TruthField f) const { return truths[static_cast<std::size_t>(f)]; }
  void set(TruthField f, Truth v) { truths[static_cast<std::size_t>(f)] = v; }
  void set(TruthField f, bool v) { set(f, v ? Truth::yes : Truth::no); }
  [[nodiscard]] std::uint8_t word(WordField f) const { return words[static_cast<std::size_t>(f)]; }
  template <class Word>
  void set(WordField f, Word v) {
    words[static_cast<std::size_t>(f)] = static_cast<std::uint8_t>(v);
  }

private:
  [[nodiscard]] std::optional<number::Interval> const& far_number(std::size_t index) const;
  [[nodiscard]] FarNumbers& own_far(); ///< to write to: made when there is none, no longer shared
};

} // namespace jixiao::model
