#pragma once
// Judgements meet the rows they were made for.
#include "engine/judgement/judgement.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/scoring/score.hpp"

#include <optional>
#include <string>
#include <unordered_set>

namespace jixiao::pipeline {

/// Finds the decision for a row, refuses what was made for another text of the row, and knows which were
/// never used.
class Decisions {
public:
  /// All references must outlive this object.
  Decisions(judgement::Judgements const& judgements, rulepack::RulePack const& pack,
            lowering::Reader const& reader, std::string const& default_year);

  /// The project whose rows come next; `raw` must stay until the next call.
  void begin(model::RawProject const& raw);
  [[nodiscard]] std::optional<scoring::Decision> find(model::Indicator const& indicator);
  /// Findings about judgements that were refused since `begin`.
  [[nodiscard]] diagnostic::Diagnostics const& refused() const { return refused_; }
  /// One finding for each judgement whose row never came.
  [[nodiscard]] diagnostic::Diagnostics unused() const;

private:
  judgement::Judgements const& judgements_;
  rulepack::RulePack const& pack_;
  lowering::Reader const& reader_;
  std::string const& default_year_;
  model::RawProject const* raw_ = nullptr;
  std::unordered_set<std::string> used_;
  diagnostic::Diagnostics refused_;
};

} // namespace jixiao::pipeline
