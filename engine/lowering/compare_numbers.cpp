#include "engine/lowering/compare_numbers.hpp"

#include "engine/lowering/align.hpp"
#include "engine/lowering/days_asked.hpp"
#include "engine/lowering/digit_slip.hpp"
#include "engine/lowering/findings.hpp"
#include "engine/lowering/implied.hpp"
#include "engine/lowering/number_doubts.hpp"
#include "engine/lowering/number_facts.hpp"
#include "engine/vocabulary/change.hpp"

#include <utility>

namespace jixiao::lowering {

using model::Column;
using model::Comparison;
using model::Dimension;
using model::Direction;
using model::Origin;
using model::Reading;
using model::TruthField;
using model::WordField;
using number::Interval;
using number::Rational;

namespace {

class NumberComparison {
public:
  NumberComparison(Asked const& asked, Answer const& answer, CompareContext const& context,
                   Comparison& result, RowNotes& notes)
      : asked_(asked), part_(*answer.part), chosen_(answer.chosen), context_(context), result_(result),
        notes_(notes) {}

  void run() {
    alignment_ =
        align(asked_, part_, {context_.target, context_.name, context_.budget.block, context_.tools});
    if (alignment_.finding) {
      add(*alignment_.finding);
    }
    if (!alignment_.comparable) {
      result_.question = {"ask_unit", {target_text(), actual_text()}};
      return;
    }
    if (has_foreign_unit() || !multiply_things()) {
      return;
    }
    note_units();
    result_.facts.set(WordField::dimension, dimension(alignment_.target));
    Interval answer = answer_set(part_, alignment_.actual_factor);
    if (context_.target.name->hints.deviation) {
      answer = absolute(answer);
    }
    if (asked_.ends) {
      Interval const ends = *asked_.ends * Interval::point(alignment_.target_factor);
      find_fraction_in_range(ends);
      if (ends.low.value) {
        find_other_unit(*ends.low.value, answer);
      }
      add_range_facts(ends, std::move(answer), result_.facts);
    } else {
      compare_points(*asked_.value * alignment_.target_factor, std::move(answer));
    }
    bool const loose =
        part_.reading->approximate && (!part_.relation || *part_.relation == model::Relation::about);
    if (loose
        && result_.facts.word(WordField::position) == static_cast<std::uint8_t>(model::Position::point)) {
      result_.facts.set(TruthField::about, model::Truth::yes); // about 4 is not 4
    }
    if (alignment_.assumed || chosen_ || loose || supplied_) {
      result_.facts.set(TruthField::assumed, model::Truth::yes);
    }
    if (result_.facts.word(WordField::position) != static_cast<std::uint8_t>(model::Position::point)) {
      result_.question = {"ask_exact", {std::string(context_.name), part_.reading->text}};
    }
  }

private:
  std::string target_text() const { return printed_number(*asked_.reading, context_.measure_text); }
  std::string actual_text() const { return printed_number(*part_.reading, {}); }

  void add(diagnostic::Code code) {
    notes_.findings.push_back({code, Column::actual, part_.reading->span, {target_text(), actual_text()}});
  }

  /// A unit that nobody knows: the same on both sides, or on one alone, it is taken for the same. False then.
  bool has_foreign_unit() {
    std::string_view target = unknown_unit(*asked_.reading);
    if (target.empty() && asked_.reading->unit.empty() && context_.target.columns->measure_unknown) {
      target = context_.measure_text;
    }
    std::string_view const actual = unknown_unit(*part_.reading);
    if (target.empty() && actual.empty()) {
      return false;
    }
    supplied_ = unknown_ = true;
    bool const target_known = target.empty() && !asked_.measure.bare();
    bool const actual_known = actual.empty() && !part_.measure.bare();
    bool const differ = !target.empty() && !actual.empty() && target != actual;
    if (!differ && !target_known && !actual_known) {
      return false;
    }
    add(findings::dimension_mismatch);
    result_.question = {"ask_unit", {target_text(), actual_text()}};
    return true;
  }

  /// `each` counts over the things that the name lists. False when it cannot be told how many there are.
  bool multiply_things() {
    bool const of_target = asked_.reading->each && !part_.reading->each;
    bool const of_actual = part_.reading->each && !asked_.reading->each;
    if (!of_target && !of_actual) {
      return true;
    }
    supplied_ = true;
    std::uint32_t const things = context_.target.name->titles;
    if (things >= 2) {
      (of_target ? alignment_.target_factor : alignment_.actual_factor) *= Rational(std::int64_t{things});
      return true;
    }
    result_.facts.set(TruthField::each, model::Truth::yes);
    if (of_target && !part_.reading->total) {
      return true; // 250 each, answered by 250: each of them
    }
    notes_.findings.push_back(
        {findings::each_without_count, Column::target, {}, {target_text(), actual_text()}});
    result_.question = {"ask_things", {of_target ? asked_.reading->text : part_.reading->text}};
    return false;
  }

  void note_units() {
    bool const of_block = alignment_.target_why == unit_of_budget;
    std::string const& given = of_block ? context_.budget.block_text : part_.reading->unit;
    if (!alignment_.target_why.empty()) {
      notes_.target_unit = given;
      notes_.target_why = alignment_.target_why;
      result_.unit_origin = Origin::implied;
    } else {
      result_.unit_origin = asked_.unit_origin;
    }
    if (!alignment_.actual_why.empty() && alignment_.actual_why != unit_of_column) {
      notes_.actual_unit = of_block ? given : asked_.reading->unit;
      notes_.actual_why = alignment_.actual_why;
    }
    note_marks(of_block                                        ? std::string_view(given)
               : asked_.reading->unit.empty() || asked_.marked ? context_.measure_text
                                                               : std::string_view(asked_.reading->unit));
    std::string_view const written =
        asked_.reading->unit.empty() ? context_.measure_text : std::string_view(asked_.reading->unit);
    result_.unit = base_text(alignment_.target, written);
  }

  /// A currency mark alone would read as yuan; it took the unit of the row.
  void note_marks(std::string_view unit) {
    if (alignment_.target == context_.tools.units.yuan) {
      return; // that is what the mark says, too
    }
    for (bool const of_target : {true, false}) {
      if (of_target ? asked_.marked : alignment_.marked) {
        Reading const& reading = of_target ? *asked_.reading : *part_.reading;
        notes_.findings.push_back({findings::currency_mark_alone,
                                   of_target ? Column::target : Column::actual,
                                   reading.span,
                                   {reading.text, std::string(unit)}});
        supplied_ = true;
      }
    }
    if (alignment_.marked && notes_.actual_why.empty()) {
      notes_.actual_unit = unit;
      notes_.actual_why = unit_of_column;
    }
  }

  void compare_points(Rational const& target, Interval answer) {
    find_slip(target, answer);
    find_date();
    find_fraction(target, answer);
    find_other_unit(target, answer);
    bool const wants_more = asked_.settled.direction != Direction::negative;
    if (wants_more && target.sign() > 0 && !answer.low.value && answer.high.value
        && answer.high.value->sign() >= 0) {
      answer.low = {Rational(0), true}; // "fewer than 5" says nothing of less than none
    }
    add_number_facts(asked_, target, answer, result_.facts);
    if (result_.facts.word(WordField::position) == static_cast<std::uint8_t>(model::Position::same)) {
      answer_with_executed(target);
    }
    if (context_.target.name->hints.deadline && result_.facts.truth(TruthField::met) != model::Truth::yes
        && is_date_unit(asked_.reading->unit.empty() ? context_.measure_text : asked_.reading->unit,
                        context_.tools.vocabulary)) {
      suspect_date(); // "<= 6" in a column of months is June or half a year: neither is a ratio
    }
  }

  void suspect_date() {
    Reading const& asked = *asked_.reading;
    result_.facts.set(TruthField::suspect, model::Truth::yes);
    notes_.findings.push_back({findings::number_unclear, Column::target, asked.span, {asked.text}});
    result_.question = {"ask_date", {std::string(context_.name)}};
  }

  /// Digits typed twice or a moved point, held against the answer and the budget block.
  void find_slip(Rational const& target, Interval const& answer) {
    Reading const& asked = *asked_.reading;
    Reading const& said = *part_.reading;
    if (!part_.value || alignment_.target_factor != alignment_.actual_factor) {
      // The digits of different units do not compare; the budget still does.
      find_slip_of_budget(target);
      return;
    }
    Rational const& ratio = context_.tools.slip_ratio;
    Rational const& actual = *part_.value;
    Rational const& wanted = *asked_.value;
    if (far_above(wanted, actual, ratio) && !is_budget(target)
        && looks_like_slip(asked.value, said.value, ratio)) {
      suspect_target(said.value);
    } else if (far_above(actual, wanted, ratio) && !(answer.is_point() && is_budget(*answer.low.value))
               && looks_like_slip(said.value, asked.value, ratio)) {
      suspect_actual(asked.value, asked.value + said.unit);
    } else {
      find_slip_of_budget(target);
    }
  }

  void find_slip_of_budget(Rational const& target) {
    std::optional<Rational> const& budget = context_.budget.budget;
    Rational const& ratio = context_.tools.slip_ratio;
    if (!budget || dimension(alignment_.target) != Dimension::money || !far_above(target, *budget, ratio)) {
      return;
    }
    Rational const unit = numerator_factor(alignment_.target);
    std::string const meant = (*budget / unit).plain_text();
    if (looks_like_slip((target / unit).plain_text(), meant, ratio)) {
      suspect_target(meant);
    }
  }

  bool is_budget(Rational const& value) const {
    return dimension(alignment_.target) == Dimension::money
           && (value == context_.budget.budget || value == context_.budget.executed);
  }

  void suspect_target(std::string const& meant) {
    result_.facts.set(TruthField::suspect, model::Truth::yes);
    notes_.suspect_target = meant;
    notes_.findings.push_back(
        {findings::digit_slip, Column::target, asked_.reading->span, {target_text(), meant}});
    result_.question = {"ask_slip", {asked_.reading->text, meant}};
  }

  void suspect_actual(std::string const& meant, std::string const& shown) {
    result_.facts.set(TruthField::suspect, model::Truth::yes);
    notes_.suspect_actual = meant;
    notes_.findings.push_back(
        {findings::digit_slip, Column::actual, part_.reading->span, {actual_text(), shown}});
    result_.question = {"ask_slip", {part_.reading->text, shown}};
  }

  /// 498000 beside 50 in a column of ten thousand yuan: yuan, or a disaster. So are 19000 visits beside 2
  /// in a column of ten thousand.
  void find_other_unit(Rational const& target, Interval const& answer) {
    bool const money = dimension(alignment_.target) == Dimension::money;
    bool const marked = money && (alignment_.marked || asked_.marked || asked_.reading->unit.empty());
    if (!answer.is_point() || !(part_.measure.bare() || marked)) {
      return;
    }
    Rational const& said = *answer.low.value;
    bool const apart = money ? are_far_apart(target, said)
                             : may_be_unscaled(target, said, dimension(alignment_.target), scale_of_unit());
    if (apart) {
      result_.facts.set(TruthField::suspect, model::Truth::yes);
      add(money ? findings::amounts_far_apart : findings::counts_far_apart);
      result_.question = {"ask_unit", {target_text(), actual_text()}};
    }
  }

  /// Of a unit that nobody knows: ten thousand of something, for all one can tell.
  [[nodiscard]] Rational scale_of_unit() const {
    return unknown_ ? Rational::power_of_ten(4) : numerator_factor(alignment_.target);
  }

  /// Digits of dates: 20231231 beside 20240131 is no attainment.
  void find_date() {
    bool const bare = part_.value && part_.measure.bare() && asked_.measure.bare();
    if (bare && may_be_dates(*asked_.value, *part_.value, context_.target.name->hints.deadline)) {
      suspect_date();
    }
  }

  /// 0.98 typed where the other side says percent: it is 98 % or it is a disaster, and the row must not
  /// guess. Nothing hangs on it when both readings reach the target.
  void find_fraction(Rational const& target, Interval const& answer) {
    if (!is_percentage() || !answer.is_point()) {
      return;
    }
    Rational const& said = *answer.low.value;
    bool const bare_target = asked_.reading->unit.empty();
    bool const bare_actual = part_.measure.bare();
    bool const in_target = bare_target && is_fraction(*asked_.value);
    bool const in_actual = bare_actual && is_fraction(*part_.value);
    bool const negative = asked_.settled.direction == Direction::negative;
    if (in_target == in_actual || *asked_.value == *part_.value) {
      bool const shares = in_target && !negative && context_.target.columns->has_measure()
                          && are_shares(*asked_.value, *part_.value) && !is_change(context_.name);
      if (shares && *asked_.value != *part_.value) {
        mark_fraction(Column::target, *asked_.value);
      }
      return; // two fractions compare as well as two percentages; 1 beside 1 % is 1 %
    }
    bool const of_column = context_.target.columns->has_measure() || (bare_target && bare_actual);
    bool const low = negative || (in_target ? said : target) < Rational::fraction(1, 2);
    bool const likely = in_target ? may_be_share(*asked_.value, said * Rational(100))
                                  : may_be_share(*part_.value, target * Rational(100));
    if (of_column && low && !likely) {
      return; // 0.5 beside 5 in a column of percentages is what it says
    }
    if (in_actual && (negative ? said * Rational(100) <= target : said >= target)) {
      return;
    }
    mark_fraction(in_actual ? Column::actual : Column::target, in_actual ? *part_.value : *asked_.value);
  }

  void find_fraction_in_range(Interval const& ends) {
    bool const high = ends.low.value
                      && (*ends.low.value >= Rational::fraction(1, 2)
                          || (part_.value && may_be_share(*part_.value, *ends.low.value * Rational(100))));
    if (is_percentage() && high && part_.measure.bare() && part_.value && is_fraction(*part_.value)) {
      mark_fraction(Column::actual, *part_.value);
    } else if (is_percentage() && asked_.reading->unit.empty() && !part_.measure.bare()
               && asked_.ends->high.value && is_fraction(*asked_.ends->high.value)) {
      mark_fraction(Column::target, *asked_.ends->high.value);
    }
  }

  [[nodiscard]] bool is_percentage() const {
    return alignment_.target.unit != nullptr && alignment_.target.unit == context_.tools.units.percent.unit;
  }

  /// A rate of growth may well be 0.9 %.
  bool is_change(std::string_view name) const {
    return vocabulary::find_change(context_.tools.vocabulary, name).trend != vocabulary::Trend::none;
  }

  void mark_fraction(Column column, Rational const& value) {
    Reading const& reading = column == Column::actual ? *part_.reading : *asked_.reading;
    std::string meant = (value * Rational(100)).plain_text();
    (column == Column::actual ? notes_.suspect_actual : notes_.suspect_target) = meant;
    meant += context_.tools.units.percent_text;
    result_.facts.set(TruthField::suspect, model::Truth::yes);
    notes_.findings.push_back({findings::fraction_for_percentage, column, {}, {reading.text, meant}});
    result_.question = {"ask_slip", {reading.text, meant}};
  }

  /// A ceiling that is the whole budget, answered by itself: the executed amount of the block is the answer.
  void answer_with_executed(Rational const& target) {
    BudgetFigures const& budget = context_.budget;
    if (dimension(alignment_.target) != Dimension::money || !budget.executed || target != budget.budget) {
      return;
    }
    result_.facts.set(TruthField::restated, model::Truth::no);
    add_number_facts(asked_, target, Interval::point(*budget.executed), result_.facts);
    Rational const unit = numerator_factor(context_.budget.block);
    std::string const executed = (*budget.executed / unit).plain_text() + budget.block_text;
    notes_.findings.push_back(
        {findings::executed_answers, Column::actual, part_.reading->span, {part_.reading->text, executed}});
    supplied_ = true;
  }

  Asked const& asked_;
  Part const& part_;
  bool chosen_;
  bool supplied_ = false;
  bool unknown_ = false; ///< the unit
  CompareContext const& context_;
  Comparison& result_;
  RowNotes& notes_;
  Alignment alignment_;
};

} // namespace

std::string printed_number(Reading const& reading, std::string_view measure_text) {
  std::string result = reading.value.empty() ? reading.text : reading.value;
  if (!reading.value.empty()) {
    result += reading.unit.empty() ? measure_text : std::string_view(reading.unit);
  }
  return result;
}

void compare_numbers(Asked const& asked, Answer const& answer, CompareContext const& context,
                     Comparison& result, RowNotes& notes) {
  NumberComparison(asked, answer, context, result, notes).run();
}

} // namespace jixiao::lowering
