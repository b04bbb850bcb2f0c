#include "engine/scoring/claim.hpp"

#include <algorithm>

namespace jixiao::scoring {
namespace {

using model::NumberField;
using model::ScoredIndicator;
using model::Truth;

/// The two numbers of a row that compares one with one.
struct Pair {
  Rational actual, target;
};

std::optional<Pair> pair_of(ScoredIndicator const& row) {
  if (row.indicator.comparisons.size() != 1) {
    return std::nullopt;
  }
  model::Facts const& facts = row.indicator.comparisons.front().facts;
  std::optional<Interval> const& actual = facts.number(NumberField::actual);
  std::optional<Interval> const& target = facts.number(NumberField::target);
  if (facts.truth(model::TruthField::quantity) != Truth::yes || !actual || !target || !actual->is_point()
      || !target->is_point()) {
    return std::nullopt;
  }
  return Pair{low(*actual), low(*target)};
}

bool is_ratio(ScoredIndicator const& row) {
  return row.indicator.comparisons.front().facts.word(model::WordField::dimension)
         == static_cast<std::uint8_t>(model::Dimension::ratio);
}

bool is_strict_limit(ScoredIndicator const& row) {
  return row.indicator.comparisons.front().facts.truth(model::TruthField::at_limit) == Truth::yes;
}

bool is_missed(model::Comparison const& comparison) {
  auto const level = static_cast<model::LevelVerdict>(comparison.facts.word(model::WordField::level));
  return comparison.facts.truth(model::TruthField::met) == Truth::no
         || comparison.facts.truth(model::TruthField::unreached) == Truth::yes
         || level == model::LevelVerdict::partly_met || level == model::LevelVerdict::not_met;
}

/// Whoever met the target may still be scored below full marks: by a rule on going far beyond it, say.
std::string_view cause_of_full_marks(ScoredIndicator const& row) {
  auto const& comparisons = row.indicator.comparisons;
  if (std::any_of(comparisons.begin(), comparisons.end(), is_missed)) {
    return cause_full_marks;
  }
  bool const met = std::all_of(comparisons.begin(), comparisons.end(), [](auto const& each) {
    return each.facts.truth(model::TruthField::met) == Truth::yes;
  });
  return met && !comparisons.empty() ? cause_met_but_lowered : cause_unexplained;
}

/// Less than one step apart from the exact points: somebody rounded otherwise, or cut digits off.
bool is_rounding(ScoredIndicator const& row, Rational const& claimed, Rounder const& round) {
  return number::abs(claimed - low(row.exact)) < round.unit();
}

bool is_unit_slip(Rational const& score, Rational const& claimed) {
  if (score.is_zero() || claimed.is_zero()) {
    return false;
  }
  for (std::int32_t const exponent : {-4, -3, -2, -1, 1, 2, 3, 4}) {
    if (claimed == score * Rational::power_of_ten(exponent)) {
      return true;
    }
  }
  return false;
}

/// The other readings that the field knows for a missed upper limit.
bool is_other_formula(Pair const& pair, Rational const& weight, Rational const& claimed,
                      Rounder const& round) {
  if (pair.target.sign() <= 0 || pair.actual.sign() <= 0) {
    return false;
  }
  Rational const inverse = pair.target / pair.actual;
  Rational const linear = Rational(2) - pair.actual / pair.target;
  Rational const direct = pair.actual / pair.target;
  for (Rational const& share : {inverse, linear, direct}) {
    if (share.sign() >= 0 && !(share > Rational(1)) && claimed == round(share * weight)) {
      return true;
    }
  }
  return false;
}

std::string_view cause_of_pair(ScoredIndicator const& row, Pair const& pair, Rational const& claimed,
                               Rounder const& round) {
  if (pair.target.sign() > 0 && pair.actual > pair.target
      && claimed == round(row.weight * pair.actual / pair.target)) {
    return cause_cap_not_applied;
  }
  if (is_ratio(row) && claimed == round(row.weight * pair.actual)) {
    return cause_rate_multiplied;
  }
  if (claimed < row.weight && is_other_formula(pair, row.weight, claimed, round)) {
    return cause_other_formula;
  }
  if (is_strict_limit(row) || (pair.actual == pair.target && claimed.is_zero())) {
    return cause_boundary;
  }
  return {};
}

} // namespace

std::string_view difference_cause(ScoredIndicator const& row, Rational const& claimed, Rounder const& round) {
  Rational const& score = low(row.score);
  if (row.judgement) {
    return cause_judgement;
  }
  if (is_rounding(row, claimed, round)) {
    return cause_rounding;
  }
  if (std::optional<Pair> const pair = pair_of(row)) {
    std::string_view const cause = cause_of_pair(row, *pair, claimed, round);
    if (!cause.empty()) {
      return cause;
    }
  }
  if (is_unit_slip(score, claimed)) {
    return cause_unit;
  }
  if (claimed > row.weight) {
    return cause_above_weight;
  }
  if (claimed == row.weight) {
    return cause_of_full_marks(row);
  }
  if (claimed.is_zero() && score < row.weight) {
    return cause_all_or_nothing;
  }
  if (claimed < score) {
    return row.indicator.deviation_reason.empty() ? cause_missing_reason : cause_deducted_with_reason;
  }
  return cause_unexplained;
}

} // namespace jixiao::scoring
