#pragma once
// One condition asked in one case, and the ways to settle what it leaves open. Private to this folder.
#include "engine/rulepack/cases.hpp"
#include "engine/rulepack/set_domain.hpp"

#include <cassert>
#include <optional>
#include <vector>

namespace jixiao::rulepack {

constexpr std::uint32_t evaluation_limit = 50'000; // the packs of this tree need one or two thousand

/// Intervals where a word may not be settled yet.
struct CaseDomain : SetDomain {
  static constexpr bool words_may_be_open = true;
  std::uint32_t settled_words = 0;
};

struct Answer {
  model::Truth truth = model::Truth::unknown;
  std::optional<std::uint32_t> division; ///< instruction of one whose divisor may be 0
};

[[nodiscard]] inline Answer ask(Program const& program, Case const& given) {
  Machine<CaseDomain> machine(program, given.facts, CaseDomain{{}, given.words});
  [[maybe_unused]] Ending const ending = machine.run();
  assert(ending == Ending::done);
  Answer answer;
  if (program.want == Want::truth) {
    answer.truth = machine.truth_result();
  }
  if (machine.notes().divisor_may_be_zero) {
    answer.division = machine.notes().division;
  }
  return answer;
}

/// Goes on with every way to settle `variable`.
template <class Next>
void split(CaseSpace const& space, Case& given, Variable variable, Next next) {
  for (std::size_t choice = 0; choice < space.choices(variable); ++choice) {
    space.settle(given, variable, choice);
    if (space.can_occur(given)) {
      next();
    }
  }
  space.reopen(given, variable);
}

/// A number that is not there makes a formula unknown, not wrong.
[[nodiscard]] inline bool asks_what_is_absent(Program const& program, Case const& given) {
  for (std::size_t field = 0; field < model::number_field_count; ++field) {
    if (program.mentions_of[field] != 0 && !given.facts.number(static_cast<model::NumberField>(field))) {
      return true;
    }
  }
  return false;
}

/// Conditions and shares of a list, in its order.
[[nodiscard]] inline std::vector<Program const*> programs_of(std::vector<Rule> const& rules) {
  std::vector<Program const*> programs;
  for (Rule const& rule : rules) {
    programs.push_back(rule.when.get());
    if (rule.share) {
      programs.push_back(rule.share.get());
    }
  }
  return programs;
}

} // namespace jixiao::rulepack
