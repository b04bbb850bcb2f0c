#pragma once
// Files of any format as a model::Document: what stands where, before anything is understood.
#include "engine/diagnostic/source_table.hpp"
#include "engine/ingest/archive.hpp"
#include "engine/ingest/documents/html_parser.hpp"
#include "engine/ingest/standard_table.hpp"
#include "engine/model/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::ingest::documents {

enum class DocumentFormat : std::uint8_t {
  text, ///< nothing else: a text extract
  html,
  docx,
  xlsx,
  ods,   ///< also text documents of the same family (.odt)
  pdf,   ///< needs a program that prints the boxes of its words
  boxes, ///< what that program prints
  doc,   ///< old word processors (.doc, .rtf): needs a program that converts it
  xls,   ///< old spreadsheets: likewise
  encrypted,
  other ///< known, and not read: pictures, slides, other archives
};

/// What the bytes show; what a file is called does not matter, but for .csv, where commas separate cells.
/// `open_archive` may be nullptr: archives are told apart by it.
[[nodiscard]] DocumentFormat detect_document_format(std::string_view bytes, ArchiveOpener open_archive);

/// What the core borrows from the program around it. Without one of them the formats that need it are
/// refused with a finding.
struct Openers {
  ArchiveOpener open_archive = nullptr;
  HtmlParser parse_html = nullptr;
};

/// The document in `bytes`, whatever its format, except those that need another program (see
/// pipeline/document_source.hpp). Blank cells are left out unless they are merged; blank lines are left out,
/// those that remain keep their numbers. Each part gets an entry in `sources`, in which findings about it
/// stand. No value when nothing could be read.
[[nodiscard]] diagnostic::Outcome<model::Document>
read_document(std::string_view bytes, std::string const& file_name, Openers const& openers,
              diagnostic::SourceTable& sources, IngestLimits const& limits = {});

/// A PDF by what other programs print of it; see pdf_document.hpp. `drawing` may be empty.
[[nodiscard]] diagnostic::Outcome<model::Document>
read_pdf_document(std::string_view boxes, std::string_view drawing, std::string const& file_name,
                  diagnostic::SourceTable& sources, IngestLimits const& limits = {});

/// A text extract as one part of running text: tabs separate cells, and so do runs of blanks where lines
/// beside each other align that way.
[[nodiscard]] diagnostic::Outcome<model::Document> read_text_document(std::string_view bytes,
                                                                      std::string const& file_name,
                                                                      diagnostic::SourceTable& sources,
                                                                      IngestLimits const& limits = {});

} // namespace jixiao::ingest::documents
