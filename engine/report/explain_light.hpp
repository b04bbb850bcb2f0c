#pragma once
// The lights of monitoring as explanations say them. Private to this folder.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>

namespace jixiao::report {

/// The light of a row and the rule that gave it; empty without monitoring.
[[nodiscard]] std::string explain_light(model::ProjectEvaluation const& project, std::size_t index,
                                        rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                                        vocabulary::Language language);
/// The same of the execution; empty without monitoring or without a rate.
[[nodiscard]] std::string explain_execution_light(model::ProjectEvaluation const& project,
                                                  rulepack::RulePack const& pack,
                                                  vocabulary::Messages const& messages,
                                                  vocabulary::Language language);

} // namespace jixiao::report
