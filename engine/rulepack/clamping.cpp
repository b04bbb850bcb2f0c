#include "engine/rulepack/clamping.hpp"

#include "engine/rulepack/instruction.hpp"

namespace jixiao::rulepack {
namespace {

using model::NumberField;
using model::Truth;
using number::Interval;
using number::Rational;

constexpr std::uint32_t most_figures = 20'000; // beyond, nothing is said

/// Figures inside a cell: near both ends and between them.
std::vector<Rational> figures_of(Interval const& cell) {
  Rational const tenth = Rational::fraction(1, 10);
  if (cell.is_point()) {
    return {*cell.low.value};
  }
  if (cell.low.value && cell.high.value) {
    Rational const width = *cell.high.value - *cell.low.value;
    return {*cell.low.value + tenth * width, *cell.low.value + Rational::fraction(1, 2) * width,
            *cell.high.value - tenth * width};
  }
  if (cell.low.value) {
    return {*cell.low.value + tenth, *cell.low.value + Rational(1), *cell.low.value + Rational(50)};
  }
  if (cell.high.value) {
    return {*cell.high.value - tenth, *cell.high.value - Rational(1), *cell.high.value - Rational(50)};
  }
  return {Rational(-1), Rational(0), Rational(1)};
}

} // namespace

Clamping::Clamping(Rule const& rule) : rule_(&rule) {
  below_one_ = above_zero_ = !rule.share || rule.share->fixed.has_value();
}

void Clamping::add(model::Facts facts, CanOccur const& can_occur) {
  take(facts, 0, can_occur);
}

void Clamping::take(model::Facts& facts, std::size_t field, CanOccur const& can_occur) {
  if (settled()) {
    return;
  }
  if (field == model::number_field_count) {
    if (can_occur(facts)) {
      see(facts);
    }
    return;
  }
  if (rule_->share->mentions_of[field] == 0) {
    take(facts, field + 1, can_occur);
    return;
  }
  auto const number = static_cast<NumberField>(field);
  std::optional<Interval> const cell = facts.number(number);
  if (!cell) {
    return; // a number that is not there makes a formula unknown, not wrong
  }
  for (Rational const& figure : figures_of(*cell)) {
    facts.number(number) = Interval::point(figure);
    take(facts, field + 1, can_occur);
  }
  facts.number(number) = cell;
}

void Clamping::see(model::Facts const& facts) {
  if (evaluate_truth(*rule_->when, facts) == Truth::no) {
    return;
  }
  Interval const value = evaluate_number(*rule_->share, facts).value;
  Rational const zero(0), one(1);
  bool const too_many = ++looked_at_ > most_figures;
  below_one_ = below_one_ || too_many || !value.low.value || *value.low.value < one;
  above_zero_ = above_zero_ || too_many || !value.high.value || *value.high.value > zero;
  above_one_ = above_one_ || (value.high.value && *value.high.value > one);
  below_zero_ = below_zero_ || (value.low.value && *value.low.value < zero);
}

Clamped Clamping::result() const {
  if (!below_one_ && above_one_) {
    return Clamped::to_one;
  }
  return !above_zero_ && below_zero_ ? Clamped::to_zero : Clamped::no;
}

} // namespace jixiao::rulepack
