#include "engine/lowering/suspect_numbers.hpp"

#include "engine/lowering/compare_numbers.hpp"
#include "engine/lowering/digit_slip.hpp"
#include "engine/lowering/findings.hpp"
#include "engine/lowering/number_doubts.hpp"
#include "engine/vocabulary/change.hpp"

#include <optional>
#include <string>

namespace jixiao::lowering {

using model::Column;
using model::Comparison;
using model::Dimension;
using model::Direction;
using model::Reading;
using model::TruthField;
using number::Interval;
using number::Rational;

namespace {

class Suspicion {
public:
  explicit Suspicion(SuspectPair const& pair)
      : asked_(pair.asked), part_(pair.part), context_(pair.context), alignment_(pair.alignment),
        unknown_(pair.unit_unknown), result_(pair.result), notes_(pair.notes) {}

  void of_points(Rational const& target, Interval const& answer) {
    find_slip(target, answer);
    find_date();
    find_fraction(target, answer);
    find_more_than_whole(target, answer);
    find_other_scale(answer);
    find_other_unit(target, answer);
  }

  void of_range(Interval const& ends, Interval const& answer) {
    find_fraction_in_range(ends);
    if (ends.low.value) {
      find_other_unit(*ends.low.value, answer);
    }
    if (ends.high.value) {
      find_more_than_whole(*ends.high.value, answer);
    }
  }

  void suspect_date() {
    Reading const& asked = *asked_.reading;
    result_.facts.set(TruthField::suspect, model::Truth::yes);
    notes_.findings.push_back({findings::number_unclear, Column::target, asked.span, {asked.text}});
    result_.question = {"ask_date", {std::string(context_.name)}};
  }

private:
  [[nodiscard]] vocabulary::NumberDoubts const& doubts() const { return context_.tools.doubts; }

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
    // Hardly anything is several hundred per cent: there two figures are enough to tell.
    Rational const& larger = actual < wanted ? wanted : actual;
    std::size_t const figures = is_percentage() && larger > Rational(100)
                                    ? doubts().slip_figures_of_percentage
                                    : doubts().slip_figures;
    if (far_above(wanted, actual, ratio) && !is_budget(target)
        && looks_like_slip(asked.value, said.value, ratio, figures)) {
      suspect_target(said.value);
    } else if (far_above(actual, wanted, ratio) && !(answer.is_point() && is_budget(*answer.low.value))
               && looks_like_slip(said.value, asked.value, ratio, figures)) {
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
    bool const apart =
        money ? are_far_apart(target, said, doubts().amounts_apart)
              : may_be_unscaled(target, said, dimension(alignment_.target), scale_of_unit(), doubts());
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
    if (is_permillage() && answer.is_point()) {
      find_fraction_of_thousand();
    }
    if (!is_percentage() || !answer.is_point()) {
      return;
    }
    Rational const& said = *answer.low.value;
    bool const bare_target = asked_.reading->unit.empty();
    bool const bare_actual = part_.measure.bare();
    bool const in_target = bare_target && is_fraction(*asked_.value, doubts());
    bool const in_actual = bare_actual && is_fraction(*part_.value, doubts());
    bool const negative = asked_.settled.direction == Direction::negative;
    if (in_target == in_actual || *asked_.value == *part_.value) {
      bool const shares = in_target && !negative && context_.target.columns->has_measure()
                          && are_shares(*asked_.value, *part_.value, doubts()) && !is_change(context_.name);
      if (shares && *asked_.value != *part_.value) {
        mark_fraction(Column::target, *asked_.value);
      }
      return; // two fractions compare as well as two percentages; 1 beside 1 % is 1 %
    }
    bool const of_column = context_.target.columns->has_measure() || (bare_target && bare_actual);
    bool const low = negative || (in_target ? said : target) < doubts().high_share;
    bool const likely = in_target ? may_be_share(*asked_.value, said * Rational(100), doubts())
                                  : may_be_share(*part_.value, target * Rational(100), doubts());
    if (of_column && low && !likely) {
      return; // 0.5 beside 5 in a column of percentages is what it says
    }
    if (in_actual && (negative ? said * Rational(100) <= target : said >= target)) {
      return;
    }
    mark_fraction(in_actual ? Column::actual : Column::target, in_actual ? *part_.value : *asked_.value);
  }

  /// 0.004 beside 5 per thousand.
  void find_fraction_of_thousand() {
    bool const bare_target = asked_.reading->unit.empty();
    bool const bare_actual = part_.measure.bare();
    if (!asked_.value || !part_.value) {
      return;
    }
    if (bare_actual && may_be_thousandth(*part_.value, *asked_.value, doubts())) {
      mark_fraction(Column::actual, *part_.value);
    } else if (bare_target && may_be_thousandth(*asked_.value, *part_.value, doubts())) {
      mark_fraction(Column::target, *asked_.value);
    }
  }

  void find_fraction_in_range(Interval const& ends) {
    bool const high =
        ends.low.value
        && (*ends.low.value >= doubts().high_share
            || (part_.value && may_be_share(*part_.value, *ends.low.value * Rational(100), doubts())));
    if (is_percentage() && high && part_.measure.bare() && part_.value
        && is_fraction(*part_.value, doubts())) {
      mark_fraction(Column::actual, *part_.value);
    } else if (is_percentage() && asked_.reading->unit.empty() && !part_.measure.bare()
               && asked_.ends->high.value && is_fraction(*asked_.ends->high.value, doubts())) {
      mark_fraction(Column::target, *asked_.ends->high.value);
    }
  }

  [[nodiscard]] bool is_percentage() const {
    return alignment_.target.unit != nullptr && alignment_.target.unit == context_.tools.units.percent.unit;
  }

  [[nodiscard]] bool is_permillage() const {
    return dimension(alignment_.target) == Dimension::ratio && !alignment_.target.rate()
           && numerator_factor(alignment_.target) == Rational::fraction(1, 1000);
  }

  /// A rate of growth may well be 0.9 %.
  bool is_change(std::string_view name) const {
    return vocabulary::find_change(context_.tools.vocabulary, name).trend != vocabulary::Trend::none;
  }

  void mark_fraction(Column column, Rational const& value) {
    Reading const& reading = column == Column::actual ? *part_.reading : *asked_.reading;
    std::string meant = (value * Rational(is_permillage() ? 1000 : 100)).plain_text();
    (column == Column::actual ? notes_.suspect_actual : notes_.suspect_target) = meant;
    std::string const unit = !is_permillage()               ? context_.tools.units.percent_text
                             : asked_.reading->unit.empty() ? std::string(context_.measure_text)
                                                            : asked_.reading->unit;
    meant += unit;
    result_.facts.set(TruthField::suspect, model::Truth::yes);
    notes_.findings.push_back({findings::fraction_for_percentage, column, {}, {reading.text, meant, unit}});
    result_.question = {"ask_slip", {reading.text, meant}};
  }

  /// 120 % of those asked are satisfied, 950 points of a hundred: nothing is more than all of it.
  void find_more_than_whole(Rational const& target, Interval const& answer) {
    bool const known = result_.facts.truth(TruthField::suspect) == model::Truth::yes;
    vocabulary::NameHints const& hints = context_.target.name->hints;
    bool const points = dimension(alignment_.target) == Dimension::score;
    if (known || !hints.whole || hints.deviation || !answer.is_point() || !(is_percentage() || points)) {
      return;
    }
    Rational const whole = points ? Rational(100) : Rational(1);
    bool const in_target = target > whole;
    bool const in_actual = *answer.low.value > whole;
    if (points && in_target) {
      return; // out of a thousand, perhaps
    }
    if ((in_target || in_actual) && !is_change(context_.name)) {
      result_.facts.set(TruthField::suspect, model::Truth::yes);
      Reading const& reading = in_actual ? *part_.reading : *asked_.reading;
      notes_.findings.push_back({findings::more_than_whole,
                                 in_actual ? Column::actual : Column::target,
                                 reading.span,
                                 {std::string(context_.name), in_actual ? actual_text() : target_text()}});
      result_.question = {"ask_value", {std::string(context_.name)}};
    }
  }

  /// 4.8 beside 90 points of satisfaction: of five, or of ten. A percent sign says of how many.
  void find_other_scale(Interval const& answer) {
    bool const known = result_.facts.truth(TruthField::suspect) == model::Truth::yes;
    bool const scored =
        context_.target.name->hints.satisfaction || dimension(alignment_.target) == Dimension::score;
    bool const points = scored && part_.value && answer.is_point()
                        && alignment_.target_factor == alignment_.actual_factor
                        && asked_.settled.direction != Direction::negative;
    if (known || !points || !may_be_other_scale(*asked_.value, *part_.value, doubts())) {
      return;
    }
    Reading const& smaller = *part_.value < *asked_.value ? *part_.reading : *asked_.reading;
    if (!smaller.unit.empty() && smaller.quantity && smaller.quantity->dimension == Dimension::ratio) {
      return;
    }
    result_.facts.set(TruthField::suspect, model::Truth::yes);
    add(findings::scale_unclear);
    result_.question = {"ask_scale", {std::string(context_.name), part_.reading->text}};
  }

  [[nodiscard]] std::string target_text() const {
    return printed_number(*asked_.reading, context_.measure_text);
  }
  [[nodiscard]] std::string actual_text() const { return printed_number(*part_.reading, {}); }

  void add(diagnostic::Code code) {
    notes_.findings.push_back({code, Column::actual, part_.reading->span, {target_text(), actual_text()}});
  }

  Asked const& asked_;
  Part const& part_;
  CompareContext const& context_;
  Alignment const& alignment_;
  bool unknown_; ///< the unit
  Comparison& result_;
  RowNotes& notes_;
};

} // namespace

void suspect_points(SuspectPair const& pair, Rational const& target, Interval const& answer) {
  Suspicion(pair).of_points(target, answer);
}

void suspect_range(SuspectPair const& pair, Interval const& ends, Interval const& answer) {
  Suspicion(pair).of_range(ends, answer);
}

void suspect_target(Asked const& asked, CompareContext const& context, RowNotes& notes) {
  vocabulary::NameHints const& hints = context.target.name->hints;
  bool const share = hints.whole && !hints.deviation && dimension(asked.measure) == Dimension::ratio
                     && !asked.increase && !asked.reduction;
  if (share && asked.value && *asked.value * numerator_factor(asked.measure) > Rational(1)
      && vocabulary::find_change(context.tools.vocabulary, context.name).trend == vocabulary::Trend::none) {
    notes.findings.push_back(
        {findings::more_than_whole,
         Column::target,
         asked.reading->span,
         {std::string(context.name), printed_number(*asked.reading, context.measure_text)}});
  }
}

void suspect_date(SuspectPair const& pair) {
  Suspicion(pair).suspect_date();
}

} // namespace jixiao::lowering
