#pragma once
// Judgements meet the rows they were made for.
#include "engine/judgement/judgement.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/scoring/score.hpp"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace jixiao::pipeline {

/// Finds the decision for a row, refuses what was made for another text of the row, and knows which were
/// never used. A judgement that names its indicator is found again when rows were added or taken out above it
/// and nothing in its row has changed.
class Decisions {
public:
  /// All references must outlive this object.
  Decisions(judgement::Judgements const& judgements, rulepack::RulePack const& pack,
            lowering::Reader const& reader, std::string const& default_year);

  /// The project whose rows come next; `raw` must stay until the next call.
  void begin(model::RawProject const& raw);
  [[nodiscard]] std::optional<scoring::Decision> find(model::Indicator const& indicator);
  /// Findings about judgements that were refused, or met their rows elsewhere, since `begin`.
  [[nodiscard]] diagnostic::Diagnostics refused() const;
  /// One finding for each judgement whose row never came.
  [[nodiscard]] diagnostic::Diagnostics unused() const;

private:
  using Place = judgement::Judgements::const_iterator;

  [[nodiscard]] Place moved_to(model::Indicator const& indicator) const;
  [[nodiscard]] bool is_unique(model::Indicator const& indicator) const;
  [[nodiscard]] bool twins_moved(model::Indicator const& indicator) const;

  judgement::Judgements const& judgements_;
  rulepack::RulePack const& pack_;
  lowering::Reader const& reader_;
  std::string const& default_year_;
  model::RawProject const* raw_ = nullptr;
  std::unordered_set<std::string> seen_, used_;       ///< whose row came; whose row it was
  std::unordered_multimap<std::string, Place> named_; ///< those that name their indicator, by home and name
  /// Whose row has changed, or has moved and is yet to come.
  std::map<std::string, diagnostic::Diagnostics> stale_;
  diagnostic::Diagnostics refused_;
};

} // namespace jixiao::pipeline
