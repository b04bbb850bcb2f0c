#pragma once
// An indicator row understood: cells read, units converted, relation and direction settled or marked as
// assumed.
#include "engine/model/facts.hpp"
#include "engine/model/raw_table.hpp"
#include "engine/model/reading.hpp"
#include "engine/model/unit.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::model {

/// Where a property of a row came from.
enum class Origin : std::uint8_t { none, printed, implied };

/// A question that would settle an open row, and why: a message id (rules/messages/questions.yaml) with
/// arguments.
struct Question {
  std::string id;
  std::vector<std::string> arguments;
};

/// The days of a deadline and of the answer held against it, as yyyymmdd; 0: not said, or no deadline.
struct DaysHeld {
  std::int32_t asked_from = 0, asked_to = 0, from = 0, to = 0;
  friend bool operator==(DaysHeld const&, DaysHeld const&) = default;
};

/// One actual held against one target. A plain row has one, a compound target one for each part that asks
/// something.
struct Comparison {
  Facts facts;
  std::string label;                ///< what the part is about; empty for a plain row
  std::string unit;                 ///< base unit in which target and actual are compared, as shown
  std::optional<Relation> relation; ///< as used; `relation_origin` says whether the cell said it
  Origin relation_origin = Origin::none;
  Origin unit_origin = Origin::none;
  DaysHeld days;
  bool not_due = false; ///< the part's deadline lies after the budget year: not applicable
  Question question;    ///< what is still owed when the comparison stays open
};

/// A figure of the row with a name, for packs whose rules call it.
struct NamedFigure {
  std::string name;
  number::Rational value; ///< in base units
  Dimension dimension = Dimension::other;
  bool bare = false; ///< without a unit
};

struct Indicator {
  std::uint32_t row = 0;   ///< ordinal inside the project, 1-based
  diagnostic::Place place; ///< row of the file; column of the name
  std::string key;         ///< stable name of the row for judgements: unit/project/ordinal/name
  std::string digest;      ///< of what was read; a judgement made for another digest is refused
  std::string level1, level2, name, relation_text, target_text, measure_text, direction_text, actual_text;
  std::string weight_text, claimed_text, deviation_reason;
  std::string targets_text, inputs_text; ///< of packs that ask for them
  Level1 level1_id = Level1::other;
  std::string level2_id;     ///< id in taxonomy.yaml; empty when not understood
  ReadingPtr target, actual; ///< never null; kind `empty` for a blank cell
  Direction direction = Direction::none;
  Origin direction_origin = Origin::none;
  std::optional<number::Rational> weight;  ///< as printed
  bool weight_unreadable = false;          ///< the cell holds something that is no weight
  std::optional<number::Rational> claimed; ///< self-evaluated score
  std::optional<number::Rational> pass_threshold;
  std::vector<NamedFigure> inputs;
  bool execution_row = false; ///< the row is the budget execution rate itself
  bool unused = false;        ///< a row of a form nobody filled in: no name, target or actual
  bool bonus = false;         ///< points to add to the total or to take from it: no part of the full marks
  std::vector<Comparison> comparisons; ///< at least one
  diagnostic::Diagnostics findings;
};

/// Budget of a project in yuan, with the texts as printed.
struct Budget {
  bool asked = false; ///< the table has a column for one of them
  std::string initial_text, adjusted_text, executed_text, unit_text;
  std::optional<number::Rational> initial, adjusted, executed;
};

/// A sum of claimed scores as the table prints it (model::PrintedSum, read).
struct ClaimedSum {
  diagnostic::Place place;
  std::string label;
  number::Rational claimed;
  std::optional<number::Rational> weight;
  std::uint32_t rows = 0;
  bool part = false, compared = false;
};

/// What a form itself says about the budget execution (model::PrintedAbove, read).
struct StatedExecution {
  std::optional<number::Rational> points, claimed;
  std::vector<number::Interval> rates; ///< what the printed rate may stand for; empty: none that is a number
  std::string reason;
};

struct Project {
  std::string unit_code, unit, supervising_department, code, name, year;
  diagnostic::Place place; ///< first row
  /// Sheet column of each field, for findings about it; 0: the table has none, or it stands elsewhere.
  std::array<std::uint32_t, column_count> columns{};
  Budget budget;
  std::optional<number::Rational> department_weight; ///< the given column, when present; 60% is 0.6
  bool weight_in_percent = false;                    ///< the department weight has a percent sign
  bool actual_column = false;                        ///< the table has a column for actual values
  std::uint64_t rows_left_out = 0;                   ///< beyond the limit of rows: the total is incomplete
  bool department_form = false; ///< items of a department form, scored by their own rules
  std::vector<ClaimedSum> claimed_sums;
  std::shared_ptr<PrintedAbove const> above;     ///< of a form, null for other tables
  std::shared_ptr<StatedExecution const> stated; ///< of a form that says anything about it, else null
  std::vector<Indicator> indicators;
  diagnostic::Diagnostics findings;
};

} // namespace jixiao::model
