#pragma once
// Findings and what they are filled with, as people are shown them.
#include "engine/diagnostic/source_table.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/vocabulary/messages.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::report {

/// All findings of a project - of reading, rows and scoring - errors first, then warnings, then information;
/// within a severity in the order of the table.
[[nodiscard]] diagnostic::Diagnostics all_findings(model::ProjectEvaluation const& project);

/// Errors first, then warnings, then information; within a severity in the given order.
void sort_by_severity(diagnostic::Diagnostics& findings);

/// Names of indicators can fill a page; a reader needs enough of one to find it.
inline constexpr std::size_t argument_columns = 40;

/// Arguments as people are shown them: long ones cut with an ellipsis, blank ones named as blank.
[[nodiscard]] std::vector<std::string> shown(std::vector<std::string> const& arguments,
                                             vocabulary::Messages const& messages,
                                             vocabulary::Language language,
                                             std::size_t columns = argument_columns);

struct FindingCounts {
  std::size_t errors = 0, warnings = 0, infos = 0;

  void add(FindingCounts const& other) {
    errors += other.errors;
    warnings += other.warnings;
    infos += other.infos;
  }
};
[[nodiscard]] FindingCounts count(diagnostic::Diagnostics const& findings);

/// "0 errors, 1 warning, 2 notes"
[[nodiscard]] std::string counts_text(FindingCounts const& counts, vocabulary::Messages const& messages,
                                      vocabulary::Language language);

} // namespace jixiao::report
