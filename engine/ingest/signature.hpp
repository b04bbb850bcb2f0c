#pragma once
#include <cstdint>
#include <string_view>

namespace jixiao::ingest {

/// What the first bytes of a file show.
enum class Signature : std::uint8_t {
  text, ///< nothing else: text, or bytes of no known kind
  zip,  ///< also an empty archive
  ole,  ///< .xls, .doc and encrypted workbooks
  pdf,
  rtf,
  html, ///< what many systems export as .xls
  xml,
  image,
  compressed, ///< gzip, 7z, rar: archives that are no workbooks
};

[[nodiscard]] Signature signature_of(std::string_view first_bytes);

/// "PDF", "HTML", ...: for findings; empty for text, zip and ole.
[[nodiscard]] std::string_view name(Signature signature);

} // namespace jixiao::ingest
