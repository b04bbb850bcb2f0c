#pragma once
// `jixiao parse --report`: reads files as score does, and counts what of them is understood.
#include "engine/diagnostic/source_table.hpp"
#include "engine/report/vocabulary_report.hpp"
#include "engine/vocabulary/forms.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace jixiao::pipeline {

struct VocabularyRun {
  report::VocabularyReport report;
  diagnostic::Diagnostics errors; ///< of files as a whole: no table in them, or not readable
  std::uint64_t unreadable = 0;   ///< files that could not be read
};

/// All files are done, whatever happens to one of them. `year`: of the budget where no table says one; may be
/// empty.
[[nodiscard]] VocabularyRun report_vocabulary(std::vector<std::filesystem::path> const& files,
                                              vocabulary::Vocabulary const& vocabulary,
                                              vocabulary::Forms const& forms, std::string const& year,
                                              diagnostic::SourceTable& sources);

} // namespace jixiao::pipeline
