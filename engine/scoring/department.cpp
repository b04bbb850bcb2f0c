#include "engine/scoring/findings.hpp"
#include "engine/scoring/grade.hpp"
#include "engine/scoring/score.hpp"
#include "engine/scoring/weighted_mean.hpp"

#include <unordered_map>

namespace jixiao::scoring {
namespace {

using model::DepartmentEvaluation;
using model::DepartmentWeighting;
using model::ProjectEvaluation;

/// Budget and executed amount are hardly of one unit: nobody knows the budget.
bool is_doubtful(ProjectEvaluation const& evaluation, rulepack::RulePack const& pack) {
  return evaluation.execution.rate && pack.limits.is_absurd(*evaluation.execution.rate);
}

/// Budget that a project weighs: adjusted, else initial; nothing when it is not above 0 or doubtful.
std::optional<Rational> budget_of(ProjectEvaluation const& evaluation, rulepack::RulePack const& pack) {
  if (is_doubtful(evaluation, pack)) {
    return std::nullopt;
  }
  model::Budget const& budget = evaluation.project.budget;
  std::optional<Rational> const& amount = budget.adjusted ? budget.adjusted : budget.initial;
  return amount && amount->sign() > 0 ? amount : std::nullopt;
}

std::optional<Rational> weight_of(model::Project const& project, DepartmentWeighting weighting,
                                  std::optional<Rational> const& budget) {
  switch (weighting) {
  case DepartmentWeighting::by_budget: return budget;
  case DepartmentWeighting::given:
    return project.department_weight && project.department_weight->sign() > 0 ? project.department_weight
                                                                              : std::nullopt;
  case DepartmentWeighting::equally: break;
  }
  return Rational(1);
}

/// A given weight and where it stands.
struct WeightWritten {
  std::optional<Rational> weight;
  diagnostic::Place place;
};

/// One department on the way: O(1) memory, whatever the number of its projects.
struct Sums {
  std::string code, name, other_name; ///< a second name under the same code
  diagnostic::Place place;
  std::uint32_t projects = 0, scored = 0, incomplete = 0, without_weight = 0, several_grades = 0,
                ungraded = 0, doubtful = 0;
  WeightWritten in_percent, above_one; ///< given weights that do not compare, the first of each
  Rational budget, weights;
  WeightedMean weighted, equal; ///< `equal` stands in when no project has a weight
  std::vector<std::uint32_t> grades;

  void hold_written(model::Project const& project) {
    bool const large = !project.weight_in_percent && *project.department_weight > Rational(1);
    if (WeightWritten& written = large ? above_one : in_percent;
        (large || project.weight_in_percent) && !written.weight) {
      written = {project.department_weight, project.place};
    }
  }
  [[nodiscard]] bool mixed() const { return in_percent.weight && above_one.weight; }
};

void count_grade(Sums& sums, ProjectEvaluation const& project, rulepack::RulePack const& pack) {
  if (project.grades.size() != 1) {
    ++(project.grades.empty() ? sums.ungraded : sums.several_grades);
    return;
  }
  for (std::size_t i = 0; i < pack.grades.size(); ++i) {
    if (pack.grades[i].id == project.grades.front()) {
      ++sums.grades[i];
    }
  }
}

void note(DepartmentEvaluation& department, Sums const& sums, diagnostic::Code const& code,
          std::uint32_t some) {
  department.findings.push_back(
      diagnostic::make(code, sums.place, {std::to_string(some), std::to_string(sums.projects)}));
}

void note_names(DepartmentEvaluation& department, Sums const& sums) {
  if (!sums.other_name.empty()) {
    department.findings.push_back(diagnostic::make(findings::department_names_differ, sums.place,
                                                   {sums.code, sums.name, sums.other_name}));
  }
}

/// Departments of one name that their codes tell apart.
void mark_namesakes(std::vector<DepartmentEvaluation>& departments) {
  std::unordered_map<std::string_view, DepartmentEvaluation*> first;
  for (DepartmentEvaluation& each : departments) {
    if (each.name.empty()) {
      continue;
    }
    auto const [found, is_new] = first.try_emplace(each.name, &each);
    if (!is_new) {
      found->second->has_namesake = each.has_namesake = true;
    }
  }
}

/// Projects that name a department without its code, and others that print the code: they may be one.
void note_missing_codes(std::vector<DepartmentEvaluation>& departments, std::vector<Sums> const& sums) {
  std::unordered_map<std::string_view, std::string> codes;
  for (DepartmentEvaluation const& each : departments) {
    if (!each.code.empty() && !each.name.empty()) {
      std::string& known = codes[each.name];
      known += (known.empty() ? "" : ", ") + each.code;
    }
  }
  for (std::size_t i = 0; i < departments.size(); ++i) {
    DepartmentEvaluation& each = departments[i];
    auto const found = each.code.empty() && !each.name.empty() ? codes.find(each.name) : codes.end();
    if (found != codes.end()) {
      each.findings.push_back(diagnostic::make(findings::department_code_missing, sums[i].place,
                                               {each.name, found->second, std::to_string(each.projects)}));
    }
  }
}

void note_mixed(DepartmentEvaluation& department, Sums const& sums) {
  Rational const percent = *sums.in_percent.weight * Rational(100);
  department.findings.push_back(
      diagnostic::make(findings::department_weights_mixed, sums.above_one.place,
                       {percent.plain_text() + "%", std::to_string(sums.in_percent.place.row),
                        sums.above_one.weight->plain_text(), std::to_string(sums.above_one.place.row)}));
}

void note_weights(DepartmentEvaluation& department, Sums const& sums, bool fell_back) {
  if (sums.mixed()) {
    note_mixed(department, sums);
  } else if (fell_back) {
    note(department, sums, findings::department_equally, sums.without_weight);
  } else if (department.weighting == DepartmentWeighting::given && sums.without_weight > 0) {
    note(department, sums, findings::department_weight_missing, sums.without_weight);
  } else if (sums.without_weight > sums.doubtful) {
    note(department, sums, findings::department_budget_missing, sums.without_weight - sums.doubtful);
  }
  if (sums.doubtful > 0) {
    note(department, sums, findings::department_budget_doubtful, sums.doubtful);
  }
}

void note_coverage(DepartmentEvaluation& department, Sums const& sums, bool fell_back) {
  note_weights(department, sums, fell_back);
  if (sums.incomplete > 0) {
    note(department, sums, findings::department_incomplete, sums.incomplete);
  }
  if (sums.scored > 0 && sums.scored < sums.projects) {
    note(department, sums, findings::department_partly_covered, sums.scored);
  }
}

DepartmentEvaluation finish_one(Sums const& sums, DepartmentWeighting weighting,
                                rulepack::RulePack const& pack) {
  DepartmentEvaluation department;
  department.code = sums.code;
  department.name = sums.name;
  department.projects = sums.projects;
  department.scored_projects = sums.scored;
  department.incomplete_projects = sums.incomplete;
  department.budget = sums.budget;
  bool const fell_back = sums.weights.is_zero() || sums.mixed();
  department.weighting = fell_back ? DepartmentWeighting::equally : weighting;
  department.without_weight = fell_back ? 0 : sums.without_weight;
  // A weight or budget that is not known may be any: so may the grade.
  bool const lacks_weights = sums.mixed() || (!fell_back && sums.without_weight > 0);
  WeightedMean const& mean = fell_back ? sums.equal : sums.weighted;
  Rational const all = fell_back ? Rational(std::int64_t{sums.projects}) : sums.weights;
  department.covered = mean.weight() / all;
  if (!mean.weight().is_zero()) {
    Rounder const round(pack.rounding);
    department.exact = mean.total();
    department.total = round(*department.exact);
    department.ledger = mean.ledger(*department.total, round);
    // So may it be while a project has no score at all.
    if (sums.incomplete == 0 && sums.scored == sums.projects && !lacks_weights) {
      department.grades = grades_of(*department.total, pack);
    }
    department.unproven = is_unproven(department.grades, round(mean.with_evidence()), pack);
  }
  for (std::size_t i = 0; i < pack.grades.size(); ++i) {
    department.grade_counts.emplace_back(pack.grades[i].id, sums.grades[i]);
  }
  department.grade_counts.emplace_back(std::string_view{}, sums.several_grades);
  department.ungraded_projects = sums.ungraded + (sums.projects - sums.scored);
  note_names(department, sums);
  note_coverage(department, sums, fell_back);
  return department;
}

} // namespace

struct DepartmentRollUp::State {
  rulepack::RulePack const& pack;
  DepartmentWeighting weighting;
  std::vector<Sums> departments;
  std::unordered_map<std::string, std::size_t> index;

  std::size_t last = 0; ///< of the project before: tables are sorted by department

  Sums& of(model::Project const& project) {
    bool const same = last < departments.size() && !project.unit_code.empty()
                      && departments[last].code == project.unit_code;
    if (!same) {
      last = index_of(project);
    }
    Sums& sums = departments[last];
    if (!project.unit.empty() && project.unit != sums.name) {
      std::string& name = sums.name.empty() ? sums.name : sums.other_name;
      if (name.empty()) {
        name = project.unit;
      }
    }
    return sums;
  }

  std::size_t index_of(model::Project const& project) {
    // A table that names no unit may still name the department that is in charge.
    std::string const& named = project.unit.empty() ? project.supervising_department : project.unit;
    std::string const& key = project.unit_code.empty() ? named : project.unit_code;
    auto const [found, is_new] = index.try_emplace(key, departments.size());
    if (is_new) {
      Sums sums;
      sums.code = project.unit_code;
      sums.name = project.unit_code.empty() ? named : project.unit;
      sums.place = project.place;
      sums.grades.resize(pack.grades.size());
      departments.push_back(std::move(sums));
    }
    return found->second;
  }
};

DepartmentRollUp::DepartmentRollUp(rulepack::RulePack const& pack, DepartmentWeighting weighting)
    : state_(new State{pack, weighting, {}, {}, 0}) {}

DepartmentRollUp::~DepartmentRollUp() = default;

void DepartmentRollUp::add(ProjectEvaluation const& evaluation) {
  if (evaluation.project.department_form) {
    return; // the department's own form is another figure, not one of its projects
  }
  Sums& sums = state_->of(evaluation.project);
  ++sums.projects;
  std::optional<Rational> const budget = budget_of(evaluation, state_->pack);
  if (budget) {
    sums.budget += *budget;
  }
  std::optional<Rational> const weight = weight_of(evaluation.project, state_->weighting, budget);
  bool const by_budget = state_->weighting == DepartmentWeighting::by_budget;
  sums.doubtful += by_budget && is_doubtful(evaluation, state_->pack) ? 1 : 0;
  if (weight) {
    sums.weights += *weight;
    if (state_->weighting == DepartmentWeighting::given) {
      sums.hold_written(evaluation.project);
    }
  } else {
    ++sums.without_weight;
  }
  if (!evaluation.scored) {
    return;
  }
  ++sums.scored;
  sums.incomplete += evaluation.total.incomplete ? 1 : 0;
  count_grade(sums, evaluation, state_->pack);
  PublishedProject const published = publish(evaluation, Rounder(state_->pack.rounding));
  if (weight) {
    sums.weighted.add(published, *weight);
  }
  bool const given = state_->weighting == DepartmentWeighting::given; // these may turn out not to compare
  if (given || (by_budget && sums.weights.is_zero())) {
    sums.equal.add(published, 1);
  }
}

std::vector<DepartmentEvaluation> DepartmentRollUp::finish() const {
  std::vector<DepartmentEvaluation> departments;
  departments.reserve(state_->departments.size());
  for (Sums const& sums : state_->departments) {
    departments.push_back(finish_one(sums, state_->weighting, state_->pack));
  }
  mark_namesakes(departments);
  note_missing_codes(departments, state_->departments);
  return departments;
}

} // namespace jixiao::scoring
