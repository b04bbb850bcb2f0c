#pragma once
// A plain number held against a plain number: nearly every row of nearly every table. Beside one name and one
// set of columns all that comparing finds out is the same for any two numbers that are not odd, so it is
// found out once (docs/adr/0011).
#include "engine/lowering/compare.hpp"

#include <optional>

namespace jixiao::lowering {

/// What is the same whatever the two numbers are.
struct PlainComparison {
  model::Comparison sample; ///< without its numbers and what follows from them
  number::Rational factor;  ///< numbers as written * factor = numbers in the common unit
  std::int32_t places = 0;  ///< the factor is 10^-places; 0 for any other factor
  bool money = false;
  bool percentage = false;
  bool scored = false; ///< points of satisfaction and the like
  bool whole = false;  ///< of all there is: more than 100 is not plain
};

/// Compares `asked` with `answer`, two samples. No value when the row's own numbers may matter to more than
/// the verdict, or when there is something to say about them.
[[nodiscard]] std::optional<PlainComparison> make_plain_comparison(Asked const& asked, Part const& answer,
                                                                   CompareContext const& context);

/// Completes `result`, which holds the facts of the row and the project, with what `compare` would find out
/// about the plain numbers `target` and `actual`, both as written. False when they are far apart
/// (`plain_ratio` of the tools), one is below 0, a fraction of a percentage or more than all there is: then
/// `compare` must look at them, and `result` is untouched.
[[nodiscard]] bool compare_plain(PlainComparison const& plain, Settled const& settled,
                                 number::Rational const& target, number::Rational const& actual,
                                 BudgetFigures const& budget, Tools const& tools, model::Comparison& result);

} // namespace jixiao::lowering
