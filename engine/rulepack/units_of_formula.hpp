#pragma once
// What a formula measures, for the check that nobody adds apples to pears: exponents of the three things that
// rules meet. A plain number takes the dimension of what it stands beside.
#include "engine/model/facts.hpp"

#include <string>

namespace jixiao::rulepack {

struct FormulaUnits {
  int measure = 0;   ///< of actual and target: whatever the indicator measures
  int points = 0;    ///< of weight
  int money = 0;     ///< of budget and executed
  bool free = false; ///< a plain number, or made of plain numbers alone

  friend bool operator==(FormulaUnits const&, FormulaUnits const&) = default;
  [[nodiscard]] bool is_ratio() const { return measure == 0 && points == 0 && money == 0; }
};

[[nodiscard]] FormulaUnits units_of(model::NumberField field);
[[nodiscard]] FormulaUnits product(FormulaUnits left, FormulaUnits right);
[[nodiscard]] FormulaUnits quotient(FormulaUnits left, FormulaUnits right);
/// Whether the two may be added and compared.
[[nodiscard]] bool fit(FormulaUnits left, FormulaUnits right);
/// What a sum of two that fit measures.
[[nodiscard]] FormulaUnits common(FormulaUnits left, FormulaUnits right);

/// As fields of the language that measure the same: "actual", "weight / actual", "1" for a ratio.
[[nodiscard]] std::string as_text(FormulaUnits units);

} // namespace jixiao::rulepack
