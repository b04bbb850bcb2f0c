#pragma once
// Runs the tests that a rule pack carries: rows as users write them, through reading, lowering and scoring,
// compared for equality.
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <functional>
#include <memory>
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

/// Runs tests one by one, of whatever pack. It remembers what it has read: one for each thread.
class PackTester {
public:
  explicit PackTester(vocabulary::Vocabulary const& vocabulary);
  ~PackTester();
  /// `pack` and `test` must outlive the result.
  [[nodiscard]] PackTestResult run(rulepack::RulePack const& pack, rulepack::PackTest const& test,
                                   PackTestObserver const& observe = {});

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Which tests are run, and by how many threads; the results do not depend on these.
struct TestRun {
  std::string filter; ///< a part of the test's name or row; empty for all
  std::uint32_t threads = 1;
};

/// The results for each of `packs`, in the order of its tests; none for a null.
[[nodiscard]] std::vector<std::vector<PackTestResult>>
run_tests_of(std::vector<rulepack::RulePack const*> const& packs, vocabulary::Vocabulary const& vocabulary,
             TestRun const& run);

[[nodiscard]] std::vector<PackTestResult> run_pack_tests(rulepack::RulePack const& pack,
                                                         vocabulary::Vocabulary const& vocabulary,
                                                         PackTestObserver const& observe = {});

} // namespace jixiao::pipeline
