#pragma once
// Brings a target and an answer to one unit, or says why they cannot be compared.
#include "engine/lowering/target.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jixiao::lowering {

struct Alignment {
  bool comparable = true;
  bool marked = false;       ///< the actual has a currency mark and no unit
  bool contradicted = false; ///< the actual is bare, and cell and column say two units
  bool assumed = false;      ///< a unit was supplied, or a rate taken as an amount
  Measure target, actual;
  number::Rational target_factor = 1; ///< number as written * factor = number in the common unit
  number::Rational actual_factor = 1;
  std::string_view target_why; ///< message id when the target's unit came from the rest of the row
  std::string_view actual_why;
  std::optional<diagnostic::Code> finding;
};

/// What the row knows beside the two cells.
struct UnitContext {
  Target const& target;
  std::string_view name;
  Measure block; ///< unit of the budget block
  Tools const& tools;
};

[[nodiscard]] Alignment align(Asked const& asked, Part const& answer, UnitContext const& context);

} // namespace jixiao::lowering
