#pragma once
// Evaluates the rules of a pack over the facts of one comparison. Pure; linear in the number of rules.
#include "engine/rulepack/rule_pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jixiao::rulepack {

/// What the evidence table and the scoring rules make of `facts`.
[[nodiscard]] model::Verdict judge(RulePack const& pack, model::Facts const& facts);

/// Share of the points that the scoring rules alone give, clamped to [0, 1] (used for judged values).
struct RuleShare {
  number::Interval share;
  std::string_view rule; ///< first rule that may match
  bool enclosure = false;
};
[[nodiscard]] RuleShare share_by_rules(RulePack const& pack, model::Facts const& facts);
/// The same over the execution rules.
[[nodiscard]] RuleShare share_of_execution(RulePack const& pack, model::Facts const& facts);

/// The same over the rules of one item of a department's form.
[[nodiscard]] RuleShare share_of_item(Item const& item, model::Facts const& facts);
/// The light of the first rule that holds; empty when it is "none", or when it is not known which holds.
[[nodiscard]] std::string_view light_of(std::vector<Rule> const& rules, model::Facts const& facts);
/// The rule behind that light, also one that says "none"; null when it is not known which holds.
struct LightRule {
  Rule const* rule = nullptr;
  std::string condition; ///< with the numbers of `facts` in it
};
[[nodiscard]] LightRule light_rule(std::vector<Rule> const& rules, model::Facts const& facts);
/// Whether the condition of one rule holds, and what it gives; for rules that stand for themselves (caps).
[[nodiscard]] model::Truth holds(Rule const& rule, model::Facts const& facts);
[[nodiscard]] number::Interval share_of_rule(Rule const& rule, model::Facts const& facts);

/// Message ids of the checks that match `facts` for certain, with the check's rule.
[[nodiscard]] std::vector<Rule const*> failed_checks(RulePack const& pack, model::Facts const& facts);

/// The limit of a check as people say it, argument {4} of its finding: "120%"; empty when it gives none. Two
/// checks with one finding and other limits say two things.
[[nodiscard]] std::string limit_shown(Rule const& check);

/// One rule as it was tried, for explanations: its formula with the numbers of `facts` in it.
struct TriedRule {
  std::string_view id;
  model::Truth matched = model::Truth::no;
  std::string when;    ///< as written
  std::string share;   ///< as written
  std::string formula; ///< share with the numbers put in: "5 / 6"; empty when it did not match
  std::string_view cite;
};
/// Every rule of the list up to the one that decided.
[[nodiscard]] std::vector<TriedRule> explain_rules(std::vector<Rule> const& rules, model::Facts const& facts);
/// The list that the rule of a verdict stands in: that of an item of a department's form, else the scoring
/// rules. `id` is the verdict's own, which points into the pack.
[[nodiscard]] std::vector<Rule> const& rules_with(RulePack const& pack, std::string_view id);

} // namespace jixiao::rulepack
