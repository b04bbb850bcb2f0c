#pragma once
// The years that tables name, read before the tables are scored: `--rules auto` chooses a pack by them.
#include "engine/diagnostic/source_table.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/vocabulary/forms.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace jixiao::pipeline {

struct TableYears {
  std::map<std::string, std::uint64_t> projects; ///< how many have the year; empty: have none
  std::vector<std::filesystem::path> not_read;   ///< pipes and the like, which give their text once

  /// The one year that every project has; empty when they differ, when one has none, when there is no
  /// project, and when a file was not read.
  [[nodiscard]] std::string agreed() const;
};

/// Reads `files` once through, project by project. What is wrong with them is said by whoever scores them.
[[nodiscard]] TableYears read_table_years(std::vector<std::filesystem::path> const& files,
                                          vocabulary::Vocabulary const& vocabulary,
                                          vocabulary::Forms const& forms, ingest::IngestLimits const& limits);

} // namespace jixiao::pipeline
