#pragma once
// Findings as lines for people.
#include "engine/diagnostic/source_table.hpp"
#include "engine/vocabulary/messages.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jixiao::report {

struct FindingListOptions {
  vocabulary::Language language = vocabulary::Language::zh;
  std::size_t limit = static_cast<std::size_t>(-1); ///< lines; what is left out is counted in a last one
  diagnostic::SourceId home = 0;                    ///< its name is left out: the page above says it
};

/// One line for each finding; those that say the same share a line with all their places.
[[nodiscard]] std::vector<std::string> finding_lines(diagnostic::Diagnostics const& findings,
                                                     diagnostic::SourceTable const& sources,
                                                     vocabulary::Messages const& messages,
                                                     FindingListOptions const& options);

/// A heading for each file or sheet with its counts, below it its findings, errors first. `limit` holds for
/// each of them.
[[nodiscard]] std::string findings_by_file(diagnostic::Diagnostics const& findings,
                                           diagnostic::SourceTable const& sources,
                                           vocabulary::Messages const& messages, FindingListOptions options);

} // namespace jixiao::report
