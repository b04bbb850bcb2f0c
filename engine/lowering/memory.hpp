#pragma once
// A reader's memory: the grammar, the conventions, and what it has read so far.
#include "engine/lowering/columns.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/lowering/memo.hpp"
#include "engine/lowering/name.hpp"
#include "engine/lowering/target.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace jixiao::lowering {

/// The two upper levels of an indicator as the taxonomy knows them.
struct Levels {
  model::Level1 level1 = model::Level1::other;
  std::optional<vocabulary::Level2> level2;
  bool execution = false; ///< one of the two is the budget execution rate
};

class Memory {
public:
  explicit Memory(vocabulary::Vocabulary const& vocabulary);

  [[nodiscard]] Tools tools() const { return {vocabulary_, parser_, units_}; }
  [[nodiscard]] std::unordered_set<std::string> const& none_words() const { return none_words_; }

  [[nodiscard]] std::shared_ptr<Target const> target(TargetTexts const& texts, std::int32_t year);
  [[nodiscard]] std::shared_ptr<Cell const> actual(std::string_view text);
  [[nodiscard]] std::shared_ptr<NameMeaning const> name(std::string_view text);
  [[nodiscard]] std::shared_ptr<ColumnMeaning const> columns(TargetTexts const& texts);
  [[nodiscard]] std::shared_ptr<Levels const> levels(std::string_view level1, std::string_view level2);

private:
  vocabulary::Vocabulary const& vocabulary_;
  grammar::CellParser parser_;
  ConventionalUnits units_;
  std::unordered_set<std::string> none_words_;
  [[nodiscard]] std::shared_ptr<Frame const> frame(TargetTexts const& texts);

  Memo<Frame, 5> frames_;
  Memo<Target, 7> targets_;
  Memo<Cell, 1> actuals_;
  Memo<NameMeaning, 1> names_;
  Memo<ColumnMeaning, 3> columns_;
  Memo<Levels, 2> levels_;
};

} // namespace jixiao::lowering
