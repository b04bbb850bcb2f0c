#include "engine/lowering/plain_comparison.hpp"

#include "engine/lowering/align.hpp"
#include "engine/lowering/days_asked.hpp"
#include "engine/lowering/digit_slip.hpp"
#include "engine/lowering/number_doubts.hpp"
#include "engine/lowering/number_facts.hpp"
#include "engine/model/short_text.hpp"

#include <utility>

namespace jixiao::lowering {

using model::assign_text;
using model::Dimension;
using model::Facts;
using model::NumberField;
using model::Truth;
using model::TruthField;
using model::WordField;
using number::Rational;

namespace {

bool says_nothing(RowNotes const& notes) {
  return notes.findings.empty() && notes.target_why.empty() && notes.actual_why.empty()
         && notes.suspect_target.empty() && notes.suspect_actual.empty();
}

/// One of the two is so many times the other: perhaps a slip of digits, or in another unit.
bool far_apart(Rational const& left, Rational const& right, Rational const& ratio) {
  return left < right ? far_above(right, left, ratio) : far_above(left, right, ratio);
}

/// 0.98 where percentages stand.
bool may_be_fraction(Rational const& value) {
  static Rational const one = 1;
  return value.sign() > 0 && value <= one;
}

/// How often 10 divides 1 to give `factor`; 0 when it does not.
std::int32_t places_of(Rational const& factor) {
  constexpr std::int32_t most = 18;
  for (std::int32_t places = 1; places <= most; ++places) {
    if (factor == Rational::power_of_ten(-places)) {
      return places;
    }
  }
  return 0;
}

/// Most factors are a hundredth.
Rational in_common_unit(PlainComparison const& plain, Rational const& value) {
  return plain.places != 0 ? value.shifted(plain.places) : value * plain.factor;
}

bool same(model::Comparison const& left, model::Comparison const& right) {
  return left.facts.numbers == right.facts.numbers && left.facts.truths == right.facts.truths
         && left.facts.words == right.facts.words && left.unit == right.unit && left.label == right.label
         && left.relation == right.relation && left.relation_origin == right.relation_origin
         && left.unit_origin == right.unit_origin && left.not_due == right.not_due && left.days == right.days;
}

/// Whether `compare` has nothing else to say of a number below, at and above the target: what it finds out
/// from the numbers in any other way than `add_point_facts` has no template.
bool holds_around(PlainComparison const& plain, Asked const& asked, Part answer,
                  CompareContext const& context) {
  for (Rational const& value : {*asked.value - Rational(1), *asked.value, *asked.value + Rational(1)}) {
    answer.value = value;
    RowNotes notes;
    model::Comparison whole;
    compare(asked, {&answer, false, false}, context, whole, notes);
    model::Comparison quick;
    if (!says_nothing(notes) || !whole.question.id.empty()
        || !compare_plain(plain, asked.settled, *asked.value, value, context.budget, context.tools, quick)
        || !same(whole, quick)) {
      return false;
    }
  }
  return true;
}

} // namespace

std::optional<PlainComparison> make_plain_comparison(Asked const& asked, Part const& answer,
                                                     CompareContext const& context) {
  bool const by_block = asked.money && asked.measure.bare(); // the unit of each project's own budget block
  // What only some numbers are asked about is looked at in each row.
  bool const of_day = asked.measure.per != nullptr && asked.measure.per->id == "day";
  if (by_block || of_day || asked.open_money || !asked.value || context.target.name->hints.deviation) {
    return std::nullopt;
  }
  Alignment const alignment = align(asked, answer, {context.target, context.name, {}, context.tools});
  if (!alignment.comparable || alignment.target_factor != alignment.actual_factor) {
    return std::nullopt;
  }
  PlainComparison result;
  RowNotes notes;
  compare(asked, {&answer, false, false}, context, result.sample, notes);
  if (result.sample.facts.truth(TruthField::quantity) != Truth::yes) {
    return std::nullopt;
  }
  result.factor = alignment.target_factor;
  result.places = places_of(result.factor);
  result.money = dimension(alignment.target) == Dimension::money;
  model::Unit const* const percent = context.tools.units.percent.unit;
  result.scored = context.target.name->hints.satisfaction || dimension(alignment.target) == Dimension::score;
  result.percentage = percent != nullptr && alignment.target.unit == percent;
  result.whole = context.target.name->hints.whole
                 && (result.percentage || dimension(alignment.target) == Dimension::score);
  return holds_around(result, asked, answer, context) ? std::optional(std::move(result)) : std::nullopt;
}

bool compare_plain(PlainComparison const& plain, Settled const& settled, Rational const& target,
                   Rational const& actual, BudgetFigures const& budget, Tools const& tools,
                   model::Comparison& result) {
  static Rational const one = 1;
  static Rational const hundred = 100;
  if (actual.sign() < 0) {
    return false; // a minus may be read in two ways
  }
  bool const fraction = plain.percentage && (may_be_fraction(target) || may_be_fraction(actual));
  bool const more = plain.whole && (target > hundred || actual > hundred);
  bool const scale = plain.scored && may_be_other_scale(target, actual, tools.doubts);
  bool const dates = is_eight_digits(target) && is_eight_digits(actual);
  if (fraction || more || scale || dates || far_apart(target, actual, tools.plain_ratio)) {
    return false;
  }
  bool const whole = plain.factor == one;
  Rational const wanted = whole ? target : in_common_unit(plain, target);
  if (plain.money && budget.budget && far_above(wanted, *budget.budget, tools.plain_ratio)) {
    return false;
  }
  model::Comparison const& sample = plain.sample;
  Facts& facts = result.facts;
  std::uint8_t const level1 = facts.word(WordField::level1);
  Truth const named = facts.truth(TruthField::named);
  Truth const weighted = facts.truth(TruthField::weighted);
  facts.truths = sample.facts.truths;
  facts.words = sample.facts.words;
  facts.set(WordField::level1, level1);
  facts.set(TruthField::named, named);
  facts.set(TruthField::weighted, weighted);
  add_point_facts(settled, wanted, whole ? actual : in_common_unit(plain, actual), facts);
  result.label.clear();
  assign_text(result.unit, sample.unit);
  result.relation = sample.relation;
  result.relation_origin = sample.relation_origin;
  result.unit_origin = sample.unit_origin;
  result.days = {};
  result.not_due = false;
  return true;
}

} // namespace jixiao::lowering
