#include "engine/authoring/same_decisions.hpp"

#include "engine/rulepack/program.hpp"
#include "engine/rulepack/reach.hpp"

#include <algorithm>
#include <optional>

namespace jixiao::authoring {
namespace {

using rulepack::EvidenceClass;
using rulepack::Rule;
using rulepack::RulePack;

/// The list that a mutant is of, as conditions alone.
struct List {
  std::vector<Rule> rules;
  bool of_execution = false;
  bool first_match = true; ///< else every rule stands for itself
};

std::vector<Rule> conditions(std::vector<EvidenceClass> const& classes) {
  std::vector<Rule> rules;
  for (EvidenceClass const& each : classes) {
    Rule& rule = rules.emplace_back();
    rule.id = each.id;
    rule.when = each.when;
    rule.when_text = each.when_text;
  }
  return rules;
}

std::vector<Rule> conditions(std::vector<Rule> rules) {
  for (Rule& rule : rules) {
    rule.share = nullptr;
  }
  return rules;
}

bool begins_with(std::string const& text, std::string_view with) {
  return text.compare(0, with.size(), with) == 0;
}

std::optional<List> list_of(Mutant const& mutant, RulePack const& pack) {
  if (begins_with(mutant.of, "score.")) {
    return List{conditions(pack.score)};
  }
  if (begins_with(mutant.of, "evidence.")) {
    return List{conditions(pack.evidence)};
  }
  if (begins_with(mutant.of, "execution.rules.")) {
    return List{conditions(pack.execution), true};
  }
  if (begins_with(mutant.of, "monitoring.indicators.")) {
    return List{conditions(pack.monitoring.indicators)};
  }
  if (begins_with(mutant.of, "checks.")) {
    return List{conditions(pack.checks), false, false};
  }
  return std::nullopt;
}

/// Whether some case comes to a rule with this condition behind the first `before` rules of the list.
bool can_come_to(std::string const& condition, List const& list, std::size_t before, RulePack const& pack) {
  auto const compiled = rulepack::compile(condition, rulepack::Want::truth, {}, pack.inputs);
  if (!compiled.value) {
    return true;
  }
  std::vector<Rule> rules;
  if (list.first_match) {
    rules.assign(list.rules.begin(), list.rules.begin() + static_cast<std::ptrdiff_t>(before));
  }
  rules.emplace_back().when = *compiled.value;
  rules.back().when_text = condition;
  rules.emplace_back().when = *rulepack::compile("true", rulepack::Want::truth, {}).value;
  return rulepack::reach_of(rules, list.of_execution)[rules.size() - 2].reachable;
}

std::optional<std::size_t> index_of(List const& list, std::string const& id) {
  auto const found =
      std::find_if(list.rules.begin(), list.rules.end(), [&](Rule const& rule) { return rule.id == id; });
  return found == list.rules.end() || !found->when
             ? std::nullopt
             : std::optional(static_cast<std::size_t>(found - list.rules.begin()));
}

bool same_condition(Mutant const& mutant, List const& list, std::size_t at, RulePack const& pack) {
  std::string const& old = list.rules[at].when_text;
  std::string const& changed = mutant.edits.front().text;
  return !can_come_to("(" + old + ") and not (" + changed + ") or not (" + old + ") and (" + changed + ")",
                      list, at, pack);
}

bool same_order(List const& list, std::size_t at, std::size_t other, RulePack const& pack) {
  std::size_t const first = std::min(at, other);
  if (std::max(at, other) != first + 1) {
    return false; // the rules between them change their places, too
  }
  return !can_come_to("(" + list.rules[at].when_text + ") and (" + list.rules[other].when_text + ")", list,
                      first, pack);
}

bool ends_with(std::string const& text, std::string_view with) {
  return text.size() >= with.size() && text.compare(text.size() - with.size(), with.size(), with) == 0;
}

} // namespace

bool decides_the_same(Mutant const& mutant, RulePack const& pack) {
  std::optional<List> const list = list_of(mutant, pack);
  std::optional<std::size_t> const at = list ? index_of(*list, mutant.entry) : std::nullopt;
  if (!at) {
    return false;
  }
  if (mutant.kind == ChangeKind::order) {
    std::optional<std::size_t> const other = index_of(*list, mutant.other);
    return other && same_order(*list, *at, *other, pack);
  }
  if (ends_with(mutant.of, ".when")) {
    return same_condition(mutant, *list, *at, pack);
  }
  // What is given by a rule that nothing comes to, such as one that is switched off.
  return !can_come_to(list->rules[*at].when_text, *list, *at, pack);
}

} // namespace jixiao::authoring
