#include "engine/authoring/score_difference.hpp"

#include <algorithm>
#include <cassert>

namespace jixiao::authoring {
namespace {

using number::Rational;

RowScore row_of(model::ScoredIndicator const& scored) {
  RowScore row;
  row.row = scored.indicator.row;
  row.name = scored.indicator.name;
  row.counted = scored.weight_origin != model::WeightOrigin::none && scored.status != model::Status::excluded;
  row.score = scored.score;
  row.weight = scored.weight;
  row.status = model::name(scored.status);
  row.evidence = scored.evidence;
  for (model::Verdict const& verdict : scored.verdicts) {
    row.rule = row.rule.empty() ? std::string(verdict.rule) : row.rule;
  }
  return row;
}

RowScore row_of(model::Execution const& execution, std::vector<model::ScoredIndicator> const& rows) {
  RowScore row;
  for (model::ScoredIndicator const& each : rows) {
    row.beside += execution.added ? Rational(0) : each.weight;
  }
  row.counted = execution.added;
  row.score = execution.score;
  row.weight = execution.max;
  row.rule = execution.rule;
  return row;
}

bool differs(RowScore const& left, RowScore const& right) {
  bool const points = left.counted != right.counted
                      || (left.counted && (left.score != right.score || left.weight != right.weight));
  return points || left.rule != right.rule || left.evidence != right.evidence || left.status != right.status;
}

Rational size_of(Rational const& change) {
  return change.sign() < 0 ? Rational(0) - change : change;
}

/// A total has both ends.
void set_change(DifferentProject& project) {
  if (project.left.total && project.right.total) {
    project.low = *project.right.total->low.value - *project.left.total->low.value;
    project.high = *project.right.total->high.value - *project.left.total->high.value;
    project.size = std::max(size_of(project.low), size_of(project.high));
  }
}

ProjectScore without_rows(ProjectScore const& project) {
  return {project.file,  project.project, project.code, project.unit,
          project.total, project.grades,  {},           project.cap};
}

} // namespace

ProjectScore score_of(model::ProjectEvaluation const& evaluation, std::string file) {
  model::Project const& project = evaluation.project;
  ProjectScore score{std::move(file), project.name, project.code, project.unit, std::nullopt, {}, {}};
  if (evaluation.scored) {
    score.total = evaluation.total.rebased;
    score.cap = evaluation.total.cap;
  }
  score.grades.assign(evaluation.grades.begin(), evaluation.grades.end());
  if (evaluation.execution.applicable) {
    score.rows.push_back(row_of(evaluation.execution, evaluation.indicators));
  }
  for (model::ScoredIndicator const& scored : evaluation.indicators) {
    score.rows.push_back(row_of(scored));
  }
  return score;
}

BatchDifference compare_scores(std::vector<ProjectScore> const& left,
                               std::vector<ProjectScore> const& right) {
  assert(left.size() == right.size()); // the inputs are the same
  BatchDifference batch;
  batch.compared = left.size();
  for (std::size_t i = 0; i < left.size(); ++i) {
    DifferentProject project{without_rows(left[i]), without_rows(right[i]), 0, 0, 0, false, {}};
    set_change(project);
    bool const other_score = left[i].total != right[i].total;
    project.other_grade = left[i].grades != right[i].grades;
    for (RowScore const& row : left[i].rows) {
      auto const other = std::find_if(right[i].rows.begin(), right[i].rows.end(), [&](RowScore const& each) {
        return each.row == row.row && each.name == row.name;
      });
      if (other != right[i].rows.end() && differs(row, *other)) {
        project.rows.push_back({row, *other});
      }
    }
    batch.other_score += other_score ? 1 : 0;
    batch.other_grade += project.other_grade ? 1 : 0;
    bool const other_cap = left[i].cap != right[i].cap;
    if (other_score || other_cap || project.other_grade || !project.rows.empty()) {
      batch.projects.push_back(std::move(project));
    }
  }
  std::stable_sort(batch.projects.begin(), batch.projects.end(),
                   [](auto const& one, auto const& other) { return one.size > other.size; });
  return batch;
}

} // namespace jixiao::authoring
