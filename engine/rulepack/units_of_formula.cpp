#include "engine/rulepack/units_of_formula.hpp"

#include <cstdlib>

namespace jixiao::rulepack {

FormulaUnits units_of(model::NumberField field) {
  switch (field) {
  case model::NumberField::actual:
  case model::NumberField::target:
  case model::NumberField::target_1:
  case model::NumberField::target_2:
  case model::NumberField::target_3:
  case model::NumberField::target_4:
  case model::NumberField::target_5: return {1, 0, 0, false};
  case model::NumberField::weight: return {0, 1, 0, false};
  case model::NumberField::pass_threshold:
  case model::NumberField::execution_rate:
  case model::NumberField::elapsed: return {0, 0, 0, false};
  case model::NumberField::budget:
  case model::NumberField::executed:
  case model::NumberField::initial_budget:
  case model::NumberField::adjusted_budget: return {0, 0, 1, false};
  case model::NumberField::input_1: break; // inputs have the dimension that their pack says
  }
  std::abort(); // a value outside the enumeration is a bug, not bad data
}

FormulaUnits product(FormulaUnits left, FormulaUnits right) {
  return {left.measure + right.measure, left.points + right.points, left.money + right.money,
          left.free && right.free};
}

FormulaUnits quotient(FormulaUnits left, FormulaUnits right) {
  return {left.measure - right.measure, left.points - right.points, left.money - right.money,
          left.free && right.free};
}

bool fit(FormulaUnits left, FormulaUnits right) {
  return left.free || right.free || left == right;
}

FormulaUnits common(FormulaUnits left, FormulaUnits right) {
  return left.free ? right : left;
}

std::string as_text(FormulaUnits units) {
  std::string above;
  std::string below;
  auto const put = [&](char const* field, int exponent) {
    std::string& side = exponent > 0 ? above : below;
    for (int i = 0; i < std::abs(exponent); ++i) {
      side += side.empty() ? "" : " * ";
      side += field;
    }
  };
  put("actual", units.measure);
  put("weight", units.points);
  put("budget", units.money);
  if (below.empty()) {
    return above.empty() ? "1" : above;
  }
  bool const several = below.find(' ') != std::string::npos;
  return (above.empty() ? "1" : above) + " / " + (several ? "(" + below + ")" : below);
}

} // namespace jixiao::rulepack
