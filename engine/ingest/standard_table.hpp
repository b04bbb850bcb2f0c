#pragma once
// Reads the standard table from bytes, one project at a time.
#include "engine/diagnostic/source_table.hpp"
#include "engine/ingest/archive.hpp"
#include "engine/ingest/byte_source.hpp"
#include "engine/model/raw_table.hpp"
#include "engine/vocabulary/vocabulary.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jixiao::ingest {

enum class Format : std::uint8_t { csv, tsv, xlsx };

/// The format that the first bytes show. The name decides where they show nothing: .tsv, or a workbook's name
/// over bytes that are no text.
[[nodiscard]] Format detect_format(std::string_view first_bytes, std::string_view file_name);

struct IngestLimits {
  std::uint64_t workbook_bytes = 256u << 20; ///< of the archive itself (CSV has no limit: it is streamed)
  std::uint64_t expanded_bytes = 1u << 30;   ///< of one workbook, all parts together
  std::uint32_t columns = 16384;
  std::uint32_t cell_bytes = 1u << 20;
  std::uint32_t rows_per_project = 10'000;
  std::uint64_t cells = 20'000'000; ///< of one workbook
  std::uint32_t sheets = 256;
  std::uint32_t xml_depth = 64;
};

/// What stands alone in a line above the header in line `header` of the same source.
struct TitleAbove {
  std::uint32_t header = 0;
  model::PrintedText title;
};

/// What was met beside the rows, for whoever decides what the input is.
struct TableSurroundings {
  bool sheet_without_table = false;     ///< known at the end of the input
  bool divided = false;                 ///< heads or a text stand among rows that name no project
  std::vector<std::string> texts;       ///< above headers, and in them over several columns
  std::vector<TitleAbove> titles;       ///< from top to bottom
  std::vector<std::string> heads_twice; ///< heads that name one and the same column
};

/// Projects of one input in their order. Findings that belong to no project are kept in `findings()`.
class ProjectReader {
public:
  virtual ~ProjectReader() = default;
  /// The next project into `project` (its storage is reused); false at the end of the input.
  virtual bool next(model::RawProject& project) = 0;
  /// Findings about the input as a whole so far (no header, unknown columns, hidden sheets, limits, carried
  /// cells).
  [[nodiscard]] virtual diagnostic::Diagnostics const& findings() const = 0;
  /// So far.
  [[nodiscard]] virtual TableSurroundings const& surroundings() const = 0;
  /// False when nothing could be read at all (unknown encoding, damaged archive): exit status 3.
  [[nodiscard]] virtual bool readable() const = 0;
};

class TableAccount;

/// Reader over `bytes`. Adds its sources (one, or one a sheet) to `sources`. `vocabulary` must outlive the
/// reader. `account`: gets every cell that is read; none: nobody asks for it.
[[nodiscard]] std::unique_ptr<ProjectReader>
read_standard_table(std::unique_ptr<ByteSource> bytes, Format format, std::string file_name,
                    vocabulary::Vocabulary const& vocabulary, ArchiveOpener open_archive,
                    diagnostic::SourceTable& sources, IngestLimits const& limits = {},
                    TableAccount* account = nullptr);

} // namespace jixiao::ingest
