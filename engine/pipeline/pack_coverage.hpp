#pragma once
#include "engine/rulepack/coverage.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <vector>

namespace jixiao::pipeline {

/// Runs the tests of a pack and says what they reach.
[[nodiscard]] std::vector<rulepack::Covered> cover_pack(rulepack::RulePack const& pack,
                                                        vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::pipeline
