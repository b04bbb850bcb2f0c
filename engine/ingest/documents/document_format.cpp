#include "engine/ingest/documents/document_kind.hpp"
#include "engine/ingest/documents/read_document.hpp"
#include "engine/ingest/documents/text_of_bytes.hpp"
#include "engine/ingest/documents/xml_part.hpp"
#include "engine/ingest/signature.hpp"
#include "engine/ingest/workbook_kind.hpp"
#include "engine/ingest/workbook_parts.hpp"

#include <algorithm>

namespace jixiao::ingest::documents {

namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The front of a text in lower case, whatever its encoding.
std::string front_of(std::string_view bytes) {
  constexpr std::size_t looked_at = 1 << 14;
  std::string text = decode_text(bytes.substr(0, looked_at)).text;
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

Kind kind_of_markup(std::string_view bytes, Signature signature) {
  std::string const front = front_of(bytes);
  if (contains(front, "<doc>") && contains(front, "<page width=")) {
    return {DocumentFormat::boxes, "HTML"};
  }
  if (signature == Signature::html || contains(front, "<html") || contains(front, "<table")
      || contains(front, "<body")) {
    return {DocumentFormat::html, "HTML"};
  }
  if (contains(front, "schemas-microsoft-com:office:spreadsheet")) {
    return {DocumentFormat::xls, "XML"};
  }
  bool const word = contains(front, "office/word/2003/wordml") || contains(front, "xmlpackage");
  return word ? Kind{DocumentFormat::doc, "XML"} : Kind{DocumentFormat::other, "XML"};
}

/// A page may begin with a comment or a fragment.
Kind kind_of_text(std::string_view bytes) {
  std::string const front = front_of(bytes);
  std::size_t const first = front.find_first_not_of(" \t\r\n");
  bool const markup = first != std::string::npos && front[first] == '<';
  bool const page = contains(front, "<html") || contains(front, "<table") || contains(front, "</td>")
                    || contains(front, "<div") || contains(front, "<!doctype html");
  return markup && page ? Kind{DocumentFormat::html, "HTML"} : Kind{DocumentFormat::text, ""};
}

Kind kind_of_container(std::string_view bytes) {
  switch (kind_of_ole(bytes)) {
  case OleKind::encrypted: return {DocumentFormat::encrypted, ""};
  case OleKind::document: return {DocumentFormat::doc, "DOC"};
  case OleKind::workbook: break;
  }
  constexpr std::string_view slides("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0", 28);
  return contains(bytes, slides) ? Kind{DocumentFormat::other, "PPT"} : Kind{DocumentFormat::xls, "XLS"};
}

bool is_open_document(WorkbookPackage& package) {
  return package.has("content.xml") && package.has("META-INF/manifest.xml");
}

Kind kind_of_archive(std::string_view bytes, ArchiveOpener open_archive) {
  std::unique_ptr<Archive> archive = open_archive == nullptr ? nullptr : open_archive(bytes);
  if (open_archive == nullptr || (archive && archive->read("", 0).failure == Archive::Failure::unavailable)) {
    return {DocumentFormat::other, "ZIP", Trouble::no_library};
  }
  if (!archive) {
    return {DocumentFormat::other, "ZIP", Trouble::damaged};
  }
  WorkbookPackage package(std::move(archive), bytes.size(), without_depth({}));
  std::string const part = find_workbook_part(package);
  std::string_view const kind = kind_of_package(package, part);
  if (kind == "DOCX") {
    return {DocumentFormat::docx, kind};
  }
  if (kind == "XLSB") {
    return {DocumentFormat::xls, kind};
  }
  if (is_open_document(package)) {
    std::string const type = package.read("mimetype").bytes;
    bool const readable = type.empty() || contains(type, "spreadsheet") || contains(type, "text");
    return {readable ? DocumentFormat::ods : DocumentFormat::other, "OpenDocument"};
  }
  if (kind.empty() && !part.empty() && is_spreadsheet_part(part)) {
    return {DocumentFormat::xlsx, "XLSX"};
  }
  return {DocumentFormat::other, kind.empty() ? "ZIP" : kind};
}

} // namespace

Kind kind_of_document(std::string_view bytes, ArchiveOpener open_archive) {
  switch (Signature const signature = signature_of(bytes)) {
  case Signature::text: return kind_of_text(bytes);
  case Signature::html:
  case Signature::xml: return kind_of_markup(bytes, signature);
  case Signature::zip: return kind_of_archive(bytes, open_archive);
  case Signature::ole: return kind_of_container(bytes);
  case Signature::pdf: return {DocumentFormat::pdf, "PDF"};
  case Signature::rtf: return {DocumentFormat::doc, "RTF"};
  case Signature::image:
  case Signature::compressed: return {DocumentFormat::other, name(signature)};
  }
  return {DocumentFormat::other, ""};
}

DocumentFormat detect_document_format(std::string_view bytes, ArchiveOpener open_archive) {
  return kind_of_document(bytes, open_archive).format;
}

} // namespace jixiao::ingest::documents
