#include "engine/scoring/project_facts.hpp"

namespace jixiao::scoring {

using model::NumberField;
using number::Interval;
using number::Rational;

std::optional<Rational> const& denominator(model::Budget const& budget, rulepack::RulePack const& pack) {
  bool const initial_first = pack.denominator == rulepack::Denominator::initial;
  std::optional<Rational> const& first = initial_first ? budget.initial : budget.adjusted;
  std::optional<Rational> const& second = initial_first ? budget.adjusted : budget.initial;
  std::string const& first_text = initial_first ? budget.initial_text : budget.adjusted_text;
  return first || !first_text.empty() ? first : second; // what is printed and not understood is not replaced
}

void add_project_facts(model::Budget const& budget, model::Execution const& execution,
                       rulepack::RulePack const& pack, model::Facts& facts) {
  auto const put = [&facts](NumberField field, std::optional<Rational> const& value) {
    if (value) {
      facts.set(field, *value);
    } else if (facts.number(field)) {
      facts.number(field).reset();
    }
  };
  put(NumberField::execution_rate, execution.rate);
  put(NumberField::budget, denominator(budget, pack));
  put(NumberField::executed, budget.executed);
  if (pack.asks_both_budgets) {
    put(NumberField::initial_budget, budget.initial);
    put(NumberField::adjusted_budget, budget.adjusted);
  }
}

} // namespace jixiao::scoring
