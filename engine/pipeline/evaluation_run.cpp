#include "engine/pipeline/evaluation_run.hpp"

#include "engine/lowering/lower.hpp"
#include "engine/pipeline/archive_libzip.hpp"
#include "engine/pipeline/decisions.hpp"
#include "engine/pipeline/file_source.hpp"
#include "engine/pipeline/findings.hpp"
#include "engine/rulepack/digest.hpp"

#include <array>
#include <cstring>
#include <unordered_map>

namespace jixiao::pipeline {
namespace {

using diagnostic::Diagnostics;
using diagnostic::Severity;

/// Hands bytes through and keeps what the run wants to know of them: their digest, and their first block
/// again.
class InputBytes final : public ingest::ByteSource {
public:
  InputBytes(FileSource& file, bool digest) : file_(file), digest_(digest) {
    first_size_ = file_.read(first_);
    note({first_.data(), first_size_});
  }

  [[nodiscard]] std::string_view first() const { return {first_.data(), first_size_}; }
  [[nodiscard]] std::string finish() { return sha_.finish(); }

  std::size_t read(std::span<char> buffer) override {
    if (given_ < first_size_) {
      std::size_t const size = std::min(buffer.size(), first_size_ - given_);
      std::memcpy(buffer.data(), first_.data() + given_, size);
      given_ += size;
      return size;
    }
    std::size_t const size = file_.read(buffer);
    note({buffer.data(), size});
    return size;
  }

private:
  void note(std::string_view bytes) {
    if (digest_) {
      sha_.update(bytes);
    }
  }

  FileSource& file_;
  bool digest_;
  std::array<char, 4096> first_{};
  std::size_t first_size_ = 0;
  std::size_t given_ = 0;
  rulepack::Sha256 sha_;
};

/// The reader owns its bytes; the run keeps its hand on them.
class Borrowed final : public ingest::ByteSource {
public:
  explicit Borrowed(InputBytes& bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override { return bytes_.read(buffer); }

private:
  InputBytes& bytes_;
};

class Run {
public:
  Run(vocabulary::Vocabulary const& vocabulary, rulepack::RulePack const& pack, RunSettings const& settings,
      diagnostic::SourceTable& sources, ProjectVisitor const& visit, std::size_t files)
      : vocabulary_(vocabulary), pack_(pack), settings_(settings), sources_(sources), visit_(visit),
        reader_(vocabulary), decisions_(settings.judgements, pack, reader_, settings.default_year),
        departments_(pack, settings.weighting), several_files_(files > 1) {
    if (!settings.judgements.empty()) {
      find_ = [this](model::Indicator const& indicator) { return decisions_.find(indicator); };
    }
  }

  void file(std::filesystem::path const& path) {
    std::string const name = path.generic_string();
    FileSource file(path);
    InputBytes bytes(file, settings_.digest_inputs);
    if (file.error() != 0) {
      return unreadable(name, file.error());
    }
    std::unique_ptr<ingest::ProjectReader> projects = ingest::read_standard_table(
        std::make_unique<Borrowed>(bytes), ingest::detect_format(bytes.first(), name), name, vocabulary_,
        open_archive, sources_, settings_.limits);
    while (projects->next(raw_)) {
      project(raw_, name);
    }
    if (file.error() != 0) {
      unreadable(name, file.error());
    } else if (!projects->readable()) {
      ++summary_.unreadable;
    }
    note(projects->findings());
    summary_.findings.insert(summary_.findings.end(), projects->findings().begin(),
                             projects->findings().end());
    if (settings_.digest_inputs) {
      summary_.digests.push_back({name, bytes.finish()});
    }
  }

  RunSummary finish() {
    Diagnostics unused = decisions_.unused();
    note(unused);
    summary_.findings.insert(summary_.findings.end(), unused.begin(), unused.end());
    summary_.departments = departments_.finish();
    for (model::DepartmentEvaluation const& department : summary_.departments) {
      note(department.findings);
    }
    return std::move(summary_);
  }

private:
  void unreadable(std::string const& name, int error) {
    ++summary_.unreadable;
    diagnostic::SourceId const source = sources_.add(name);
    summary_.findings.push_back(
        diagnostic::make(findings::input_unreadable, {source, 0, 0, 0, 0}, {name, std::strerror(error)}));
    note({summary_.findings.back()});
  }

  void project(model::RawProject const& raw, std::string const& file) {
    bool const named = settings_.name_rows || find_;
    model::ProjectEvaluation& evaluation = evaluation_;
    reader_.lower(raw, settings_.default_year,
                  named ? lowering::RowNames::made : lowering::RowNames::left_out, evaluation);
    if (several_files_) {
      seen_elsewhere(evaluation.project, file);
    }
    decisions_.begin(raw);
    scoring::score(evaluation, pack_, settings_.assume, find_);
    evaluation.findings.insert(evaluation.findings.end(), decisions_.refused().begin(),
                               decisions_.refused().end());
    ++summary_.projects;
    summary_.indicators += evaluation.indicators.size();
    note(evaluation.project.findings);
    note(evaluation.findings);
    for (model::ScoredIndicator const& each : evaluation.indicators) {
      note(each.findings);
      note(each.indicator.findings);
    }
    departments_.add(evaluation);
    visit_(evaluation);
  }

  /// The same project in two files of one run: which of them counts is for people to say.
  void seen_elsewhere(model::Project& project, std::string const& file) {
    std::string key = project.supervising_department + '\x1f' + project.unit_code + '\x1f' + project.unit
                      + '\x1f' + (project.code.empty() ? project.name : project.code);
    auto const [at, fresh] = projects_.emplace(std::move(key), file);
    if (!fresh && at->second != file) {
      project.findings.push_back(
          diagnostic::make(findings::project_in_two_files, project.place, {project.name, at->second}));
    }
  }

  void note(Diagnostics const& list) {
    for (diagnostic::Diagnostic const& each : list) {
      summary_.errors += each.severity == Severity::error ? 1 : 0;
      summary_.warnings += each.severity == Severity::warning ? 1 : 0;
    }
  }

  vocabulary::Vocabulary const& vocabulary_;
  rulepack::RulePack const& pack_;
  RunSettings const& settings_;
  diagnostic::SourceTable& sources_;
  ProjectVisitor const& visit_;
  lowering::Reader reader_;
  Decisions decisions_;
  scoring::DepartmentRollUp departments_;
  bool several_files_;
  scoring::DecisionFinder find_;
  model::RawProject raw_;
  model::ProjectEvaluation evaluation_; ///< of one project after the other, in the same storage
  std::unordered_map<std::string, std::string> projects_; ///< key and the file that had it first
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
