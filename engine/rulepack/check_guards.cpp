#include "engine/rulepack/expression_findings.hpp"
#include "engine/rulepack/program.hpp"
#include "engine/rulepack/set_domain.hpp"

#include <cassert>
#include <string>

namespace jixiao::rulepack {
namespace {

/// Intervals where one word is settled and the others may be anything.
struct GuardDomain : SetDomain {
  static constexpr bool words_may_be_open = true;
  std::uint32_t settled_words = 0;
};

constexpr std::uint32_t dimension_bit = 1U << static_cast<std::uint32_t>(model::WordField::dimension);

/// Whether the condition can hold where only what `settled_words` says is known.
bool can_hold(Program const& when, model::Facts const& facts, std::uint32_t settled_words) {
  Machine<GuardDomain> machine(when, facts, GuardDomain{{}, settled_words});
  [[maybe_unused]] Ending const ending = machine.run();
  assert(ending == Ending::done);
  return machine.truth_result() != model::Truth::no;
}

model::Facts nothing_known() {
  model::Facts facts;
  facts.truths.fill(model::Truth::unknown);
  return facts;
}

bool holds_without_scale(Program const& when) {
  model::Facts facts = nothing_known();
  facts.set(model::TruthField::scaled, model::Truth::no);
  return can_hold(when, facts, 0);
}

bool holds_without_ratio(Program const& when) {
  model::Facts facts = nothing_known();
  auto const words = model::words_of(model::WordField::dimension);
  for (std::size_t i = 0; i < words.size(); ++i) {
    facts.set(model::WordField::dimension, i);
    if (words[i] != "ratio" && can_hold(when, facts, dimension_bit)) {
      return true;
    }
  }
  return false;
}

bool asks_scale(Program const& program) {
  for (std::size_t step = 0; step < model::scale_steps; ++step) {
    if (program.mentions_of[static_cast<std::size_t>(model::NumberField::target_1 + step)] != 0) {
      return true;
    }
  }
  return false;
}

} // namespace

diagnostic::Diagnostics check_guards(std::vector<Rule> const& rules) {
  diagnostic::Diagnostics found;
  for (Rule const& rule : rules) {
    bool scale = asks_scale(*rule.when);
    bool points = rule.when->in_points;
    if (rule.share) {
      scale = scale || asks_scale(*rule.share);
      points = points || rule.share->in_points;
    }
    auto const refuse = [&](char const* field, char const* condition) {
      found.push_back(
          diagnostic::make(findings::rules_need_guard, rule.when->where, {rule.id, field, condition}));
    };
    if (scale && holds_without_scale(*rule.when)) {
      refuse("target_1 ... target_5", "scaled");
    }
    if (points && holds_without_ratio(*rule.when)) {
      refuse("percentage_points", "dimension = ratio");
    }
  }
  return found;
}

} // namespace jixiao::rulepack
