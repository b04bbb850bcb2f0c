#pragma once
// Sixty-four bytes at a time: which of them are interesting. Two instructions a byte would already cost more
// than everything else that reading a table does.
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace jixiao::ingest {

inline constexpr std::size_t mask_width = 64;

/// Bit i is set when `bytes[i]` is `first`, `second` or `third`. Reads `mask_width` bytes.
inline std::uint64_t mask_of(char const* bytes, char first, char second, char third) {
#if defined(__SSE2__)
  __m128i const a = _mm_set1_epi8(first);
  __m128i const b = _mm_set1_epi8(second);
  __m128i const c = _mm_set1_epi8(third);
  auto const look = [&](unsigned part) {
    __m128i const x = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + 16 * part));
    __m128i const hit =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(x, a), _mm_cmpeq_epi8(x, b)), _mm_cmpeq_epi8(x, c));
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(hit)));
  };
  return look(0) | look(1) << 16 | look(2) << 32 | look(3) << 48;
#else
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < mask_width; ++i) {
    bool const hit = bytes[i] == first || bytes[i] == second || bytes[i] == third;
    mask |= static_cast<std::uint64_t>(hit) << i;
  }
  return mask;
#endif
}

} // namespace jixiao::ingest
