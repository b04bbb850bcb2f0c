#pragma once
// Gathers the parts of a document within limits. All readers end here, so that what holds of every document
// is seen to in one place.
#include "engine/diagnostic/source_table.hpp"
#include "engine/ingest/finding_list.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/model/document.hpp"

#include <string>
#include <vector>

namespace jixiao::ingest::documents {

class DocumentBuilder {
public:
  DocumentBuilder(std::string file_name, diagnostic::SourceTable& sources, IngestLimits const& limits);

  /// A whole document is held in memory, a table is not: so many cells at most, whatever the limits allow.
  static constexpr std::uint64_t most_cells = 4'000'000;

  /// What follows belongs to a new part, or is about it. A part without a cell leaves no trace but its
  /// findings.
  void begin_part(std::string name, model::DocumentLayout layout);
  void begin_sheet(std::string name); ///< a part of a workbook
  /// Takes a line; blank cells that cover no others are left out, and so is a line without cells. False when
  /// the document has too many cells: the rest may be spared then.
  bool add(model::DocumentLine line);
  [[nodiscard]] bool full() const { return full_; }

  void note(diagnostic::Code const& code, std::vector<std::string> arguments = {}, std::uint32_t row = 0,
            std::uint32_t column = 0);
  /// A finding about the file and not about the part.
  void note_file(diagnostic::Code const& code, std::vector<std::string> arguments = {});

  [[nodiscard]] IngestLimits const& limits() const { return limits_; }
  /// No value when there is no cell; says so unless an error is there that explains it.
  [[nodiscard]] diagnostic::Outcome<model::Document> finish();

private:
  [[nodiscard]] diagnostic::SourceId part_source();
  [[nodiscard]] bool take(model::DocumentCell& cell, std::uint32_t row);
  void open_blanks(model::DocumentLine& line);
  void end_part();

  std::string file_name_;
  diagnostic::SourceTable& sources_;
  IngestLimits limits_;
  std::uint64_t cells_left_;
  diagnostic::SourceId file_source_;
  model::DocumentPart part_;
  bool full_ = false;
  model::Document document_;
  FindingList findings_;
};

} // namespace jixiao::ingest::documents
