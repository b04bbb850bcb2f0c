#pragma once
// Which cells of a corpus the vocabulary does not understand, the most frequent first.
#include "engine/diagnostic/source_table.hpp"
#include "engine/report/report.hpp"
#include "engine/vocabulary/messages.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::report {

/// A kind of cell: the name of its column ("level2", "measure"), or "head".
struct KindShare {
  std::string kind;
  std::uint64_t cells = 0;      ///< that are not blank; repeated ones count each time
  std::uint64_t understood = 0; ///< of them
};

/// Cells that say the same and are not understood.
struct UnknownCells {
  std::string kind;
  std::string text; ///< as it stands where it was met first
  std::uint64_t count = 0;
  diagnostic::Place first;
  std::string nearest; ///< known word; empty when none is near
};

struct VocabularyReport {
  std::uint64_t files = 0;      ///< that could be read
  std::uint64_t unreadable = 0; ///< files and folders that could not
  std::uint64_t projects = 0;
  std::uint64_t rows = 0;
  std::vector<KindShare> kinds; ///< those that were met, in a fixed order
  std::vector<UnknownCells>
      unknown; ///< by count, words before sentences, then in the order of `kinds`, then as they were met
  std::uint64_t not_listed = 0; ///< unknown cells beyond what is kept apart
};

/// For people. `listed`: lines of unknown cells at most; the rest is counted.
[[nodiscard]] std::string vocabulary_text(VocabularyReport const& report, std::size_t listed,
                                          diagnostic::SourceTable const& sources,
                                          vocabulary::Messages const& messages,
                                          vocabulary::Language language);

/// One line for each unknown cell: kind, text, count, nearest, file, sheet, row, column.
void write_vocabulary_csv(VocabularyReport const& report, diagnostic::SourceTable const& sources,
                          Writer const& write);

/// {"schema":"jixiao/vocabulary-report/1", ...}: docs/schema/vocabulary-report.schema.json.
[[nodiscard]] std::string vocabulary_json(VocabularyReport const& report,
                                          diagnostic::SourceTable const& sources);

} // namespace jixiao::report
