#pragma once
// Findings as lines for people.
#include "engine/diagnostic/source_table.hpp"
#include "engine/model/evaluation.hpp"
#include "engine/vocabulary/messages.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::report {

/// All findings of a project - of reading, rows and scoring - errors first, then warnings, then information;
/// within a severity in the order of the table.
[[nodiscard]] diagnostic::Diagnostics all_findings(model::ProjectEvaluation const& project);

struct FindingCounts {
  std::size_t errors = 0, warnings = 0, infos = 0;
};
[[nodiscard]] FindingCounts count(diagnostic::Diagnostics const& findings);

} // namespace jixiao::report
