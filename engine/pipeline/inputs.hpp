#pragma once
// Names on the command line -> the files to read, in a stated order.
#include "engine/diagnostic/source_table.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace jixiao::pipeline {

struct Inputs {
  std::vector<std::filesystem::path> files;
  diagnostic::Diagnostics findings;
};

/// Files stand as given. A folder gives the tables and documents inside it (by their endings; sub-folders
/// too), sorted by path; links to folders are not followed, hidden files and temporary files of Excel (~$)
/// are passed over with a finding.
[[nodiscard]] Inputs expand_inputs(std::vector<std::filesystem::path> const& names,
                                   diagnostic::SourceTable& sources);

} // namespace jixiao::pipeline
