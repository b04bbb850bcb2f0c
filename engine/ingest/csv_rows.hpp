#pragma once
#include "engine/diagnostic/source_table.hpp"
#include "engine/ingest/byte_source.hpp"
#include "engine/ingest/row_source.hpp"
#include "engine/ingest/standard_table.hpp"

#include <memory>

namespace jixiao::ingest {

/// Rows of a CSV or TSV file. Row numbers count the rows that a spreadsheet program would show: blank lines
/// count, line breaks inside quotes do not.
[[nodiscard]] std::unique_ptr<RowSource> csv_rows(std::unique_ptr<ByteSource> bytes, char delimiter,
                                                  diagnostic::SourceId source, IngestLimits const& limits);

} // namespace jixiao::ingest
