#pragma once
// A reader's memory: the grammar, the conventions, and what it has read so far.
#include "engine/lowering/columns.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/lowering/memo.hpp"
#include "engine/lowering/name.hpp"
#include "engine/lowering/none_words.hpp"
#include "engine/lowering/reading_pool.hpp"
#include "engine/lowering/target.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::lowering {

/// The two upper levels of an indicator as the taxonomy knows them.
struct Levels {
  model::Level1 level1 = model::Level1::other;
  std::optional<vocabulary::Level2> level2;
  bool execution = false; ///< one of the two is the budget execution rate
  bool cost = false;      ///< level 2 is a cost
};

/// The target of one row. Rows that differ in nothing but a plain number share `target`; `first`, the first
/// thing asked, and `reading` have the number of the row.
struct RowTarget {
  Target const& target;
  Asked const& first;
  model::ReadingPtr reading;
};

class Memory {
public:
  explicit Memory(vocabulary::Vocabulary const& vocabulary);

  [[nodiscard]] Tools tools() const { return {vocabulary_, parser_, units_}; }
  [[nodiscard]] NoneWords const& none_words() const { return none_words_; }

  /// Lives until the next call.
  [[nodiscard]] std::shared_ptr<Target> const& target(TargetTexts const& texts, bool cost, std::int32_t year);
  /// The same for one row; a plain number takes all but itself from a target that was read before. Its
  /// references live until the next call.
  [[nodiscard]] RowTarget row_target(TargetTexts const& texts, bool cost, std::int32_t year,
                                     bool shared = true);
  /// Lives until the next call.
  [[nodiscard]] Cell const& actual(std::string_view text);
  [[nodiscard]] std::shared_ptr<NameMeaning const> name(std::string_view text);
  [[nodiscard]] std::shared_ptr<ColumnMeaning const> columns(TargetTexts const& texts);
  /// Lives until the next call.
  [[nodiscard]] Levels const& levels(std::string_view level1, std::string_view level2);

private:
  vocabulary::Vocabulary const& vocabulary_;
  grammar::CellParser parser_;
  ConventionalUnits units_;
  NoneWords none_words_;
  /// A target in which any positive plain number may stand for its own; null when the number matters to more.
  struct Pattern {
    std::shared_ptr<Target const> target;
    Asked asked; ///< with value and reading of the last row
  };
  [[nodiscard]] Pattern make_pattern(TargetTexts const& texts, bool cost, std::int32_t year);

  Memo<Pattern, 5> patterns_;
  Memo<Target, 7> targets_;
  Memo<Cell, 1> actuals_;
  Memo<NameMeaning, 1> names_;
  Memo<ColumnMeaning, 3> columns_;
  Memo<Levels, 2> levels_;
  ReadingPool target_readings_, actual_readings_;
  Cell plain_actual_; ///< of the last row
};

} // namespace jixiao::lowering
