#pragma once
// Rule packs as people and programs read them.
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>
#include <vector>

namespace jixiao::report {

/// One line a pack: id, title, legal source, effective dates, region, number of rules and tests.
[[nodiscard]] std::string pack_list_text(std::vector<rulepack::RulePack> const& packs,
                                         vocabulary::Messages const& messages, vocabulary::Language language);
[[nodiscard]] std::string pack_list_json(std::vector<rulepack::RulePack> const& packs);

/// The pack as it results from what it extends: weights, grades, tiers, and every rule with where it came
/// from.
[[nodiscard]] std::string pack_text(rulepack::RulePack const& pack, vocabulary::Messages const& messages,
                                    vocabulary::Language language);
[[nodiscard]] std::string pack_json(rulepack::RulePack const& pack);

} // namespace jixiao::report
