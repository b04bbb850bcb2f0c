#pragma once
// A reader's memory: the grammar, the conventions, and what it has read so far.
#include "engine/lowering/columns.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/lowering/memo.hpp"
#include "engine/lowering/name.hpp"
#include "engine/lowering/none_words.hpp"
#include "engine/lowering/plain_comparison.hpp"
#include "engine/lowering/reading_pool.hpp"
#include "engine/lowering/short_texts.hpp"
#include "engine/lowering/target.hpp"
#include "engine/lowering/word_answers.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jixiao::lowering {

/// The two upper levels of an indicator as the taxonomy knows them.
struct Levels {
  model::Level1 level1 = model::Level1::other;
  std::optional<vocabulary::Level2> level2;
  bool execution = false;                            ///< one of the two is the budget execution rate
  bool level1_points = false, level2_points = false; ///< it prints those of its rows
  bool bonus = false; ///< one of the two is that of points beside the full marks
  MoneyLevel money = MoneyLevel::unknown;
  std::uint64_t level2_print = 0;
  std::string padded_level2_id; ///< as many bytes behind it as PaddedText needs

  /// `level2` is known.
  [[nodiscard]] model::PaddedText level2_id() const { return {padded_level2_id.data(), level2->id.size()}; }
};

/// Cost stands under output in the forms of 2020 and beside it in those of 2021.
[[nodiscard]] inline bool either_is_cost(model::Level1 left, model::Level1 right) {
  using model::Level1;
  return (left == Level1::cost && right == Level1::output)
         || (left == Level1::output && right == Level1::cost);
}

/// Columns beside a target and what they mean together.
struct KnownColumns {
  std::shared_ptr<ColumnMeaning const> meaning;
  std::uint32_t number = 0; ///< no other columns have it
  bool has_measure = false;
  bool unit_by_name = false; ///< the unit means another one beside certain names
};

struct Pattern;

/// What surrounds name and numbers of a row: one entry for all five texts, since a table repeats them
/// together.
struct RowFrame {
  Levels levels;
  KnownColumns columns;

  /// The patterns last met here, so that a row finds its own without another search.
  struct Met {
    std::uint32_t name = 0; ///< its kind, or the name's own number
    std::int32_t year = 0;
    std::shared_ptr<Pattern> pattern;
  };
  std::array<Met, 8> met;
};

/// How an actual cell says its number. Texts of the plain forms are read without the grammar.
enum class AnswerForm : std::uint8_t { any, plain, percent };

/// The answer of one row.
struct RowActual {
  Cell const& cell; ///< lives until the next call
  model::ReadingPtr reading;
  AnswerForm form = AnswerForm::any;
};

/// A target in which any positive plain number may stand for its own, with all that comparing it finds out
/// but the numbers.
struct Pattern {
  std::shared_ptr<Target const> target; ///< null: the number matters to more
  bool of_name = false;                 ///< the text of the name stands in it: other names cannot share it
  Asked asked;                          ///< with value and reading of the last row
  std::optional<PlainComparison> with_plain, with_percent; ///< by the form of the answer
};

/// Whether plain numbers get a reading of their own, or all the same one, which says no more than that they
/// are numbers. Making them is a good part of the work of a row, and few outputs print them.
enum class Readings : std::uint8_t { made, left_out };

/// The target of one row. Rows that differ in nothing but a plain number share `target`; `first`, the first
/// thing asked, and `reading` have the number of the row.
struct RowTarget {
  Target const& target;
  Asked const& first;
  model::ReadingPtr reading;
  std::uint64_t name_print;         ///< a hash of the name's text
  Pattern const* pattern = nullptr; ///< that `target` is of, if any

  /// How this target compares with an answer of that form; null when only `compare` can say.
  [[nodiscard]] PlainComparison const* with(AnswerForm form) const {
    if (pattern == nullptr || form == AnswerForm::any) {
      return nullptr;
    }
    auto const& plain = form == AnswerForm::plain ? pattern->with_plain : pattern->with_percent;
    return plain ? &*plain : nullptr;
  }
};

class Memory {
public:
  explicit Memory(vocabulary::Vocabulary const& vocabulary);

  [[nodiscard]] Tools tools() const {
    return {vocabulary_, parser_, units_, slip_ratio_, doubts_, plain_ratio_, word_answers_};
  }
  /// Nothing that is remembered depends on it: only rows are held against it.
  void use_slip_ratio(number::Rational ratio) {
    slip_ratio_ = std::move(ratio);
    plain_ratio_ = slip_ratio_ < doubts_.least_ratio ? slip_ratio_ : doubts_.least_ratio;
  }
  [[nodiscard]] NoneWords const& none_words() const { return none_words_; }

  /// Lives until the next call.
  [[nodiscard]] std::shared_ptr<Target> const& target(TargetTexts const& texts, MoneyLevel level,
                                                      std::int32_t year);
  /// The same for one row; a plain number takes all but itself from a target that was read before. Its
  /// references live until the next call.
  [[nodiscard]] RowTarget row_target(TargetTexts const& texts, RowFrame& frame, std::int32_t year,
                                     bool shared = true, Readings readings = Readings::made);
  [[nodiscard]] RowActual actual(model::PaddedText text, Readings readings);
  [[nodiscard]] RowActual actual(std::string_view text, Readings readings = Readings::made);
  [[nodiscard]] std::shared_ptr<NameMeaning const> name(std::string_view text);
  [[nodiscard]] std::shared_ptr<ColumnMeaning const> columns(TargetTexts const& texts);
  /// What the column of units means that says `unit`. Lives until the next call.
  [[nodiscard]] Measure const& measure(std::string_view unit) {
    return known_columns({{}, {}, {}, {}, unit, {}}).meaning->measure;
  }
  /// The frame of a row: its levels and what stands beside its target. Lives until the next call.
  [[nodiscard]] RowFrame& frame(std::string_view level1, TargetTexts const& texts);
  /// The same for `row`, whose texts these are; the unit may stand in the header instead.
  [[nodiscard]] RowFrame& frame_of(model::RawRow const& row, TargetTexts const& texts);
  /// Lives until the next call.
  [[nodiscard]] Levels const& levels(std::string_view level1, std::string_view level2);

private:
  /// Names of one kind differ in nothing that a plain number meets: they have the same hints and no scale.
  struct KnownName {
    std::shared_ptr<NameMeaning const> meaning;
    std::uint64_t print = 0;
    std::uint32_t kind_with_unit = 0;    ///< beside a unit; shared with like names, else `own`
    std::uint32_t kind_without_unit = 0; ///< where the name itself may give the unit
    std::uint32_t own = 0;               ///< no other name has it
  };
  /// What tells patterns apart, as bytes of a key.
  struct PatternKey {
    std::uint32_t name, columns;
    std::int32_t year, level;
    [[nodiscard]] std::string_view bytes() const {
      return {reinterpret_cast<char const*>(this), sizeof *this}; // four words, no padding
    }
  };

  [[nodiscard]] KnownName const& known_name(std::string_view text);
  [[nodiscard]] KnownName const& known_name(TargetTexts const& texts);
  [[nodiscard]] KnownName make_known_name(std::string_view text);
  [[nodiscard]] RowFrame make_frame(std::string_view level1, TargetTexts const& texts);
  [[nodiscard]] KnownColumns const& known_columns(TargetTexts const& texts);
  [[nodiscard]] std::uint32_t kind_of(NameMeaning const& name, std::uint32_t own) const;
  [[nodiscard]] Pattern make_pattern(TargetTexts const& texts, MoneyLevel level, std::int32_t year);
  [[nodiscard]] Pattern& pattern(TargetTexts const& texts, RowFrame& frame, std::int32_t year,
                                 std::uint32_t name);
  void add_plain_comparisons(TargetTexts const& texts, Pattern& pattern);
  /// As make_target, with the levels that may be answered.
  [[nodiscard]] Target read_target(TargetTexts const& texts, std::int32_t year, Frame frame);

  vocabulary::Vocabulary const& vocabulary_;
  grammar::CellParser parser_;
  ConventionalUnits units_;
  NoneWords none_words_;
  vocabulary::NumberDoubts const& doubts_;
  number::Rational slip_ratio_, plain_ratio_;
  Memo<Pattern, 1> patterns_;
  Memo<Target, 6> targets_;
  Memo<Cell, 1> actuals_;
  Memo<KnownName, 1> names_;
  ShortTextMemo<KnownName, 4> short_names_;
  Memo<KnownColumns, 3> columns_;
  Memo<Levels, 2> levels_;
  Memo<RowFrame, 5> frames_;
  ShortTextMemo<RowFrame, 2, 4, 1, 1, 2> short_frames_; ///< what level names, signs, units take
  Memo<std::string, 1> levels_beside_;                  ///< a level word
  mutable WordAnswers word_answers_;                    ///< its results are the same whatever it remembers
  std::uint32_t names_made_ = 0;
  std::uint32_t columns_made_ = 0;
  ReadingPool target_readings_, actual_readings_, percent_readings_;
  model::ReadingPtr left_out_; ///< stands for all of them; owned by nobody, so that copies count nothing
  Cell plain_actual_, percent_actual_; ///< of the last row
  Cell percent_sample_;                ///< without a reading when percentages are none in this lexicon
  number::Rational percent_factor_;
  bool names_share_ = false; ///< a name decides nothing about the units that it may imply
};

} // namespace jixiao::lowering
