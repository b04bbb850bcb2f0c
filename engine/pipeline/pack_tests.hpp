#pragma once
// Runs the tests that a rule pack carries: rows as users write them, through reading, lowering and scoring,
// compared for equality.
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <functional>
#include <string>
#include <vector>

namespace jixiao::pipeline {

/// One expectation that did not hold.
struct PackTestDifference {
  std::string what;     ///< "score", "status", "rule", ...: the key of the test
  std::string expected; ///< as the pack writes it
  std::string actual;   ///< what came out, written the same way
};

struct PackTestResult {
  rulepack::PackTest const* test = nullptr;    ///< of the pack, which must outlive the result
  std::vector<PackTestDifference> differences; ///< empty: passed
};

/// Called with every table as it was evaluated.
using PackTestObserver = std::function<void(model::ProjectEvaluation const&)>;

[[nodiscard]] std::vector<PackTestResult> run_pack_tests(rulepack::RulePack const& pack,
                                                         vocabulary::Vocabulary const& vocabulary,
                                                         PackTestObserver const& observe = {});

} // namespace jixiao::pipeline
