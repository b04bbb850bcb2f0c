#pragma once
// Hand-made documents: their parts as texts, without a zip archive around them.
#include "tests/ingest/documents/reading.hpp"
#include "tests/ingest/workbook_parts.hpp"

namespace jixiao::test {

inline ReadDocument read_bytes(std::string const& bytes, ingest::IngestLimits const& limits = {},
                               ingest::ArchiveOpener opener = &open_parts) {
  ReadDocument result;
  result.outcome = ingest::documents::read_document(bytes, "file", {opener, nullptr}, result.sources, limits);
  for (diagnostic::Diagnostic const& each : result.outcome.diagnostics) {
    CHECK(each.where.source < result.sources.size());
  }
  return result;
}

inline ReadDocument read_packed(Parts const& parts, ingest::IngestLimits const& limits = {}) {
  return read_bytes(pack(parts), limits);
}

/// A Word document with this body.
inline Parts word(std::string const& body) {
  return {{"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}};
}

/// An OpenDocument spreadsheet or text with this content below its body, and these automatic styles.
inline Parts open_document(std::string const& body, std::string const& styles = {}) {
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
          {"META-INF/manifest.xml", "<manifest/>"},
          {"content.xml", "<office:document-content><office:automatic-styles>" + styles
                              + "</office:automatic-styles><office:body>" + body
                              + "</office:body></office:document-content>"}};
}

inline std::string repeated(std::string const& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    result += text;
  }
  return result;
}

} // namespace jixiao::test
