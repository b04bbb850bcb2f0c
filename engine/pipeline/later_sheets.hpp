#pragma once
// What stands on the sheets of a workbook behind the first: a standard table is streamed, and whoever chooses
// its reader has seen one project only.
#include "engine/ingest/standard_table.hpp"

#include <filesystem>

namespace jixiao::pipeline {

/// What surrounds the tables of all sheets; nothing for a workbook with one sheet.
[[nodiscard]] ingest::TableSurroundings later_sheets(std::filesystem::path const& path,
                                                     vocabulary::Vocabulary const& vocabulary,
                                                     ingest::IngestLimits const& limits);

} // namespace jixiao::pipeline
