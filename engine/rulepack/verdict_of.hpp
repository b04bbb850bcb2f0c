#pragma once
// How a class of the evidence table becomes a verdict. Private to this folder.
#include "engine/rulepack/evaluate.hpp"

namespace jixiao::rulepack {

/// The verdict of one class of the evidence table as if it held.
[[nodiscard]] model::Verdict verdict_of(EvidenceClass const& evidence, RulePack const& pack,
                                        model::Facts const& facts);

/// The same for a class whose share the rules give.
[[nodiscard]] model::Verdict verdict_with(EvidenceClass const& evidence, RuleShare share);

} // namespace jixiao::rulepack
