#include "engine/pipeline/pack_coverage.hpp"

#include "engine/pipeline/pack_tests.hpp"

namespace jixiao::pipeline {

std::vector<rulepack::Covered> cover_pack(rulepack::RulePack const& pack,
                                          vocabulary::Vocabulary const& vocabulary) {
  rulepack::Coverage coverage(pack);
  (void)run_pack_tests(pack, vocabulary,
                       [&coverage](model::ProjectEvaluation const& evaluation) { coverage.add(evaluation); });
  return coverage.finish();
}

} // namespace jixiao::pipeline
