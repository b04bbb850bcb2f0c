#include "engine/authoring/order_matters.hpp"

#include "engine/rulepack/program.hpp"

#include <algorithm>

namespace jixiao::authoring {
namespace {

using rulepack::EvidenceClass;
using rulepack::Rule;

/// A rule that always holds: a list must end with one.
Rule rest() {
  Rule rule;
  rule.id = "rest";
  rule.when_text = "true";
  rule.when = *rulepack::compile(rule.when_text, rulepack::Want::truth, {}).value;
  return rule;
}

/// As the checker of lists sees it: what the rule gives is compared as text.
Rule plain(rulepack::ProgramPtr const& when, std::string const& when_text, std::string gives,
           char const* id) {
  Rule rule;
  rule.id = id;
  rule.when = when;
  rule.when_text = when_text;
  rule.share_text = std::move(gives);
  return rule;
}

bool both_can_hold(Rule const& first, Rule const& second, bool of_execution) {
  std::vector<Rule> const list{first, second, rest()};
  diagnostic::Diagnostics const found =
      of_execution ? rulepack::check_execution_rules(list) : rulepack::check_score_rules(list);
  return std::any_of(found.begin(), found.end(), [&](diagnostic::Diagnostic const& each) {
    bool const told = each.code == "rules_overlap" || each.code == "rules_unreachable";
    return told && each.arguments.at(0) == second.id;
  });
}

} // namespace

bool order_matters(Rule const& first, Rule const& second, bool of_execution) {
  if (!first.when || !second.when) {
    return false;
  }
  return both_can_hold(plain(first.when, first.when_text, first.share_text + first.light, "first"),
                       plain(second.when, second.when_text, second.share_text + second.light, "second"),
                       of_execution);
}

bool order_matters(EvidenceClass const& first, EvidenceClass const& second) {
  if (!first.when || !second.when) {
    return false;
  }
  return both_can_hold(plain(first.when, first.when_text, "first", "first"),
                       plain(second.when, second.when_text, "second", "second"), false);
}

} // namespace jixiao::authoring
