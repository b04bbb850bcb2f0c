#pragma once
// The other half of an explanation: why not more, and how far it would be. Private to this folder, but for
// explain_grade in report.hpp.
#include "engine/model/evaluation.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>

namespace jixiao::report {

/// Lines for a comparison that did not earn all points; empty for one that did.
[[nodiscard]] std::string why_not_more(model::Comparison const& comparison, model::Verdict const& verdict,
                                       rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                                       vocabulary::Language language);

} // namespace jixiao::report
