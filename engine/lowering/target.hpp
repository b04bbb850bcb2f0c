#pragma once
// What a row asks: the target cell together with its name, its columns and its year. Rows that ask the same
// share one Target.
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/lowering/columns.hpp"
#include "engine/lowering/name.hpp"
#include "engine/lowering/relation.hpp"
#include "engine/model/raw_table.hpp"
#include "engine/vocabulary/number_doubts.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::lowering {

/// A finding about a row whose place is not known yet.
struct RowFinding {
  diagnostic::Code code;
  model::Column column = model::Column::target;
  grammar::ByteSpan span;
  std::vector<std::string> arguments;
};

/// Other numbers that a bracket behind the number of a target admits.
struct BracketBound {
  std::string words;
  number::Interval admits; ///< as the target's number is written
  bool both = false;       ///< a bound that must be met, too; else a tolerance, which only admits more
};

/// One thing that a target asks for. A compound target asks for several.
struct Asked {
  model::CellKind kind = model::CellKind::empty; ///< with the context (12 beside "January-December": a date)
  Settled settled;                               ///< of a number
  bool about = false;
  bool reduction = false;               ///< "reduced by" a number
  std::optional<number::Rational> from; ///< where the change begins that is asked for, in the unit of `value`
  vocabulary::Trend reached = vocabulary::Trend::none;
  bool increase = false;                 ///< "raised by" a number, of a thing that is no change itself
  std::optional<number::Rational> value; ///< as written
  std::optional<number::Interval> ends;  ///< of a range, as written
  Measure measure;
  model::Origin unit_origin = model::Origin::none;
  bool marked = false;                     ///< the cell has a currency mark and no unit
  bool money = false;                      ///< by unit, name or level 2
  DaySpan days;                            ///< with the year of the table
  bool done_asked = false;                 ///< done or not, or the whole budget year
  bool list_number = false;                ///< perhaps an item of a list and its number
  bool contradicted = false;               ///< two cells of the row say opposite relations
  bool open_money = false;                 ///< a ceiling by convention that may have been a goal
  bool not_due = false;                    ///< the deadline lies after the budget year
  model::Reading const* reading = nullptr; ///< lives as long as the Target
  std::string of_which;                    ///< a number in brackets that is asked for, too; empty without one
  std::optional<BracketBound> bracket;     ///< of a single number
  std::string label;                       ///< what it is about; empty for a plain target
  std::string levels;                      ///< that answer it, best first, for who must ask

  [[nodiscard]] bool is_number() const { return value.has_value() || ends.has_value(); }
  [[nodiscard]] bool is_time() const {
    return kind == model::CellKind::date || kind == model::CellKind::period;
  }
};

/// What the two upper levels say of an amount of money.
enum class MoneyLevel : std::uint8_t {
  unknown,    ///< nothing, or two things at once
  cost,       ///< a cost: bare numbers are money
  quantity,   ///< a quantity of the output
  other,      ///< of the output or the benefit, and no cost
  beside_cost ///< a cost of another kind than money
};

/// What surrounds a target whatever its cell says.
struct Frame {
  std::shared_ptr<NameMeaning const> name;
  std::shared_ptr<ColumnMeaning const> columns;
  MoneyLevel level = MoneyLevel::unknown;
};

struct Target {
  model::ReadingPtr reading; ///< with `implied`
  Cell cell;                 ///< the cell by itself
  std::shared_ptr<NameMeaning const> name;
  std::shared_ptr<ColumnMeaning const> columns;
  std::int32_t year = 0;         ///< budget year; 0 when not known
  std::vector<Asked> asked;      ///< at least one
  std::vector<Asked> amounts;    ///< of money, beside counts: asked only where the answer says other ones
  bool compound = false;         ///< parts of the cell were chosen or set aside
  bool relation_printed = false; ///< a cell of the table says the relation
  std::vector<RowFinding> findings;
};

/// The texts that a target is read from.
struct TargetTexts {
  std::string_view target, name, level2, relation, measure, direction;
  /// The cells that say target and name, or nothing: they say it when they are as long.
  model::PaddedText target_cell{nullptr, 0}, name_cell{nullptr, 0};

  /// The same row with another target.
  [[nodiscard]] TargetTexts with_target(std::string_view other) const {
    TargetTexts result = *this;
    result.target = other;
    result.target_cell = {nullptr, 0};
    return result;
  }
};

/// Units that context alone may supply.
struct ConventionalUnits {
  Measure percent, ten_thousand_yuan, yuan;
  std::string percent_text, ten_thousand_yuan_text; ///< as people write them
};
[[nodiscard]] ConventionalUnits find_conventional_units(vocabulary::Vocabulary const& vocabulary);

class WordAnswers;

/// What reading needs everywhere.
struct Tools {
  vocabulary::Vocabulary const& vocabulary;
  grammar::CellParser const& parser;
  ConventionalUnits const& units;
  number::Rational const& slip_ratio; ///< how much larger a slip of digits is at least
  vocabulary::NumberDoubts const& doubts;
  number::Rational const& plain_ratio; ///< plain numbers nearer to each other are in neither doubt
  WordAnswers& word_answers;
};

/// `target` with its amounts among what it asks, where `answer` says another amount of money; else no value.
[[nodiscard]] std::optional<Target> asking_amounts(Target const& target, Cell const& answer);

[[nodiscard]] Target make_target(TargetTexts const& texts, std::int32_t year, Tools const& tools,
                                 Frame frame);

} // namespace jixiao::lowering
