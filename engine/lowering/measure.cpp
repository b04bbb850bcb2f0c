#include "engine/lowering/measure.hpp"

#include <utility>

namespace jixiao::lowering {

using model::Dimension;
using number::Rational;

namespace {

Dimension dimension_of(model::Unit const* unit) {
  return unit == nullptr ? Dimension::none : unit->dimension;
}

/// Periods stay as written: nobody reads "yuan per second".
Rational denominator_scale(model::Unit const* unit, bool periods) {
  if (unit == nullptr || (unit->dimension == Dimension::time && !periods)) {
    return 1;
  }
  return unit->scale;
}

Rational factor(Measure const& measure, bool periods) {
  Rational result = measure.unit == nullptr ? Rational(1) : measure.unit->scale;
  if (measure.exponent != 0) {
    result *= Rational::power_of_ten(measure.exponent);
  }
  if (measure.rate()) {
    Rational const below = denominator_scale(measure.per, periods) * denominator_scale(measure.per2, periods);
    result = result / below;
  }
  return result;
}

/// What is counted stands before the time it takes, however the two are written.
void order_denominators(Measure& measure) {
  if (measure.per2 != nullptr && measure.per->dimension == Dimension::time
      && measure.per2->dimension != Dimension::time) {
    std::swap(measure.per, measure.per2);
  }
}

/// A person-month below a rate is a person and a month, however the two are written.
void split_denominator(vocabulary::Vocabulary const& vocabulary, Measure& measure) {
  if (measure.per == nullptr || measure.per2 != nullptr || measure.per->dimension != Dimension::count) {
    return;
  }
  std::string const& word = measure.per->base;
  for (grammar::UnitWord const& first : vocabulary.lexicon().units) {
    if (first.text.empty() || first.text.size() >= word.size() || word.rfind(first.text, 0) != 0) {
      continue;
    }
    for (grammar::UnitWord const& second : vocabulary.lexicon().units) {
      if (std::string_view(word).substr(first.text.size()) != second.text) {
        continue;
      }
      model::Unit const* const counted = vocabulary.unit(first.id);
      model::Unit const* const period = vocabulary.unit(second.id);
      if (counted != nullptr && period != nullptr && counted->dimension == Dimension::count
          && period->dimension == Dimension::time) {
        measure.per = counted;
        measure.per2 = period;
        return;
      }
    }
  }
}

} // namespace

Measure make_measure(grammar::UnitTree const& tree, vocabulary::Vocabulary const& vocabulary) {
  Measure result;
  result.exponent = tree.exponent;
  result.mark = tree.mark;
  result.unit = tree.id.empty() ? nullptr : vocabulary.unit(tree.id);
  result.per = tree.per_id.empty() ? nullptr : vocabulary.unit(tree.per_id);
  result.per2 = tree.per2_id.empty() ? nullptr : vocabulary.unit(tree.per2_id);
  split_denominator(vocabulary, result);
  order_denominators(result);
  return result;
}

Dimension dimension(Measure const& measure) {
  return dimension_of(measure.unit);
}

Rational numerator_factor(Measure const& measure) {
  return factor(measure, false);
}

Rational full_factor(Measure const& measure) {
  return factor(measure, true);
}

std::string base_text(Measure const& measure, std::string_view written) {
  std::string result = measure.unit == nullptr ? std::string() : measure.unit->base;
  if (!measure.rate()) {
    return result;
  }
  std::size_t const slash = written.find('/');
  bool const period = measure.per->dimension == Dimension::time && measure.per2 == nullptr;
  if (period && slash != std::string_view::npos) {
    result += written.substr(slash);
    return result;
  }
  result += '/';
  result += measure.per->base;
  if (measure.per2 != nullptr) {
    result += '*';
    result += measure.per2->base;
  }
  return result;
}

bool is_year(model::Unit const* unit) {
  return unit != nullptr && unit->id == "year";
}

model::Quantity to_quantity(Rational const& value, Measure const& measure, std::string_view written) {
  model::Quantity result;
  result.value = value * numerator_factor(measure);
  result.unit = base_text(measure, written);
  result.dimension = dimension(measure);
  result.per = dimension_of(measure.per);
  result.per2 = dimension_of(measure.per2);
  result.unit_known = measure.unit != nullptr;
  return result;
}

} // namespace jixiao::lowering
