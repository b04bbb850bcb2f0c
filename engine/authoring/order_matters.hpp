#pragma once
// Whether it can be told which of two rules comes first.
#include "engine/rulepack/rule_pack.hpp"

namespace jixiao::authoring {

/// True when some case that can occur satisfies both and they give something else.
[[nodiscard]] bool order_matters(rulepack::Rule const& first, rulepack::Rule const& second,
                                 bool of_execution);
/// The same for classes of evidence: two classes are never the same answer.
[[nodiscard]] bool order_matters(rulepack::EvidenceClass const& first, rulepack::EvidenceClass const& second);

} // namespace jixiao::authoring
