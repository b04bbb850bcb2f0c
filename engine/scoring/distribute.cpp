#include "engine/scoring/findings.hpp"
#include "engine/scoring/place.hpp"
#include "engine/scoring/weights.hpp"

#include <map>

namespace jixiao::scoring {
namespace {

using model::Level1;
using model::ScoredIndicator;
using rulepack::Weights;
using Levels = std::map<Level1, Rational>;

/// The level whose points a row takes; `other` when the pack has no points for it.
Level1 level_of(ScoredIndicator const& row, Weights const& weights) {
  if (is_execution(row)) {
    return Level1::execution;
  }
  Level1 const printed = row.indicator.level1_id;
  if (weights.levels.count(printed) != 0) {
    return printed;
  }
  auto const substitute = weights.counts_as.find(printed);
  bool const known = substitute != weights.counts_as.end() && weights.levels.count(substitute->second) != 0;
  return known ? substitute->second : Level1::other;
}

Rational sum_of(Levels const& levels) {
  Rational sum;
  for (auto const& [level, points] : levels) {
    sum += points;
  }
  return sum;
}

/// Points of the levels that have rows: the pack's own answer for just these absences, else its policy.
Levels points_of(std::map<Level1, std::int64_t> const& rows, Weights const& weights,
                 model::ProjectEvaluation& evaluation, WeightSums& sums) {
  std::vector<Level1> absent;
  Levels present;
  for (auto const& [level, points] : weights.levels) {
    if (rows.count(level) != 0) {
      present.emplace(level, points);
    } else {
      absent.push_back(level);
    }
  }
  if (absent.empty()) {
    return present;
  }
  for (rulepack::WeightsWithout const& variant : weights.without) {
    if (variant.absent == absent) {
      return variant.levels;
    }
  }
  Rational const all = sum_of(weights.levels);
  Rational const there = sum_of(present);
  bool const lost = weights.when_level_absent == rulepack::WhenLevelAbsent::lost;
  if (!there.is_zero() && there != all) {
    evaluation.findings.push_back(
        diagnostic::make(lost ? findings::level_points_lost : findings::level_absent,
                         evaluation.project.place, {points_text(all - there)}));
    if (lost) {
      sums.lost = all - there;
    } else {
      Rational const factor = all / there;
      for (auto& [level, points] : present) {
        points *= factor;
      }
    }
  }
  return present;
}

void give(ScoredIndicator& row, Rational points) {
  row.weight = std::move(points);
  row.weight_origin = model::WeightOrigin::distributed;
}

/// No row says its level: every row counts the same.
void split_all(model::ProjectEvaluation& evaluation, Rational const& points, std::int64_t rows) {
  evaluation.findings.push_back(diagnostic::make(findings::levels_unknown, evaluation.project.place,
                                                 {std::to_string(rows), points_text(points)}));
  for (ScoredIndicator& row : evaluation.indicators) {
    if (is_weighed(row) && !is_execution(row)) {
      give(row, points * Rational::fraction(1, rows));
    }
  }
}

void split_levels(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack, Levels const& points,
                  std::map<Level1, std::int64_t> const& rows) {
  Weights const& weights = pack.weights;
  for (ScoredIndicator& row : evaluation.indicators) {
    if (!is_weighed(row) || is_execution(row)) {
      continue;
    }
    auto const level = points.find(level_of(row, weights));
    if (level == points.end()) {
      row.findings.push_back(diagnostic::make(findings::level_not_understood, row.indicator.place,
                                              {row.indicator.name, row.indicator.level1}));
      continue;
    }
    std::int64_t const count = rows.at(level->first);
    give(row, level->second * Rational::fraction(1, count));
    // Satisfaction is one row nearly everywhere; a row worth more than that should not stand alone.
    if (count == 1 && row.weight > pack.limits.single_row) {
      row.findings.push_back(diagnostic::make(
          findings::single_row_level, place_of(row.indicator, evaluation.project, model::Column::weight),
          {row.indicator.name, points_text(row.weight)}));
    }
  }
}

/// The count of `level`, which leaves the levels that have points of their own.
std::int64_t take(std::map<Level1, std::int64_t>& rows, Level1 level) {
  std::int64_t const count = rows[level];
  rows.erase(level);
  return count;
}

} // namespace

void distribute_weights(model::ProjectEvaluation& evaluation, rulepack::RulePack const& pack,
                        WeightSums& sums) {
  std::map<Level1, std::int64_t> rows;
  for (ScoredIndicator const& row : evaluation.indicators) {
    if (is_weighed(row)) {
      ++rows[level_of(row, pack.weights)];
    }
  }
  std::int64_t const unknown = take(rows, Level1::other);
  std::int64_t const executions = take(rows, Level1::execution);
  for (ScoredIndicator& row : evaluation.indicators) {
    if (is_weighed(row) && is_execution(row)) {
      give(row, pack.weights.execution * Rational::fraction(1, executions));
    }
  }
  if (rows.empty()) {
    if (unknown > 0) {
      split_all(evaluation, sum_of(pack.weights.levels), unknown);
    }
    return;
  }
  Levels const points = points_of(rows, pack.weights, evaluation, sums);
  std::int64_t shared = 0;
  for (auto const& [level, count] : rows) {
    shared += count;
  }
  evaluation.findings.push_back(diagnostic::make(findings::weights_distributed, evaluation.project.place,
                                                 {std::to_string(shared), points_text(sum_of(points))}));
  split_levels(evaluation, pack, points, rows);
}

} // namespace jixiao::scoring
