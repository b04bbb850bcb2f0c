#pragma once
// The judgements that tests of packs give their rows.
#include "engine/lowering/lower.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/scoring/score.hpp"

#include <optional>
#include <vector>

namespace jixiao::pipeline {

/// Decides the rows of one table of a test, and remembers what was refused.
class TestDecisions {
public:
  /// `rows`: of `raw`, in its order. All must outlive this object.
  TestDecisions(rulepack::RulePack const& pack, lowering::Reader const& reader, model::RawProject const& raw,
                std::vector<rulepack::PackTestRow const*> const& rows)
      : pack_(pack), reader_(reader), raw_(raw), rows_(rows) {}

  /// Empty when no row is judged. Must not outlive this object.
  [[nodiscard]] scoring::DecisionFinder finder();
  [[nodiscard]] diagnostic::Diagnostics const& refused() const { return refused_; }

private:
  [[nodiscard]] std::optional<scoring::Decision> find(model::Indicator const& indicator);

  rulepack::RulePack const& pack_;
  lowering::Reader const& reader_;
  model::RawProject const& raw_;
  std::vector<rulepack::PackTestRow const*> const& rows_;
  diagnostic::Diagnostics refused_;
};

} // namespace jixiao::pipeline
