#pragma once
// Expressions of a pack, checked and compiled: one flat program that runs over exact numbers and over
// intervals.
#include "engine/diagnostic/diagnostic.hpp"
#include "engine/model/facts.hpp"
#include "engine/number/interval.hpp"
#include "engine/rulepack/rule_pack.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::rulepack {

/// What an expression must give: `when` a truth, `share` a number or an interval of numbers.
enum class Want : std::uint8_t { truth, number };

/// Compiles `text`. Refused, each with its place: syntax errors, unknown fields and words, types that do not
/// fit, dimensions that do not fit, a division by the number 0, limits of length and depth. `where` is the
/// place of the first character of `text` itself (behind an opening quote); columns count from there in
/// characters, and begin/end of a place count characters of `text`.
/// `inputs`: the figures that the pack names itself.
[[nodiscard]] diagnostic::Outcome<ProgramPtr>
compile(std::string_view text, Want want, diagnostic::Place where, std::span<Input const> inputs = {});

/// Truth of a `when` over what is known. An absent number makes its comparisons unknown.
[[nodiscard]] model::Truth evaluate_truth(Program const& program, model::Facts const& facts);

/// Fields that say something in some rows only must be asked only there: the targets of a scale under
/// `scaled`, percentage points under `dimension = ratio`. An error for each rule that asks them elsewhere,
/// too.
[[nodiscard]] diagnostic::Diagnostics check_guards(std::vector<Rule> const& rules);

/// Figures among the results of a share that are no part of the points: below 0 or above 1. An error for
/// each; `id` is that of its rule. What a formula over fields comes to is clamped; a warning for one that
/// lies above 1 in every ordinary row: it gives points, not a part of them.
[[nodiscard]] diagnostic::Diagnostics check_share_range(std::string const& id, Program const& share);

/// Per cent written as points ("attainment >= 90", "from 95: 1"): a warning with all such figures.
[[nodiscard]] diagnostic::Diagnostics check_percent_slips(std::string const& id, Program const& program,
                                                          std::span<Input const> inputs);

struct Evaluated {
  number::Interval value; ///< not clamped
  bool enclosure =
      false; ///< a bound of the exact set: an operand stands twice and the formula is not monotonic in it
};
/// Value of a `share`. An absent number gives everything; a division that could meet 0 does, too (the checker
/// of rules has refused it for facts that can occur).
[[nodiscard]] Evaluated evaluate_number(Program const& program, model::Facts const& facts);

/// The expression with the numbers of `facts` in the place of its fields: "5 / 6", "min(1, 105 / 138)".
[[nodiscard]] std::string with_numbers(Program const& program, model::Facts const& facts);

/// Checks a list in which the first match wins, over every combination of facts that can occur: a possible
/// division by zero (error), a case that no rule takes for certain (error), a rule that is never reached
/// because earlier ones hold wherever it does, or that can never hold (warning), rules that hold in one case
/// and give different shares (info, one for each later rule; left out are earlier rules that hold nowhere
/// else, for the special one stands before the general one, and the last rule, which overlaps by its nature).
/// Lists of evidence are checked as score rules. With `author`, overlaps are reported only of rules that this
/// pack wrote: it puts them before inherited ones to take cases from them.
[[nodiscard]] diagnostic::Diagnostics check_score_rules(std::vector<Rule> const& rules,
                                                        std::string_view author = {});
/// The same for rules over the budget of a project, of which the engine asks only when the budget is above 0
/// and the executed amount is known.
[[nodiscard]] diagnostic::Diagnostics check_execution_rules(std::vector<Rule> const& rules,
                                                            std::string_view author = {});

/// Whether two conditions of one list hold together in some case that can occur.
[[nodiscard]] bool both_can_hold(Program const& first, Program const& second, bool of_execution);

/// A piece between two rules of `author` that neither takes, decided by a rule that it inherits (info).
[[nodiscard]] diagnostic::Diagnostics check_band_gaps(std::vector<Rule> const& rules, std::string_view author,
                                                      bool of_execution);

} // namespace jixiao::rulepack
