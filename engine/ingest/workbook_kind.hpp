#pragma once
// Files of other programs that come under the name of a workbook.
#include "engine/ingest/workbook_package.hpp"

#include <string_view>

namespace jixiao::ingest {

/// What is in a container of the old office programs.
enum class OleKind : std::uint8_t { workbook, document, encrypted };

[[nodiscard]] OleKind kind_of_ole(std::string_view bytes);

/// "DOCX", "ODS", ...; empty when the archive is none of them. `main_part` is the part that its relationships
/// name, or empty.
[[nodiscard]] std::string_view kind_of_package(WorkbookPackage const& package, std::string_view main_part);

/// True for the main part of a workbook in XML.
[[nodiscard]] bool is_spreadsheet_part(std::string_view part);

} // namespace jixiao::ingest
