#pragma once
// Documents of any format, those included that take another program: PDF by poppler, the old office formats
// by LibreOffice.
#include "engine/ingest/documents/read_document.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace jixiao::pipeline {

/// The programs, as names looked up in PATH or as paths.
struct DocumentPrograms {
  std::string pdf_words = "pdftotext";
  std::string pdf_drawing = "pdftocairo";
  std::string office = "soffice";
  std::chrono::seconds time{120};        ///< for each
  std::size_t output_bytes = 256u << 20; ///< of each
};

/// The document in `bytes`. What other programs get stands in a private temporary folder that is removed
/// afterwards; they run without a shell, within limits.
[[nodiscard]] diagnostic::Outcome<model::Document>
read_any_document(std::string_view bytes, std::string const& file_name, diagnostic::SourceTable& sources,
                  ingest::IngestLimits const& limits = {}, DocumentPrograms const& programs = {});

/// The document in a file; a finding when the file cannot be read.
[[nodiscard]] diagnostic::Outcome<model::Document> read_document_file(std::filesystem::path const& path,
                                                                      diagnostic::SourceTable& sources,
                                                                      ingest::IngestLimits const& limits = {},
                                                                      DocumentPrograms const& programs = {});

} // namespace jixiao::pipeline
