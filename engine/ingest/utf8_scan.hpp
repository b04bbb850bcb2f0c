#pragma once
#include <cstddef>
#include <string_view>

namespace jixiao::ingest {

struct Utf8Scan {
  std::size_t valid = 0;  ///< length of the longest well-formed prefix, whole characters only
  bool multibyte = false; ///< the prefix has a character beyond ASCII
  bool nul = false;       ///< the prefix has a NUL
  bool truncated = false; ///< what follows the prefix is the beginning of a character cut off by the end
};

/// Checks `text` for well-formed UTF-8. Much faster than grammar::is_utf8 on long texts.
[[nodiscard]] Utf8Scan scan_utf8(std::string_view text);

/// Length of the well-formed character that `text` begins with; 0 when there is none.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

} // namespace jixiao::ingest
