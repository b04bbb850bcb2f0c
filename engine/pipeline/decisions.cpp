#include "engine/pipeline/decisions.hpp"

namespace jixiao::pipeline {

Decisions::Decisions(judgement::Judgements const& judgements, rulepack::RulePack const& pack,
                     lowering::Reader const& reader, std::string const& default_year)
    : judgements_(judgements), pack_(pack), reader_(reader), default_year_(default_year) {}

void Decisions::begin(model::RawProject const& raw) {
  raw_ = &raw;
  refused_.clear();
}

std::optional<scoring::Decision> Decisions::find(model::Indicator const& indicator) {
  auto const at = judgements_.find(indicator.key);
  if (at == judgements_.end()) {
    return std::nullopt;
  }
  used_.insert(indicator.key);
  diagnostic::Outcome<judgement::Resolved> resolved = judgement::resolve(at->second, indicator, pack_);
  refused_.insert(refused_.end(), resolved.diagnostics.begin(), resolved.diagnostics.end());
  if (!resolved.value) {
    return std::nullopt;
  }
  scoring::Decision decision;
  decision.share = resolved.value->share;
  decision.applied = std::move(resolved.value->applied);
  if (!decision.share) {
    // The judged value takes the place of the printed one and goes the same way as every other.
    model::RawProject judged = *raw_;
    judged.rows[indicator.row - 1].set(model::Column::actual, resolved.value->value);
    decision.with_value = std::move(reader_.lower(judged, default_year_).indicators[indicator.row - 1]);
  }
  return decision;
}

diagnostic::Diagnostics Decisions::unused() const {
  return judgement::unknown_rows(judgements_, used_);
}

} // namespace jixiao::pipeline
