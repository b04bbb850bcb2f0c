#pragma once
// Rules as they were tried, in the words of explanations. Private to this folder.
#include "engine/rulepack/evaluate.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

/// Rules that did not match stand on one line, those that did or may each on their own, with what they cite.
[[nodiscard]] std::string tried_rules_text(std::vector<rulepack::TriedRule> const& tried,
                                           vocabulary::Messages const& messages,
                                           vocabulary::Language language);

} // namespace jixiao::report
