#pragma once
// Where a piece of text stands inside its cell.
#include <cstdint>

namespace jixiao::grammar {

/// Half-open range of bytes [begin, end) of a UTF-8 text; both ends lie on character boundaries.
/// Turned into characters (code points) only when it is shown: see `character_offset` in text.hpp.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  friend constexpr bool operator==(ByteSpan, ByteSpan) = default;
};

} // namespace jixiao::grammar
