#include "engine/judgement/findings.hpp"
#include "engine/judgement/judgement.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::judgement {
namespace {

using number::Interval;

rulepack::Tier const* tier_with(std::string const& id, rulepack::RulePack const& pack) {
  for (rulepack::Tier const& tier : pack.tiers) {
    if (tier.id == id) {
      return &tier;
    }
  }
  return nullptr;
}

std::string tier_ids(rulepack::RulePack const& pack) {
  std::string text;
  for (rulepack::Tier const& tier : pack.tiers) {
    text += text.empty() ? "" : ", ";
    text += tier.id;
  }
  return text;
}

/// The name or target that the judgement gives and the row does not have: both texts.
std::optional<std::pair<std::string, std::string>> other_text(Judgement const& judgement,
                                                              model::Indicator const& row) {
  if (!judgement.name.empty() && judgement.name != row.name) {
    return std::pair(judgement.name, row.name);
  }
  if (!judgement.target.empty() && judgement.target != row.target_text) {
    return std::pair(judgement.target, row.target_text);
  }
  return std::nullopt;
}

} // namespace

std::string_view home_of(std::string_view key, std::string_view name) {
  if (name.empty() || key.size() <= name.size() + 1 || key.substr(key.size() - name.size()) != name
      || key[key.size() - name.size() - 1] != '/') {
    return {};
  }
  key.remove_suffix(name.size() + 1);
  std::size_t const slash = key.rfind('/');
  bool const numbered = slash != std::string_view::npos && slash + 1 < key.size()
                        && key.find_first_not_of("0123456789", slash + 1) == std::string_view::npos;
  return numbered ? key.substr(0, slash) : std::string_view();
}

diagnostic::Outcome<Resolved> resolve(Judgement const& judgement, model::Indicator const& row,
                                      rulepack::RulePack const& pack) {
  diagnostic::Outcome<Resolved> outcome;
  if (auto const other = other_text(judgement, row)) {
    outcome.diagnostics.push_back(diagnostic::make(findings::judgement_other_row, judgement.place,
                                                   {judgement.row, other->first, other->second}));
    return outcome;
  }
  if (judgement.digest != row.digest) {
    outcome.diagnostics.push_back(
        diagnostic::make(findings::judgement_stale, judgement.place, {judgement.row, row.digest}));
    return outcome;
  }
  Resolved resolved;
  resolved.applied = {judgement.by, judgement.on, judgement.why, {}, {}, {}};
  rulepack::Tier const* const tier = tier_with(judgement.tier, pack);
  if (tier == nullptr && !judgement.tier.empty()) {
    outcome.diagnostics.push_back(diagnostic::make(findings::judgement_unknown_tier, judgement.place,
                                                   {judgement.tier, tier_ids(pack)}));
    return outcome;
  }
  if (tier != nullptr && judgement.share && !tier->share.contains(*judgement.share)) {
    outcome.diagnostics.push_back(
        diagnostic::make(findings::judgement_share_outside_tier, judgement.place,
                         {judgement.share->plain_text(), judgement.tier, number::text(tier->share)}));
    return outcome;
  }
  resolved.applied.tier = judgement.tier;
  if (judgement.share) {
    resolved.share = Interval::point(*judgement.share);
    resolved.applied.what = "share";
    resolved.applied.text = judgement.share->plain_text();
  } else if (tier != nullptr) {
    resolved.share = tier->share;
    resolved.applied.what = "tier";
    resolved.applied.text = judgement.tier;
  } else {
    resolved.value = judgement.value;
    resolved.applied.what = "value";
    resolved.applied.text = judgement.value;
  }
  outcome.value = std::move(resolved);
  return outcome;
}

diagnostic::Diagnostics unknown_rows(Judgements const& judgements,
                                     std::unordered_set<std::string> const& seen) {
  std::vector<Judgement const*> unknown;
  for (auto const& [row, judgement] : judgements) {
    if (seen.count(row) == 0) {
      unknown.push_back(&judgement);
    }
  }
  std::sort(unknown.begin(), unknown.end(), [](Judgement const* left, Judgement const* right) {
    return std::pair(left->place.row, left->place.column) < std::pair(right->place.row, right->place.column);
  });
  diagnostic::Diagnostics findings;
  for (Judgement const* judgement : unknown) {
    findings.push_back(diagnostic::make(findings::judgement_unknown_row, judgement->place, {judgement->row}));
  }
  return findings;
}

} // namespace jixiao::judgement
