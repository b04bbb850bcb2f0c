#include "engine/authoring/order_matters.hpp"

#include "engine/rulepack/program.hpp"

namespace jixiao::authoring {

using rulepack::EvidenceClass;
using rulepack::Rule;

bool order_matters(Rule const& first, Rule const& second, bool of_execution) {
  return first.when && second.when && first.share_text + first.light != second.share_text + second.light
         && rulepack::both_can_hold(*first.when, *second.when, of_execution);
}

bool order_matters(EvidenceClass const& first, EvidenceClass const& second) {
  return first.when && second.when && rulepack::both_can_hold(*first.when, *second.when, false);
}

} // namespace jixiao::authoring
