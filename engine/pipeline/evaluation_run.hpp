#pragma once
// Files in, evaluations out: reads, lowers and scores project by project, and holds none of them.
#include "engine/diagnostic/source_table.hpp"
#include "engine/ingest/forms/convert.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/judgement/judgement.hpp"
#include "engine/report/report.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/scoring/score.hpp"
#include "engine/vocabulary/forms.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace jixiao::pipeline {

struct RunSettings {
  scoring::Assume assume = scoring::Assume::as_is;
  std::string default_year; ///< four digits, or empty
  std::uint32_t month = 0;  ///< monitored at its end, 1 to 12; 0: not
  model::DepartmentWeighting weighting = model::DepartmentWeighting::by_budget;
  judgement::Judgements judgements;
  ingest::IngestLimits limits;
  vocabulary::Forms const* forms = nullptr; ///< recognise documents; none: standard tables alone
  /// Called with the tables and the account of each file, its projects taken out.
  std::function<void(ingest::forms::Conversion const&)> on_document;
  bool digest_inputs = false; ///< compute SHA-256 of every input, for receipts that show them
  bool show_rows = true;      ///< reports show rows; else they keep only the texts that findings quote
  bool name_rows = true;      ///< make the key and digest of every row, for reports that show them
};

/// What a run amounted to, for the exit status.
struct RunSummary {
  std::uint64_t projects = 0;
  std::uint64_t indicators = 0;
  std::uint64_t errors = 0; ///< findings of severity error
  std::uint64_t warnings = 0;
  std::uint64_t unreadable = 0;     ///< inputs that could not be read
  diagnostic::Diagnostics findings; ///< that belong to no project
  std::vector<model::DepartmentEvaluation> departments;
  std::vector<report::InputDigest> digests;
};

/// Called with every project in the order of the inputs.
using ProjectVisitor = std::function<void(model::ProjectEvaluation const&)>;

/// All files are done, whatever happens to one of them.
[[nodiscard]] RunSummary run_evaluation(std::vector<std::filesystem::path> const& files,
                                        vocabulary::Vocabulary const& vocabulary,
                                        rulepack::RulePack const& pack, RunSettings const& settings,
                                        diagnostic::SourceTable& sources, ProjectVisitor const& visit);

} // namespace jixiao::pipeline
