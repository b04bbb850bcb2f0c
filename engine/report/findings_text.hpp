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

/// Arguments as a page shows them: long ones cut with an ellipsis. JSON keeps them whole.
[[nodiscard]] std::vector<std::string> shortened(std::vector<std::string> const& arguments);

struct FindingCounts {
  std::size_t errors = 0, warnings = 0, infos = 0;
};
[[nodiscard]] FindingCounts count(diagnostic::Diagnostics const& findings);

} // namespace jixiao::report
