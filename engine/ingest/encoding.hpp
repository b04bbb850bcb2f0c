#pragma once
#include <cstdint>
#include <string_view>

namespace jixiao::ingest {

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, gb18030, unknown };

/// "UTF-8", "UTF-16LE", ...: for findings.
[[nodiscard]] std::string_view name(Encoding encoding);

struct Start {
  Encoding encoding = Encoding::utf8; ///< utf8 also for plain ASCII: what follows may still decide otherwise
  std::size_t mark = 0;               ///< bytes of the byte order mark
};

/// What the beginning of a file says about it: its mark, or the zeros of UTF-16 without one.
[[nodiscard]] Start encoding_of_start(std::string_view bytes);

/// The encoding of a stretch that is no well-formed UTF-8: damaged UTF-8, GB18030 or neither.
[[nodiscard]] Encoding encoding_of_odd_bytes(std::string_view bytes);

} // namespace jixiao::ingest
