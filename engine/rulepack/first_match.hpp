#pragma once
// The one way in which a list of rules becomes a share. Private to this folder.
#include "engine/rulepack/evaluate.hpp"
#include "engine/rulepack/instruction.hpp"
#include "engine/rulepack/program.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace jixiao::rulepack {

/// The whole condition by the machine.
[[nodiscard]] model::Truth run_condition(Program const& program, model::Facts const& facts);

/// `evaluate_truth` inlined, for the lists that are gone through for every row.
[[nodiscard, gnu::always_inline]] inline model::Truth truth_of(Program const& program,
                                                               model::Facts const& facts) {
  model::Truth const decided = decide(program.decision, facts);
  return decided == model::Truth::unknown ? run_condition(program, facts) : decided;
}

/// An actual that reaches over the target, cut to the side that misses it: what lies beyond meets the target
/// and needs no ratio. A bound such as "within 6" has no lower end, and a ratio over all of it says nothing.
[[nodiscard]] model::Facts missing_side(model::Facts const& facts);

/// `actual / target` and its like, the share of every row that falls short: two number fields.
struct Quotient {
  std::uint8_t above = 0, below = 0;
};
/// No value when the program is anything else.
[[nodiscard]] std::optional<Quotient> quotient_of(Program const& program);

/// The value of a share, cut to [0, 1].
[[nodiscard]] Evaluated clamped_share(Program const& program, model::Facts const& facts);

/// The first rule that holds gives the share. A rule of which it is not known whether it holds joins its
/// share to what the later ones give.
[[nodiscard]] RuleShare first_match(std::vector<Rule> const& rules, model::Facts const& facts);

} // namespace jixiao::rulepack
