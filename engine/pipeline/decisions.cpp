#include "engine/pipeline/decisions.hpp"

#include "engine/judgement/findings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

namespace jixiao::pipeline {

namespace {

std::string named_key(std::string_view home, std::string_view name) {
  std::string result(home);
  result += '\x1f';
  result += name;
  return result;
}

bool says_the_same(model::RawRow const& left, model::RawRow const& right) {
  using model::Column;
  constexpr std::array<Column, 9> columns{Column::level1,   Column::level2, Column::name,
                                          Column::relation, Column::target, Column::measure,
                                          Column::weight,   Column::actual, Column::direction};
  return std::all_of(columns.begin(), columns.end(),
                     [&](Column column) { return left[column] == right[column]; });
}

} // namespace

Decisions::Decisions(judgement::Judgements const& judgements, rulepack::RulePack const& pack,
                     lowering::Reader const& reader, std::string const& default_year)
    : judgements_(judgements), pack_(pack), reader_(reader), default_year_(default_year) {
  for (auto at = judgements.begin(); at != judgements.end(); ++at) {
    std::string const& name = at->second.name;
    if (!name.empty()) {
      named_.emplace(named_key(judgement::home_of(at->first, name), name), at);
    }
  }
}

void Decisions::begin(model::RawProject const& raw) {
  raw_ = &raw;
  refused_.clear();
  stale_.clear();
}

diagnostic::Diagnostics Decisions::refused() const {
  diagnostic::Diagnostics result = refused_;
  for (auto const& [row, findings] : stale_) {
    result.insert(result.end(), findings.begin(), findings.end());
  }
  return result;
}

/// No other row of the project says the same.
bool Decisions::is_unique(model::Indicator const& indicator) const {
  model::RawRow const& own = raw_->rows[indicator.row - 1];
  return std::count_if(raw_->rows.begin(), raw_->rows.end(),
                       [&own](model::RawRow const& row) { return says_the_same(row, own); })
         == 1;
}

/// Rows that say the same are told apart by their place alone: when one that was judged stood where none of
/// them stands now, nobody knows which is which.
bool Decisions::twins_moved(model::Indicator const& indicator) const {
  std::string const home(judgement::home_of(indicator.key, indicator.name));
  if (home.empty() || is_unique(indicator)) {
    return false;
  }
  model::RawRow const& own = raw_->rows[indicator.row - 1];
  std::unordered_set<std::string> keys;
  for (std::size_t i = 0; i < raw_->rows.size(); ++i) {
    if (says_the_same(raw_->rows[i], own)) {
      keys.insert(home + "/" + std::to_string(i + 1) + "/" + indicator.name);
    }
  }
  return std::any_of(judgements_.begin(), judgements_.end(), [&](auto const& each) {
    return each.second.digest == indicator.digest && judgement::home_of(each.first, indicator.name) == home
           && keys.count(each.first) == 0;
  });
}

/// The judgement that names this row under another number.
Decisions::Place Decisions::moved_to(model::Indicator const& indicator) const {
  if (named_.empty()) {
    return judgements_.end();
  }
  std::string_view const home = judgement::home_of(indicator.key, indicator.name);
  auto const [first, last] = named_.equal_range(named_key(home, indicator.name));
  auto const found = std::find_if(first, last, [&](auto const& each) {
    return each.second->second.digest == indicator.digest && used_.count(each.second->first) == 0;
  });
  return !home.empty() && found != last && is_unique(indicator) ? found->second : judgements_.end();
}

std::optional<scoring::Decision> Decisions::find(model::Indicator const& indicator) {
  auto at = judgements_.find(indicator.key);
  bool const holds = at != judgements_.end() && at->second.digest == indicator.digest;
  if (Place const moved = holds ? judgements_.end() : moved_to(indicator); moved != judgements_.end()) {
    at = moved;
    stale_.erase(at->first);
    refused_.push_back(diagnostic::make(judgement::findings::judgement_row_moved, at->second.place,
                                        {at->first, indicator.key}));
  } else if (at == judgements_.end()) {
    return std::nullopt;
  } else if (!holds && used_.count(at->first) != 0) {
    return std::nullopt; // its row was found above
  }
  seen_.insert(at->first);
  if (twins_moved(indicator)) {
    refused_.push_back(diagnostic::make(judgement::findings::judgement_of_twins, at->second.place,
                                        {at->first, indicator.name}));
    return std::nullopt;
  }
  diagnostic::Outcome<judgement::Resolved> resolved = judgement::resolve(at->second, indicator, pack_);
  if (!resolved.value) {
    (at->first == indicator.key ? stale_[at->first] : refused_) = std::move(resolved.diagnostics);
    return std::nullopt;
  }
  used_.insert(at->first);
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
  return judgement::unknown_rows(judgements_, seen_);
}

} // namespace jixiao::pipeline
