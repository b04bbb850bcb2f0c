#include "engine/ingest/workbook_kind.hpp"

#include <string>

namespace jixiao::ingest {

namespace {

/// Names in such a container are UTF-16.
std::string widened(std::string_view ascii) {
  std::string result;
  for (char const c : ascii) {
    result += c;
    result += '\0';
  }
  return result;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

} // namespace

OleKind kind_of_ole(std::string_view bytes) {
  auto const names = [bytes](std::string_view name) {
    return bytes.find(widened(name)) != std::string_view::npos;
  };
  if (names("EncryptedPackage")) {
    return OleKind::encrypted;
  }
  return names("WordDocument") ? OleKind::document : OleKind::workbook;
}

std::string_view kind_of_package(WorkbookPackage const& package, std::string_view main_part) {
  if (ends_with(main_part, "document.xml") || package.has("word/document.xml")) {
    return "DOCX";
  }
  if (ends_with(main_part, "presentation.xml") || package.has("ppt/presentation.xml")) {
    return "PPTX";
  }
  if (ends_with(main_part, ".bin") || package.has("xl/workbook.bin")) {
    return "XLSB";
  }
  return package.has("content.xml") ? "ODS/ODT" : package.has("OFD.xml") ? "OFD" : "";
}

bool is_spreadsheet_part(std::string_view part) {
  return ends_with(part, ".xml") && !ends_with(part, "document.xml") && !ends_with(part, "presentation.xml");
}

} // namespace jixiao::ingest
