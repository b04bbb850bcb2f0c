#include "engine/ingest/standard_table.hpp"

#include "engine/ingest/csv_rows.hpp"
#include "engine/ingest/table_reader.hpp"
#include "engine/ingest/workbook_rows.hpp"

namespace jixiao::ingest {

std::unique_ptr<ProjectReader>
read_standard_table(std::unique_ptr<ByteSource> bytes, Format format, std::string file_name,
                    vocabulary::Vocabulary const& vocabulary, ArchiveOpener open_archive,
                    diagnostic::SourceTable& sources, IngestLimits const& limits, TableAccount* account) {
  std::unique_ptr<RowSource> rows;
  switch (format) {
  case Format::csv:
  case Format::tsv:
    rows = csv_rows(std::move(bytes), format == Format::csv ? ',' : '\t', sources.add(std::move(file_name)),
                    limits);
    break;
  case Format::xlsx:
    rows = workbook_rows(std::move(bytes), std::move(file_name), open_archive, sources, limits);
    break;
  }
  return std::make_unique<TableReader>(std::move(rows), vocabulary, limits, account);
}

} // namespace jixiao::ingest
