#include "engine/ingest/utf8_scan.hpp"

#include "engine/ingest/byte_masks.hpp"

#include <cstdint>

namespace jixiao::ingest {

namespace {

std::uint8_t byte(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

bool is_continuation(std::uint8_t value) {
  return (value & 0xC0) == 0x80;
}

/// Bytes that a character beginning with `lead` has; 0 when nothing begins so.
std::size_t length_of_lead(std::uint8_t lead) {
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2) {
    return 0;
  }
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

/// True when the second byte keeps the character from being overlong, a surrogate or above U+10FFFF.
bool second_fits(std::uint8_t lead, std::uint8_t second) {
  switch (lead) {
  case 0xE0: return second >= 0xA0;
  case 0xED: return second < 0xA0;
  case 0xF0: return second >= 0x90;
  case 0xF4: return second < 0x90;
  default: return true;
  }
}

/// True when `text` may be the front of a well-formed character, cut off by its end.
bool is_cut_off(std::string_view text) {
  if (text.empty() || text.size() >= length_of_lead(byte(text, 0))) {
    return false;
  }
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_continuation(byte(text, i))) {
      return false;
    }
  }
  return text.size() < 2 || second_fits(byte(text, 0), byte(text, 1));
}

#if defined(__SSE2__)
struct BlockMasks {
  std::uint64_t high = 0;         ///< beyond ASCII
  std::uint64_t continuation = 0; ///< 80..BF
  std::uint64_t three = 0;        ///< E0..FF
  bool special = false;           ///< has a lead whose second byte is restricted, or an impossible one
  bool nul = false;
};

BlockMasks masks_of(char const* bytes) {
  BlockMasks result;
  __m128i special = _mm_setzero_si128();
  __m128i nul = _mm_setzero_si128();
  for (unsigned part = 0; part < 4; ++part) {
    __m128i const x = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + 16 * part));
    auto const put = [part](__m128i hit) {
      return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(hit))) << (16 * part);
    };
    // As signed numbers: 80..BF is -128..-65, C0..DF is -64..-33, E0..EF is -32..-17, F0..FF is -16..-1.
    __m128i const lead3 = _mm_cmpgt_epi8(x, _mm_set1_epi8(-33));
    result.high |= put(x);
    result.continuation |= put(_mm_cmplt_epi8(x, _mm_set1_epi8(-64)));
    result.three |= put(_mm_and_si128(lead3, x));
    __m128i const four = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8(-17)), x);
    __m128i const e0 = _mm_cmpeq_epi8(x, _mm_set1_epi8(static_cast<char>(0xE0)));
    __m128i const ed = _mm_cmpeq_epi8(x, _mm_set1_epi8(static_cast<char>(0xED)));
    __m128i const c0 = _mm_cmpeq_epi8(_mm_and_si128(x, _mm_set1_epi8(static_cast<char>(0xFE))),
                                      _mm_set1_epi8(static_cast<char>(0xC0)));
    special = _mm_or_si128(special, _mm_or_si128(_mm_or_si128(four, e0), _mm_or_si128(ed, c0)));
    nul = _mm_or_si128(nul, _mm_cmpeq_epi8(x, _mm_setzero_si128()));
  }
  result.special = _mm_movemask_epi8(special) != 0;
  result.nul = _mm_movemask_epi8(nul) != 0;
  return result;
}
#endif

} // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  std::size_t const length = length_of_lead(byte(text, 0));
  if (length <= 1) {
    return length;
  }
  if (length > text.size() || !second_fits(byte(text, 0), byte(text, 1))) {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte(text, i))) {
      return 0;
    }
  }
  return length;
}

Utf8Scan scan_utf8(std::string_view text) {
  Utf8Scan result;
  std::size_t at = 0; // always the beginning of a character
  while (at < text.size()) {
#if defined(__SSE2__)
    if (text.size() - at >= mask_width) {
      BlockMasks const masks = masks_of(text.data() + at);
      std::uint64_t const lead = masks.high & ~masks.continuation;
      std::uint64_t const expected = (lead << 1) | (masks.three << 2);
      if (!masks.special && expected == masks.continuation) {
        result.multibyte = result.multibyte || masks.high != 0;
        result.nul = result.nul || masks.nul;
        // A character that crosses the end of the block is looked at again with the next one.
        std::size_t const cut = (lead >> 63) != 0 ? 1 : (masks.three >> 62 & 1) != 0 ? 2 : 0;
        at += mask_width - cut;
        continue;
      }
    }
#endif
    // An odd block: character by character to its end, then whole blocks again.
    std::size_t const stop = at + mask_width;
    for (; at < stop && at < text.size();) {
      std::size_t const length = utf8_length(text.substr(at, 4));
      if (length == 0) {
        result.valid = at;
        result.truncated = is_cut_off(text.substr(at));
        return result;
      }
      result.multibyte = result.multibyte || length > 1;
      result.nul = result.nul || text[at] == '\0';
      at += length;
    }
  }
  result.valid = at;
  return result;
}

} // namespace jixiao::ingest
