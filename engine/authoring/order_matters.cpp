#include "engine/authoring/order_matters.hpp"

#include "engine/rulepack/program.hpp"

#include <tuple>

namespace jixiao::authoring {

using rulepack::EvidenceClass;
using rulepack::Rule;

namespace {

/// All that comes of the rule which is taken.
auto given_by(Rule const& rule) {
  return std::make_tuple(rule.share_text, rule.light, rule.finding,
                         rule.finding.empty() ? diagnostic::Severity::info : rule.severity);
}

} // namespace

bool order_matters(Rule const& first, Rule const& second, bool of_execution) {
  return first.when && second.when && given_by(first) != given_by(second)
         && rulepack::both_can_hold(*first.when, *second.when, of_execution);
}

bool order_matters(EvidenceClass const& first, EvidenceClass const& second) {
  return first.when && second.when && rulepack::both_can_hold(*first.when, *second.when, false);
}

} // namespace jixiao::authoring
