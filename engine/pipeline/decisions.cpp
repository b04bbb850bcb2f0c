#include "engine/pipeline/decisions.hpp"

#include "engine/pipeline/findings.hpp"

#include <algorithm>

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
  judgement::Judgement const& made = at->second;
  used_.insert(made.row);
  if (made.digest != indicator.digest) {
    refused_.push_back(
        diagnostic::make(findings::judgement_stale, made.place, {made.row, made.digest, indicator.digest}));
    return std::nullopt;
  }
  scoring::Decision decision;
  decision.applied = {made.by, made.on, made.why, {}, {}};
  if (!made.tier.empty()) {
    auto const tier = std::find_if(pack_.tiers.begin(), pack_.tiers.end(),
                                   [&](rulepack::Tier const& each) { return each.id == made.tier; });
    if (tier == pack_.tiers.end()) {
      refused_.push_back(
          diagnostic::make(findings::judgement_tier_unknown, made.place, {made.row, made.tier}));
      return std::nullopt;
    }
    decision.share = tier->share;
    decision.applied.what = "tier";
    decision.applied.text = made.tier;
  } else if (made.share) {
    decision.share = number::Interval::point(*made.share);
    decision.applied.what = "share";
    decision.applied.text = made.share->plain_text();
  } else {
    // The judged value takes the place of the printed one and goes the same way as every other.
    model::RawProject judged = *raw_;
    judged.rows[indicator.row - 1][model::Column::actual] = made.value;
    decision.with_value = std::move(reader_.lower(judged, default_year_).indicators[indicator.row - 1]);
    decision.applied.what = "value";
    decision.applied.text = made.value;
  }
  return decision;
}

diagnostic::Diagnostics Decisions::unused() const {
  diagnostic::Diagnostics list;
  for (auto const& [row, made] : judgements_) {
    if (used_.find(row) == used_.end()) {
      list.push_back(diagnostic::make(findings::judgement_row_unknown, made.place, {row}));
    }
  }
  std::sort(list.begin(), list.end(),
            [](diagnostic::Diagnostic const& left, diagnostic::Diagnostic const& right) {
              return left.where.row != right.where.row ? left.where.row < right.where.row
                                                       : left.arguments < right.arguments;
            });
  return list;
}

} // namespace jixiao::pipeline
