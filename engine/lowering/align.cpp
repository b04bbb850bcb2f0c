#include "engine/lowering/align.hpp"

#include "engine/lowering/findings.hpp"
#include "engine/lowering/implied.hpp"
#include "engine/vocabulary/clause_words.hpp"

#include <utility>

namespace jixiao::lowering {

using model::Dimension;
using model::Origin;
using number::Rational;
using vocabulary::ClassifierMatch;

namespace {

class Aligner {
public:
  Aligner(Asked const& asked, Part const& answer, UnitContext const& context)
      : asked_(asked), answer_(answer), context_(context) {
    result_.target = asked.measure;
    result_.actual = answer.measure;
  }

  Alignment run() {
    Alignment result = units();
    bool const of_day = is_per_day(result.target) || is_per_day(result.actual);
    // "20 in all" beside hours a day: the unit was supplied, and it is a sum.
    bool const sum = is_per_day(result.actual) && answer_.measure.bare() && answer_.reading->total;
    if (result.comparable && sum) {
      result.comparable = false;
      result.finding = findings::dimension_mismatch;
    } else if (result.comparable && of_day
               && (is_beyond_day(asked_.value, result.target)
                   || is_beyond_day(answer_.value, result.actual))) {
      result.comparable = false;
      result.finding = findings::more_than_day;
    }
    return result;
  }

private:
  static bool is_per_day(Measure const& measure) {
    return dimension(measure) == Dimension::time && measure.per != nullptr && measure.per->id == "day";
  }

  /// More hours than a day has.
  static bool is_beyond_day(std::optional<Rational> const& value, Measure const& measure) {
    Rational const day = 86400; // seconds
    return value && is_per_day(measure) && *value * numerator_factor(measure) > day;
  }

  Alignment units() {
    // A unit that only the name gave the target is held against one that the answer prints.
    result_.assumed = asked_.unit_origin == Origin::implied && !result_.actual.bare();
    if (result_.actual == result_.target && !result_.actual.bare()) {
      result_.target_factor = result_.actual_factor = numerator_factor(result_.target);
      return std::move(result_);
    }
    name_decides(result_.actual);
    read_mark();
    if (result_.actual.bare()) {
      supply_actual();
    } else if (result_.target.bare()) {
      supply_target();
    } else {
      supply_behind_scale_words();
    }
    if (result_.comparable) {
      settle_rates();
    }
    if (result_.comparable) {
      compare_units();
    }
    if (result_.comparable && !scored_as_ratio_) {
      // Rates over one period keep it: yuan per year compare as they stand.
      bool const one_period =
          result_.target.per == result_.actual.per && result_.target.per2 == result_.actual.per2;
      auto const factor = one_period ? numerator_factor : full_factor;
      result_.target_factor = factor(result_.target);
      result_.actual_factor = factor(result_.actual);
    }
    return std::move(result_);
  }

  void refuse(diagnostic::Code code) {
    result_.comparable = false;
    result_.finding = code;
  }

  /// A unit word that means another unit beside this name.
  void name_decides(Measure& measure) const {
    if (measure.unit != nullptr) {
      vocabulary::Vocabulary const& vocabulary = context_.tools.vocabulary;
      measure.unit = vocabulary.unit(vocabulary.unit_beside(measure.unit->id, context_.name));
    }
  }

  /// A currency mark says money; how much of it one counts the row says.
  void read_mark() {
    if (!result_.actual.mark_alone() || !asked_.money) {
      return;
    }
    result_.actual = {};
    result_.marked = true;
  }

  void supply_actual() {
    Measure const& column = context_.target.columns->measure;
    if (result_.target.bare()) {
      if (asked_.money) {
        // Neither says a unit: both stand in that of the budget block.
        result_.target = result_.actual = context_.block;
        result_.target_why = result_.actual_why = unit_of_budget;
        result_.assumed = true;
      }
      return;
    }
    bool const of_column = !column.bare() && column.unit == asked_.measure.unit;
    result_.actual = result_.target;
    result_.actual_why = of_column ? unit_of_column : unit_of_target;
    result_.contradicted = contradicts_column();
    // Both numbers are bare when the name or the column gave the target its unit: they share it.
    bool const printed_in_cell = asked_.unit_origin == Origin::printed && !of_column;
    result_.assumed = result_.assumed || printed_in_cell;
  }

  /// The cell of the target says ten thousand yuan and the unit column yuan: a bare answer is either.
  [[nodiscard]] bool contradicts_column() const {
    Measure column = context_.target.columns->measure;
    Measure const& target = asked_.measure;
    bool const both = !asked_.reading->unit.empty() && column.unit != nullptr && target.unit != nullptr;
    if (!both || context_.target.compound || column.rate() || target.rate()
        || answer_.value == asked_.value) {
      return false;
    }
    name_decides(column);
    Dimension const left = dimension(column);
    Dimension const right = dimension(target);
    bool const points = (left == Dimension::score && right == Dimension::ratio)
                        || (left == Dimension::ratio && right == Dimension::score);
    return !points && (left != right || numerator_factor(column) != numerator_factor(target));
  }

  void supply_target() {
    if (asked_.money && dimension(result_.actual) != Dimension::money && !result_.actual.scale_alone()) {
      refuse(findings::dimension_mismatch);
      return;
    }
    // Money without a unit is that of the budget block, whatever the answer counts in.
    bool const of_block = asked_.money && !result_.actual.rate();
    result_.target = of_block ? context_.block : result_.actual;
    result_.target_why = of_block ? unit_of_budget : unit_of_answer;
    result_.assumed = true;
  }

  void supply_behind_scale_words() {
    if (result_.target.scale_alone() && !result_.actual.scale_alone()) {
      std::uint8_t const exponent = result_.target.exponent;
      result_.target = result_.actual;
      result_.target.exponent = exponent;
      result_.target_why = unit_of_answer;
      result_.assumed = true;
    } else if (result_.actual.scale_alone() && !result_.target.scale_alone()) {
      std::uint8_t const exponent = result_.actual.exponent;
      result_.actual = result_.target;
      result_.actual.exponent = exponent;
      result_.actual_why = unit_of_target;
      result_.assumed = result_.assumed || context_.target.columns->measure.bare();
    }
  }

  /// One side says a rate, the other an amount.
  void settle_rates() {
    Measure& rate = result_.target.rate() ? result_.target : result_.actual;
    Measure const& other = result_.target.rate() ? result_.actual : result_.target;
    bool const supplied = !result_.target_why.empty() || !result_.actual_why.empty();
    bool const both = rate.rate() && other.rate();
    if (!rate.rate() || (both && !supplied)) {
      return;
    }
    if (both) {
      // The amount was bare and took the unit of the rate: the same period, but it did not say so.
      drop_year_of_supplied();
      return;
    }
    bool const per_year = is_year(rate.per) && rate.per2 == nullptr;
    // 24 hours a day, answered by hours; days would be days in a day.
    bool const hours_a_day =
        dimension(rate) == Dimension::time && rate.per->id == "day" && rate.unit == other.unit;
    if (!per_year && !(hours_a_day && may_be_of_day())) {
      refuse(findings::dimension_mismatch);
      return;
    }
    std::optional<Rational> const& amount = result_.target.rate() ? answer_.value : asked_.value;
    Measure daily = other;
    daily.per = rate.per;
    if (hours_a_day && is_beyond_day(amount, daily)) {
      refuse(findings::more_than_day);
      return;
    }
    rate.per = nullptr;
    result_.assumed = true;
    result_.finding = findings::rate_taken_as_amount;
  }

  /// The amount beside a rate per day says neither a year or month, nor that it is a sum.
  [[nodiscard]] bool may_be_of_day() const {
    model::Reading const& amount = result_.target.rate() ? *answer_.reading : *asked_.reading;
    vocabulary::Vocabulary const& vocabulary = context_.tools.vocabulary;
    return !amount.total && !vocabulary::names_period(vocabulary, amount.subject)
           && (result_.target.rate() || !vocabulary::names_period(vocabulary, context_.name));
  }

  void drop_year_of_supplied() {
    if (is_year(result_.target.per) && result_.target.per2 == nullptr && !result_.target_why.empty()) {
      result_.target.per = result_.actual.per = nullptr;
      result_.finding = findings::rate_taken_as_amount;
    }
  }

  void compare_units() {
    Measure const& target = result_.target;
    Measure const& actual = result_.actual;
    if (target.unit == nullptr || actual.unit == nullptr || target.unit == actual.unit) {
      compare_denominators();
      return;
    }
    Dimension const left = dimension(target);
    Dimension const right = dimension(actual);
    bool const score_and_ratio = (left == Dimension::score && right == Dimension::ratio)
                                 || (left == Dimension::ratio && right == Dimension::score);
    if (score_and_ratio && !target.rate()) {
      std::optional<Rational> const& points = left == Dimension::score ? asked_.value : answer_.value;
      if (!points || *points <= context_.tools.doubts.short_scale) {
        refuse(findings::dimension_mismatch); // 4.8 of 5 points, or of 10: the scale is not said
        return;
      }
      // 90 points of satisfaction are 90 %: a score of 100.
      Rational const hundredth = Rational::fraction(1, 100);
      result_.target_factor = left == Dimension::score ? hundredth : full_factor(target);
      result_.actual_factor = right == Dimension::score ? hundredth : full_factor(actual);
      result_.assumed = scored_as_ratio_ = true;
      result_.finding = findings::score_as_ratio;
      return;
    }
    if (left != right || (left != Dimension::count && target.unit->base != actual.unit->base)
        || is_day_and_hours(*target.unit, *actual.unit)) {
      refuse(findings::dimension_mismatch);
      return;
    }
    if (left == Dimension::count) {
      switch (context_.tools.vocabulary.match_classifiers(target.unit->id, actual.unit->id)) {
      case ClassifierMatch::same: break;
      case ClassifierMatch::differs:
        result_.finding = findings::classifier_differs;
        result_.assumed = true; // that the two count the same thing
        break;
      case ClassifierMatch::refused: refuse(findings::classifier_refused); return;
      }
    }
    compare_denominators();
  }

  /// Yuan/person/time is yuan/person-time: one classifier is the other two, written side by side.
  [[nodiscard]] static bool is_product(Measure const& single, Measure const& pair) {
    return single.per != nullptr && single.per2 == nullptr && pair.per != nullptr && pair.per2 != nullptr
           && single.per->dimension == Dimension::count && single.per->id == pair.per->id + pair.per2->id;
  }

  /// A day of work is no day of the clock: half a day may be four hours or twelve.
  [[nodiscard]] bool is_day_and_hours(model::Unit const& left, model::Unit const& right) const {
    model::Unit const* const day = context_.tools.vocabulary.unit("day");
    bool const clock = day != nullptr && left.base == day->base && right.base == day->base;
    return clock && (left.scale < day->scale) != (right.scale < day->scale);
  }

  /// Periods of days: five days of work make a week as well as seven of the calendar.
  [[nodiscard]] bool has_days(model::Unit const& left, model::Unit const& right) const {
    model::Unit const* const day = context_.tools.vocabulary.unit("day");
    bool const clock = day != nullptr && left.base == day->base;
    return clock && (left.scale >= day->scale || right.scale >= day->scale);
  }

  void compare_denominators() {
    auto const fit = [this](model::Unit const* left, model::Unit const* right) {
      if (left == right) {
        return true;
      }
      return left != nullptr && right != nullptr && left->dimension == right->dimension
             && left->base == right->base && !has_days(*left, *right);
    };
    if (is_product(result_.target, result_.actual) || is_product(result_.actual, result_.target)) {
      return;
    }
    if (!fit(result_.target.per, result_.actual.per) || !fit(result_.target.per2, result_.actual.per2)) {
      refuse(findings::dimension_mismatch);
    }
  }

  Asked const& asked_;
  Part const& answer_;
  UnitContext const& context_;
  Alignment result_;
  bool scored_as_ratio_ = false;
};

} // namespace

Alignment align(Asked const& asked, Part const& answer, UnitContext const& context) {
  return Aligner(asked, answer, context).run();
}

} // namespace jixiao::lowering
