#pragma once
// A part of an archive as a tree, or a finding that says why not. Included by .cpp files only: pugixml stays
// inside.
#include "engine/ingest/detail/xml.hpp"
#include "engine/ingest/documents/document_builder.hpp"
#include "engine/ingest/workbook_package.hpp"

#include <string>
#include <string_view>

namespace jixiao::ingest::documents {

/// Elements inside each other that a document may have: a table in a text box in a table takes about forty.
inline constexpr std::uint32_t most_depth = 256;

/// Limits under which a package gives parts as large as may be; their depth is checked here.
[[nodiscard]] inline IngestLimits without_depth(IngestLimits limits) {
  limits.xml_depth = 0xFFFFFFFF;
  return limits;
}

struct XmlPart {
  std::string bytes; ///< the tree points into them
  pugi::xml_document document;

  /// False when the part could not be read; says why unless it may be `missing`.
  bool load(WorkbookPackage& package, std::string_view name, DocumentBuilder& builder,
            bool may_be_missing = false);
};

/// Says why a part could not be read.
void note_failure(Archive::Failure failure, std::string_view part, DocumentBuilder& builder);

} // namespace jixiao::ingest::documents
