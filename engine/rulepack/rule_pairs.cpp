#include "engine/rulepack/rule_pairs.hpp"

#include "engine/rulepack/case_walk.hpp"
#include "engine/rulepack/program.hpp"

#include <array>

namespace jixiao::rulepack {

using model::Truth;

bool RulePairs::both_can_hold(Program const& first, Program const& second) {
  Case nothing;
  return both(first, second, nothing);
}

bool RulePairs::can_hold_without(Program const& first, Program const& second) {
  Case nothing;
  return without(first, second, nothing);
}

bool RulePairs::both(Program const& first, Program const& second, Case& given) {
  for (Program const* const program : {&first, &second}) {
    ++evaluations_;
    Truth const truth = ask(*program, given).truth;
    if (truth == Truth::no) {
      return false;
    }
    if (truth == Truth::unknown) {
      auto const open = space_.open_question(*program, given);
      if (!open) {
        return false; // not decided by the cells: nothing that can be said for certain
      }
      bool found = false;
      split(space_, given, *open, [&] { found = found || both(first, second, given); });
      return found;
    }
  }
  return true;
}

bool RulePairs::without(Program const& first, Program const& second, Case& given) {
  evaluations_ += 2;
  Truth const truth = ask(first, given).truth;
  Truth const other = ask(second, given).truth;
  if (truth == Truth::no || other == Truth::yes) {
    return false;
  }
  auto open = truth == Truth::unknown ? space_.open_question(first, given) : std::nullopt;
  if (!open && truth == Truth::unknown && asks_what_is_absent(first, given)) {
    return false;
  }
  if (!open && other == Truth::unknown) {
    open = space_.open_question(second, given);
  }
  if (!open) {
    return true;
  }
  bool found = false;
  split(space_, given, *open, [&] { found = found || without(first, second, given); });
  return found;
}

bool both_can_hold(Program const& first, Program const& second, bool of_execution) {
  std::array<Program const*, 2> const programs{&first, &second};
  CaseSpace const space(programs, of_execution ? RuleKind::execution : RuleKind::score);
  return RulePairs(space).both_can_hold(first, second);
}

} // namespace jixiao::rulepack
