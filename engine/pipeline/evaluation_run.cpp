#include "engine/pipeline/evaluation_run.hpp"

#include "engine/ingest/forms/findings.hpp"
#include "engine/lowering/lower.hpp"
#include "engine/pipeline/decisions.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/pipeline/input_projects.hpp"
#include "engine/pipeline/system_reason.hpp"

#include <array>
#include <cstddef>
#include <unordered_map>

namespace jixiao::pipeline {
namespace {

using diagnostic::Diagnostics;
using diagnostic::Severity;

class Run {
public:
  Run(vocabulary::Vocabulary const& vocabulary, rulepack::RulePack const& pack, RunSettings const& settings,
      diagnostic::SourceTable& sources, ProjectVisitor const& visit, std::size_t files)
      : vocabulary_(vocabulary), judge_(pack), settings_(settings), sources_(sources), visit_(visit),
        reader_(vocabulary), decisions_(settings.judgements, pack, reader_, settings.default_year),
        departments_(pack, settings.weighting), several_files_(files > 1) {
    reader_.use_slip_ratio(pack.digit_slip_ratio);
    if (!settings.judgements.empty()) {
      find_ = [this](model::Indicator const& indicator) { return decisions_.find(indicator); };
    }
  }

  void file(std::filesystem::path const& path) {
    std::string const name = path.generic_string();
    std::optional<ingest::TableAccount::Keep> account;
    if (settings_.on_document) {
      account = ingest::TableAccount::Keep::everything;
    }
    InputReading const reading{vocabulary_,      settings_.forms,         sources_,
                               settings_.limits, settings_.digest_inputs, account};
    InputProjects projects(path, reading);
    while (std::size_t const count = read_batch(projects)) {
      evaluate_batch(count, name);
    }
    if (projects.error() != 0) {
      unreadable(name, projects.error());
    } else if (!projects.readable()) {
      ++summary_.unreadable;
    }
    if (settings_.on_document) {
      settings_.on_document(projects.account());
    }
    note(projects.findings());
    summary_.findings.insert(summary_.findings.end(), projects.findings().begin(), projects.findings().end());
    if (settings_.digest_inputs && projects.error() == 0) {
      summary_.digests.push_back({name, projects.digest()});
    }
  }

  RunSummary finish() {
    Diagnostics unused = decisions_.unused();
    note(unused);
    summary_.findings.insert(summary_.findings.end(), unused.begin(), unused.end());
    summary_.departments = departments_.finish();
    for (model::DepartmentEvaluation& department : summary_.departments) {
      if (auto const twice = twice_.find(department.code.empty() ? department.name : department.code);
          twice != twice_.end()) {
        department.findings.push_back(diagnostic::make(findings::department_counts_twice, twice->second.place,
                                                       {std::to_string(twice->second.projects)}));
      }
      note(department.findings);
    }
    return std::move(summary_);
  }

private:
  void unreadable(std::string const& name, int error) {
    ++summary_.unreadable;
    diagnostic::SourceId const source = sources_.add(name);
    summary_.findings.push_back(
        diagnostic::make(findings::input_unreadable, {source, 0, 0, 0, 0}, {name, system_reason(error)}));
    note({summary_.findings.back()});
  }

  /// How many projects are read into `batch_`; none at the end.
  std::size_t read_batch(InputProjects& projects) {
    std::size_t count = 0;
    while (count < batch_.size() && projects.next(batch_[count].raw)) {
      ++count;
    }
    return count;
  }

  void evaluate_batch(std::size_t count, std::string const& file) {
    bool const named = settings_.name_rows || find_;
    auto const detail = named                 ? lowering::RowDetail::whole
                        : settings_.show_rows ? lowering::RowDetail::figures
                                              : lowering::RowDetail::sums;
    for (std::size_t i = 0; i < count; ++i) {
      reader_.lower(batch_[i].raw, settings_.default_year, detail, batch_[i].evaluation);
      drop_given_year(batch_[i].evaluation.project);
      if (several_files_) {
        seen_elsewhere(batch_[i].evaluation.project, file);
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      score(batch_[i].raw, batch_[i].evaluation);
    }
    for (std::size_t i = 0; i < count; ++i) {
      departments_.add(batch_[i].evaluation);
      visit_(batch_[i].evaluation);
    }
  }

  /// Who gave the year need not be asked for it.
  void drop_given_year(model::Project& project) const {
    if (!settings_.default_year.empty() && project.year == settings_.default_year) {
      std::erase_if(project.findings, [](diagnostic::Diagnostic const& each) {
        return each.code == ingest::forms::findings::year_not_found.id;
      });
    }
  }

  void score(model::RawProject const& raw, model::ProjectEvaluation& evaluation) {
    decisions_.begin(raw);
    scoring::score(evaluation, judge_, settings_.assume, find_, settings_.month);
    if (find_) {
      Diagnostics const refused = decisions_.refused();
      evaluation.findings.insert(evaluation.findings.end(), refused.begin(), refused.end());
    }
    ++summary_.projects;
    summary_.indicators += evaluation.indicators.size();
    note(evaluation.project.findings);
    note(evaluation.findings);
    for (model::ScoredIndicator const& each : evaluation.indicators) {
      note(each.findings);
      note(each.indicator.findings);
    }
  }

  /// The same project in two files of one run: which of them counts is for people to say.
  void seen_elsewhere(model::Project& project, std::string const& file) {
    if (project.code.empty() && project.name.empty()) {
      return; // nothing says that it is the same
    }
    std::string key = project.supervising_department + '\x1f' + project.unit_code + '\x1f' + project.unit
                      + '\x1f' + (project.code.empty() ? project.name : project.code);
    auto const [at, fresh] = projects_.emplace(std::move(key), file);
    if (!fresh && at->second != file) {
      project.findings.push_back(
          diagnostic::make(findings::project_in_two_files, project.place, {project.name, at->second}));
      Twice& twice = twice_[project.unit_code.empty() ? project.unit : project.unit_code];
      twice.place = twice.projects++ == 0 ? project.place : twice.place;
    }
  }

  void note(Diagnostics const& list) {
    for (diagnostic::Diagnostic const& each : list) {
      summary_.errors += each.severity == Severity::error ? 1 : 0;
      summary_.warnings += each.severity == Severity::warning ? 1 : 0;
    }
  }

  vocabulary::Vocabulary const& vocabulary_;
  rulepack::Judge judge_;
  RunSettings const& settings_;
  diagnostic::SourceTable& sources_;
  ProjectVisitor const& visit_;
  lowering::Reader reader_;
  Decisions decisions_;
  scoring::DepartmentRollUp departments_;
  bool several_files_;
  scoring::DecisionFinder find_;
  /// Projects go through each stage together, so that its code is in the processor's cache for all but the
  /// first of them; more than fit into the next cache would cost what that saves.
  struct Place {
    model::RawProject raw;
    model::ProjectEvaluation evaluation; ///< of one project after the other, in the same storage
  };
  std::array<Place, 8> batch_;
  std::unordered_map<std::string, std::string> projects_; ///< key and the file that had it first
  /// Projects of a department that stand in two files.
  struct Twice {
    std::uint32_t projects = 0;
    diagnostic::Place place; ///< of the first
  };
  std::unordered_map<std::string, Twice> twice_; ///< by code, else by name
  RunSummary summary_;
};

} // namespace

RunSummary run_evaluation(std::vector<std::filesystem::path> const& files,
                          vocabulary::Vocabulary const& vocabulary, rulepack::RulePack const& pack,
                          RunSettings const& settings, diagnostic::SourceTable& sources,
                          ProjectVisitor const& visit) {
  Run run(vocabulary, pack, settings, sources, visit, files.size());
  for (std::filesystem::path const& path : files) {
    run.file(path);
  }
  return run.finish();
}

} // namespace jixiao::pipeline
