#pragma once
// What the tests of a pack reach.
#include "engine/rulepack/coverage.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <string>
#include <vector>

namespace jixiao::pipeline {

struct CoveredPack {
  std::vector<rulepack::Covered> entries;
  /// Names of the tests that do not hold: what they reach is not counted.
  std::vector<std::string> failing, todo;
};

/// Runs the tests of the pack and counts what those that hold reach. `pack` must outlive the result.
[[nodiscard]] CoveredPack cover_pack(rulepack::RulePack const& pack,
                                     vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::pipeline
