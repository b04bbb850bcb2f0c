#pragma once
#include "engine/ingest/documents/read_document.hpp"

#include <string_view>

namespace jixiao::ingest::documents {

/// Why an archive says nothing about what it holds.
enum class Trouble : std::uint8_t { none, no_library, damaged };

struct Kind {
  DocumentFormat format = DocumentFormat::text;
  std::string_view name; ///< "PPTX", "GZIP/7Z/RAR", ...: for findings; lives as long as the program
  Trouble trouble = Trouble::none;
};

[[nodiscard]] Kind kind_of_document(std::string_view bytes, ArchiveOpener open_archive);

} // namespace jixiao::ingest::documents
