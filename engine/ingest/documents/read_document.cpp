#include "engine/ingest/documents/read_document.hpp"

#include "engine/ingest/documents/csv_document.hpp"
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/documents/document_kind.hpp"
#include "engine/ingest/documents/docx_document.hpp"
#include "engine/ingest/documents/findings.hpp"
#include "engine/ingest/documents/html_document.hpp"
#include "engine/ingest/documents/odf_document.hpp"
#include "engine/ingest/documents/pdf_document.hpp"
#include "engine/ingest/documents/xlsx_document.hpp"
#include "engine/ingest/documents/xml_part.hpp"

#include <cassert>

namespace jixiao::ingest::documents {

namespace {

void note_unread(Kind const& kind, DocumentBuilder& builder) {
  if (kind.format == DocumentFormat::encrypted) {
    builder.note_file(findings::document_encrypted);
  } else if (kind.trouble == Trouble::no_library) {
    builder.note_file(findings::document_needs_library, {"libzip"});
  } else if (kind.trouble == Trouble::damaged) {
    builder.note_file(findings::document_damaged, {"zip"});
  } else if (kind.format == DocumentFormat::other) {
    builder.note_file(findings::document_unsupported, {std::string(kind.name)});
  } else {
    builder.note_file(findings::document_not_converted, {std::string(kind.name)});
  }
}

void read_archive(std::string_view bytes, DocumentFormat format, ArchiveOpener open_archive,
                  DocumentBuilder& builder) {
  std::unique_ptr<Archive> archive = open_archive(bytes);
  assert(archive); // its format was found out by opening it
  WorkbookPackage package(std::move(archive), bytes.size(), without_depth(builder.limits()));
  if (format == DocumentFormat::docx) {
    read_docx(package, builder);
  } else if (format == DocumentFormat::ods) {
    read_odf(package, builder);
  } else {
    read_xlsx(package, builder);
  }
}

} // namespace

diagnostic::Outcome<model::Document> read_document(std::string_view bytes, std::string const& file_name,
                                                   Openers const& openers, diagnostic::SourceTable& sources,
                                                   IngestLimits const& limits) {
  bool const too_large = bytes.size() > limits.workbook_bytes;
  Kind const kind = too_large ? Kind{} : kind_of_document(bytes, openers.open_archive);
  auto const separator =
      !too_large && kind.format == DocumentFormat::text ? separator_of(bytes, file_name) : std::nullopt;
  if (kind.format == DocumentFormat::text && !separator) {
    return read_text_document(bytes, file_name, sources, limits); // which also says what is too large
  }
  DocumentBuilder builder(file_name, sources, limits);
  switch (kind.format) {
  case DocumentFormat::text: read_separated(bytes, *separator, builder); break;
  case DocumentFormat::html: read_html(bytes, openers.parse_html, builder); break;
  case DocumentFormat::docx:
  case DocumentFormat::xlsx:
  case DocumentFormat::ods: read_archive(bytes, kind.format, openers.open_archive, builder); break;
  case DocumentFormat::boxes: read_pdf_boxes(bytes, {}, builder); break;
  case DocumentFormat::pdf:
  case DocumentFormat::doc:
  case DocumentFormat::xls:
  case DocumentFormat::encrypted:
  case DocumentFormat::other: note_unread(kind, builder); break;
  }
  return builder.finish();
}

diagnostic::Outcome<model::Document> read_pdf_document(std::string_view boxes, std::string_view drawing,
                                                       std::string const& file_name,
                                                       diagnostic::SourceTable& sources,
                                                       IngestLimits const& limits) {
  DocumentBuilder builder(file_name, sources, limits);
  read_pdf_boxes(boxes, drawing, builder);
  return builder.finish();
}

} // namespace jixiao::ingest::documents
