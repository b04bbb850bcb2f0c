#pragma once
// What `rules new` begins a pack with.
#include "engine/pipeline/rules_source.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <string>
#include <string_view>

namespace jixiao::pipeline {

/// The text of a new pack `id` that extends `parent`: of the templates of rules/templates/ the first whose
/// tests all hold by the parent's rules, since packs score by other things; pack.yaml before the others, and
/// when none fits.
[[nodiscard]] std::string new_pack_text(std::string_view id, rulepack::RulePack const& parent,
                                        vocabulary::Vocabulary const& vocabulary, RulesSource const& rules);

} // namespace jixiao::pipeline
