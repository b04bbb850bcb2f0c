#include "engine/pipeline/pack_coverage.hpp"

#include "engine/pipeline/pack_tests.hpp"

namespace jixiao::pipeline {

CoveredPack cover_pack(rulepack::RulePack const& pack, vocabulary::Vocabulary const& vocabulary) {
  CoveredPack covered;
  rulepack::Coverage coverage(pack);
  PackTester tester(vocabulary);
  for (rulepack::PackTest const& test : pack.tests) {
    // Whether it holds is known at its end, and an evaluation lives no longer than that: so it runs twice.
    if (tester.run(pack, test).differences.empty()) {
      (void)tester.run(pack, test,
                       [&coverage](model::ProjectEvaluation const& evaluation) { coverage.add(evaluation); });
    } else {
      (test.todo.empty() ? covered.failing : covered.todo)
          .push_back(test.name.empty() ? test.row : test.name);
    }
  }
  covered.entries = coverage.finish();
  return covered;
}

} // namespace jixiao::pipeline
