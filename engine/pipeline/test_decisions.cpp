#include "engine/pipeline/test_decisions.hpp"

#include "engine/judgement/judgement.hpp"

#include <algorithm>

namespace jixiao::pipeline {

scoring::DecisionFinder TestDecisions::finder() {
  bool const judged = std::any_of(rows_.begin(), rows_.end(), [](rulepack::PackTestRow const* row) {
    return row->judgement.has_value();
  });
  if (!judged) {
    return {};
  }
  return [this](model::Indicator const& indicator) { return find(indicator); };
}

std::optional<scoring::Decision> TestDecisions::find(model::Indicator const& indicator) {
  std::optional<rulepack::TestJudgement> const& said = rows_[indicator.row - 1]->judgement;
  if (!said) {
    return std::nullopt;
  }
  judgement::Judgement judgement;
  judgement.digest = indicator.digest; // a row of a test does not change behind its judgement
  judgement.tier = said->tier;
  judgement.share = said->share.empty() ? std::nullopt : judgement::parse_share(said->share);
  judgement.value = said->value;
  diagnostic::Outcome<judgement::Resolved> resolved = judgement::resolve(judgement, indicator, pack_);
  refused_.insert(refused_.end(), resolved.diagnostics.begin(), resolved.diagnostics.end());
  if (!resolved.value) {
    return std::nullopt;
  }
  scoring::Decision decision{resolved.value->share, std::nullopt, std::move(resolved.value->applied)};
  if (!decision.share) {
    model::RawProject judged = raw_;
    judged.rows[indicator.row - 1].set(model::Column::actual, resolved.value->value);
    decision.with_value = std::move(reader_.lower(judged, {}).indicators[indicator.row - 1]);
  }
  return decision;
}

} // namespace jixiao::pipeline
