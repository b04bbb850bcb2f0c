#include "engine/lowering/row.hpp"

#include "engine/lowering/compare.hpp"
#include "engine/lowering/complete_readings.hpp"
#include "engine/lowering/findings.hpp"
#include "engine/lowering/fingerprint.hpp"
#include "engine/lowering/identify.hpp"
#include "engine/lowering/inputs.hpp"
#include "engine/lowering/plain_cells.hpp"
#include "engine/lowering/row_facts.hpp"
#include "engine/lowering/scale.hpp"
#include "engine/lowering/unnamed.hpp"
#include "engine/model/short_text.hpp"
#include "engine/model/unreadable_cell.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace jixiao::lowering {

using model::assign_text;
using model::CellKind;
using model::Column;
using model::Indicator;
using model::Level1;
using model::NumberField;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;

namespace {
class RowReader {
public:
  RowReader(model::RawRow const& raw, std::uint32_t ordinal, ProjectContext const& context, Memory& memory,
            Indicator& result)
      : raw_(raw), context_(context), memory_(memory), carried_level1_(raw.carried[index(Column::level1)]),
        row_(result) {
    row_.row = ordinal;
    row_.findings.clear();
  }

  RowPrint run() {
    place();
    take_texts();
    frame_ = &memory_.frame_of(raw_, texts());
    read_levels();
    read_points_cells();
    assign_text(row_.level1, shown_ || !row_.weight ? level1_ : ""); // findings about missing weights name it
    read_meaning();
    row_.comparisons.resize(compared_); // what is left of a longer row
    return row_.name.empty() ? 0 : Fingerprint().add(level2_print_).add(name_print_).value();
  }

private:
  static std::size_t index(Column column) { return static_cast<std::size_t>(column); }

  [[nodiscard]] std::string_view cell_text(Column column) const {
    switch (column) {
    case Column::target: return row_.target_text;
    case Column::actual: return row_.actual_text;
    default: return {}; // findings about other columns are about the whole cell
    }
  }

  void add(RowFinding finding) {
    std::string_view const cell = cell_text(finding.column);
    row_.findings.push_back(place_finding(std::move(finding), context_.header, raw_.row, cell));
  }
  void add(diagnostic::Code code, Column column, std::vector<std::string> arguments) {
    add(RowFinding{code, column, {}, std::move(arguments)});
  }

  void place() {
    row_.place = {context_.header.source, raw_.row, context_.header.columns[index(Column::name)], 0, 0};
    row_.key.clear();
    row_.digest.clear();
    if (context_.detail == RowDetail::whole) {
      identify_row(raw_, context_.project, row_);
    }
  }

  void take_texts() {
    level1_ = raw_[Column::level1];
    level2_ = raw_[Column::level2];
    relation_ = raw_[Column::relation];
    direction_ = raw_[Column::direction];
    assign_text(row_.name, model::said_text(raw_.padded(Column::name)));
    shown_ = context_.detail != RowDetail::sums || row_.name.empty(); // level 2 stands in for it
    assign_text(row_.level2, shown_ ? level2_ : "");
    assign_text(row_.relation_text, shown_ ? relation_ : "");
    assign_text(row_.direction_text, shown_ ? direction_ : "");
    assign_text(row_.target_text, model::said_text(raw_.padded(Column::target)));
    assign_text(row_.measure_text, raw_.padded(Column::measure));
    if (row_.measure_text.empty() && !row_.target_text.empty()) {
      row_.measure_text = context_.header.units[index(Column::target)]; // "target (%)" in the header
    }
    assign_text(row_.actual_text, model::said_text(raw_.padded(Column::actual)));
    assign_text(row_.claimed_text, raw_[Column::claimed]);
    assign_text(row_.deviation_reason, model::said_text(raw_[Column::deviation_reason]));
    assign_text(row_.targets_text, raw_[Column::targets]);
    assign_text(row_.inputs_text, raw_[Column::inputs]);
  }

  [[nodiscard]] TargetTexts texts() const {
    TargetTexts result{row_.target_text, row_.name, level2_, relation_, row_.measure_text, direction_};
    result.target_cell = model::said_text(raw_.padded(Column::target));
    result.name_cell = raw_.padded(Column::name);
    return result;
  }

  /// Level 2 decides where level 1 was carried down; a printed level 1 wins (semantics c.22).
  void read_levels() {
    Levels const& levels = frame_->levels;
    level2_print_ = levels.level2_print;
    row_.level1_id = levels.level1;
    row_.execution_row = levels.execution;
    row_.bonus = levels.bonus;
    if (!levels.level2 && !level2_.empty() && row_.level1_id != Level1::department && !row_.execution_row
        && !row_.bonus) {
      add(findings::level2_unknown, Column::level2, {std::string(level2_)});
    }
    bool const unknown = row_.level1_id == Level1::other && !level1_.empty() && !row_.bonus;
    bool const no_weight = raw_[Column::weight].empty();
    if (levels.level2_points && no_weight) {
      add(findings::level2_points, Column::level2, {std::string(level2_)});
    }
    if (unknown || (levels.level1_points && no_weight)) {
      add(unknown ? findings::level1_unknown : findings::level1_points, Column::level1,
          {std::string(level1_)});
    }
    if (!levels.level2) {
      return row_.level2_id.clear();
    }
    assign_text(row_.level2_id, levels.level2_id());
    Level1 const of_level2 = levels.level2->level1;
    if (row_.level1_id == Level1::other) {
      row_.level1_id = of_level2;
    } else if (row_.level1_id != of_level2 && !either_is_cost(row_.level1_id, of_level2)
               && row_.level1_id != Level1::department && row_.level1_id != Level1::execution) {
      auto const& code = carried_level1_ ? findings::level1_from_level2 : findings::level1_disagrees;
      add(code, Column::level1, {std::string(level1_), std::string(level2_)});
      row_.level1_id = carried_level1_ ? of_level2 : row_.level1_id;
    }
  }

  void read_points_cells() {
    Tools const tools = memory_.tools();
    if ((row_.weight = plain_number(raw_.padded(Column::weight)))) {
      row_.weight_unreadable = false;
    } else {
      PlainCell weight = read_points(raw_[Column::weight], tools);
      row_.weight = std::move(weight.value);
      row_.weight_unreadable = weight.unreadable;
    }
    bool const quoted = !row_.weight || row_.weight->sign() <= 0; // findings do
    assign_text(row_.weight_text, shown_ || quoted ? raw_[Column::weight] : "");
    row_.claimed.reset();
    row_.pass_threshold.reset();
    if (row_.claimed_text.empty() && raw_[Column::pass_threshold].empty()) {
      return; // few tables have these columns
    }
    PlainCell claimed = read_points(row_.claimed_text, tools);
    row_.claimed = std::move(claimed.value);
    if (claimed.unreadable) {
      add(findings::claimed_unreadable, Column::claimed, {row_.claimed_text});
    }
    std::string_view const threshold_text = raw_[Column::pass_threshold];
    PlainCell threshold = read_share(threshold_text, tools);
    row_.pass_threshold = std::move(threshold.value);
    if (threshold.unreadable) {
      add(findings::threshold_unreadable, Column::pass_threshold, {std::string(threshold_text)});
    }
  }

  /// A comparison with the facts of the row and the project.
  model::Comparison& add_comparison() {
    if (compared_ == row_.comparisons.size()) {
      row_.comparisons.emplace_back();
    }
    model::Comparison& result = row_.comparisons[compared_++];
    if (!result.question.id.empty()) {
      result.question.id.clear();
      result.question.arguments.clear();
    }
    model::Facts& facts = result.facts;
    facts.far.reset();
    facts.set(WordField::level1, row_.level1_id);
    facts.set(TruthField::named, !row_.name.empty());
    facts.set(TruthField::weighted, row_.weight.has_value());
    take(facts, NumberField::budget);
    take(facts, NumberField::executed);
    take(facts, NumberField::execution_rate);
    row_.weight ? facts.set(NumberField::weight, *row_.weight) : facts.number(NumberField::weight).reset();
    static Rational const no_threshold = 0;
    facts.set(NumberField::pass_threshold, row_.pass_threshold ? *row_.pass_threshold : no_threshold);
    return result;
  }

  /// A number of the project, which is one number or none.
  [[gnu::always_inline]] void take(model::Facts& facts, NumberField field) const {
    if (std::optional<Interval> const& value = context_.base.number(field)) {
      facts.set(field, *value->low.value);
    } else {
      facts.number(field).reset();
    }
  }

  /// The same without what the row that had the storage before has left.
  model::Comparison& add_blank_comparison() {
    model::Comparison& result = add_comparison();
    result.unit.clear();
    model::Facts& facts = result.facts;
    facts.truths.fill(model::Truth::no);
    facts.words.fill(0);
    facts.set(WordField::level1, row_.level1_id);
    facts.set(TruthField::named, !row_.name.empty());
    facts.set(TruthField::weighted, row_.weight.has_value());
    facts.number(NumberField::target).reset();
    facts.number(NumberField::actual).reset();
    return result;
  }

  void read_meaning() {
    std::optional<Scale> const scale = row_.targets_text.empty() ? std::nullopt : read_targets();
    row_.target.reset(); // their storage is free for this row
    row_.actual.reset();
    if (context_.detail < RowDetail::figures || !read_cells(Readings::left_out, scale)) {
      read_cells(Readings::made, scale);
    }
    add_row_facts(raw_, memory_, compared_, row_);
    row_.inputs.clear();
    if (!row_.inputs_text.empty()) {
      std::string_view unreadable;
      if (!read_inputs(row_.inputs_text, memory_, row_.inputs, unreadable)) {
        add(findings::inputs_unreadable, Column::inputs, {row_.name, std::string(unreadable)});
      }
    }
  }

  /// Target and actual, and what holding one against the other gives. False, and nothing said, when readings
  /// are left out and the comparison needs them.
  bool read_cells(Readings readings, std::optional<Scale> const& scale) {
    RowActual actual = memory_.actual(model::said_text(raw_.padded(Column::actual)), readings);
    if (readings == Readings::left_out && actual.form == AnswerForm::any) {
      return false; // no comparison of plain numbers
    }
    // An answer in parts is held against all that the target asks: that target must be the row's own.
    bool const shared = actual.cell.whole.kind != CellKind::compound;
    RowTarget meaning = memory_.row_target(texts(), *frame_, context_.year, shared, readings);
    Target const& target = meaning.target;
    PlainComparison const* const plain = meaning.with(actual.form);
    bool const compared =
        plain != nullptr
        && compare_plain(*plain, meaning.first.settled, *meaning.first.value, *actual.cell.whole.value,
                         context_.figures, memory_.tools(), add_comparison());
    if (!compared) {
      compared_ = 0;
      if (readings == Readings::left_out) {
        return false;
      }
    }
    name_print_ = meaning.name_print;
    row_.target = std::move(meaning.reading);
    row_.actual = std::move(actual.reading);
    row_.bonus |= target.name->bonus;
    row_.execution_row |= target.name->execution && row_.level1_id != Level1::department;
    for (RowFinding const& finding : target.findings) {
      add(finding);
    }
    for (model::CellFinding const& found : row_.actual->findings) {
      add(RowFinding{found.code, Column::actual, found.span, found.arguments});
    }
    if (!compared) {
      compare_cells(meaning, actual.cell);
    }
    // Target or answer stands in a merged cell over several rows: nobody said that it is of each.
    if (raw_.carried[index(Column::target)] || raw_.carried[index(Column::actual)]) {
      for (std::size_t i = 0; i < compared_; ++i) {
        row_.comparisons[i].facts.set(TruthField::assumed, true);
      }
    }
    if (scale && compared_ == 1) {
      add_scale_facts(*scale, meaning.first, row_.comparisons.front().facts);
    }
    take_direction(meaning.first.settled, *target.columns);
    check_row(meaning.first, target.compound);
    return true;
  }

  /// The five targets of the row; where it has no other, the first of them is its target.
  std::optional<Scale> read_targets() {
    std::optional<Scale> scale = read_scale(row_.targets_text, texts(), context_.year, memory_);
    if (!scale) {
      add(findings::targets_unreadable, Column::targets, {row_.name, row_.targets_text});
    } else if (row_.target_text.empty()) {
      row_.target_text = scale->first;
      relation_ = relation_.empty() ? (scale->falls ? ">=" : "<=") : relation_;
      row_.relation_text = relation_;
    }
    frame_ = &memory_.frame(level1_, texts()); // the relation may be another one, and others were read
    return scale;
  }

  void compare_cells(RowTarget const& meaning, Cell const& actual) {
    Target const& target = meaning.target;
    Tools const tools = memory_.tools();
    CompareContext const compare_context{target,           row_.name, row_.measure_text,
                                         context_.figures, tools,     memory_.none_words()};
    RowNotes notes;
    if (!target.compound && actual.whole.kind != CellKind::compound) { // nearly every row
      compare(meaning.first, {&actual.whole, false, false}, compare_context, add_blank_comparison(), notes);
    } else {
      std::optional<Target> const whole = asking_amounts(target, actual);
      compare_parts(whole ? *whole : target, actual, compare_context, notes);
    }
    complete_readings(target, notes, row_);
    for (RowFinding& finding : notes.findings) {
      add(std::move(finding));
    }
  }

  void take_direction(Settled const& settled, ColumnMeaning const& columns) {
    row_.direction = settled.direction;
    row_.direction_origin = settled.direction_origin;
    if (row_.direction == model::Direction::none && columns.direction != model::Direction::none) {
      row_.direction = columns.direction;
      row_.direction_origin = model::Origin::printed;
    }
  }

  void compare_parts(Target const& target, Cell const& actual, CompareContext const& compare_context,
                     RowNotes& notes) {
    std::vector<Answer> const answers = match_parts(
        target, actual, {row_.name, row_.target_text, target.year, compare_context.tools.vocabulary});
    for (std::size_t i = 0; i < answers.size(); ++i) {
      compare(target.asked[i], answers[i], compare_context, add_blank_comparison(), notes);
      bool const owed = answers.size() > 1 && answers[i].part == nullptr && !target.asked[i].not_due;
      if (owed && actual.whole.kind != CellKind::empty) {
        add(findings::part_unanswered, Column::actual, {target.asked[i].label});
      }
    }
    if (asks_by_dates(target)) { // which number is of which date nobody says
      add(findings::dated_parts, Column::target, {row_.target_text});
      for (std::size_t i = 0; i < compared_; ++i) {
        row_.comparisons[i].facts.set(TruthField::doubtful, true);
      }
    }
    ask_for_parts(compare_context, answers, row_.comparisons);
  }

  void check_row(Asked const& asked, bool compound) {
    if (context_.header.has(Column::measure) && row_.measure_text.empty() && !compound && asked.is_number()
        && asked.reading->unit.empty() && asked.unit_origin != model::Origin::printed) {
      add(findings::measure_missing, Column::measure, {row_.name, row_.target_text});
    }
    bool const no_target = row_.target->kind == CellKind::empty;
    bool const no_actual = row_.actual->kind == CellKind::empty;
    bool const unreadable = (no_target || no_actual) && has_unreadable_cell(raw_);
    row_.unused = no_target && no_actual && !unreadable && is_unnamed(row_, memory_);
    if (row_.name.empty() && (!row_.unused || !raw_[Column::weight].empty())) {
      add(findings::name_missing, Column::name,
          {std::to_string(row_.row), row_.target_text, row_.actual_text});
    }
    if (!no_target || unreadable || row_.unused || !context_.header.has(Column::target)
        || row_.level1_id == Level1::department) {
      return;
    }
    bool const stub =
        no_actual && raw_[Column::weight].empty() && (!relation_.empty() || !row_.measure_text.empty());
    add(stub ? findings::template_row : findings::target_missing, Column::target, {row_.name});
  }

  model::RawRow const& raw_;
  ProjectContext const& context_;
  Memory& memory_;
  bool carried_level1_;
  bool shown_ = true;                                       ///< reports may show any text of the row
  RowFrame* frame_ = nullptr;                               ///< of this row
  std::string_view level1_, level2_, relation_, direction_; ///< of the cells: few reports show them
  std::uint64_t level2_print_ = 0, name_print_ = 0;
  std::size_t compared_ = 0; ///< comparisons of this row
  Indicator& row_;
};

} // namespace

RowPrint lower_row(model::RawRow const& raw, std::uint32_t ordinal, ProjectContext const& context,
                   Memory& memory, Indicator& result) {
  return RowReader(raw, ordinal, context, memory, result).run();
}

} // namespace jixiao::lowering
