#pragma once
#include "engine/diagnostic/source_table.hpp"
#include "engine/ingest/row_source.hpp"
#include "engine/ingest/standard_table.hpp"

#include <memory>
#include <string>

namespace jixiao::ingest {

/// Rows of the visible sheets of an XLSX workbook. The workbook is read into memory, one sheet at a time.
[[nodiscard]] std::unique_ptr<RowSource> workbook_rows(std::unique_ptr<ByteSource> bytes,
                                                       std::string file_name, ArchiveOpener open_archive,
                                                       diagnostic::SourceTable& sources,
                                                       IngestLimits const& limits);

} // namespace jixiao::ingest
