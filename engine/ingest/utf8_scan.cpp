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
/// What 64 bytes are. `special`: has a lead other than E1..EC, EE and EF. Those are the leads of Chinese, and
/// any two bytes 80..BF may follow them; the others are rare, or restrict what follows.
struct BlockMasks {
  std::uint64_t high = 0;         ///< beyond ASCII
  std::uint64_t continuation = 0; ///< 80..BF
  bool special = false;
  bool nul = false;
};

BlockMasks masks_of(char const* bytes) {
  std::uint64_t high[4];
  std::uint64_t continuation[4];
  __m128i special = _mm_setzero_si128();
  __m128i lowest = _mm_set1_epi8(static_cast<char>(0xFF));
  auto const look = [&](unsigned part) {
    // As signed numbers: 80..BF is -128..-65, C0..E0 is -64..-32, F0..FF is -16..-1.
    __m128i const x = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + 16 * part));
    high[part] = static_cast<std::uint32_t>(_mm_movemask_epi8(x));
    __m128i const follows = _mm_cmplt_epi8(x, _mm_set1_epi8(-64));
    continuation[part] = static_cast<std::uint32_t>(_mm_movemask_epi8(follows));
    __m128i const short_lead = _mm_andnot_si128(follows, _mm_cmplt_epi8(x, _mm_set1_epi8(-31)));
    __m128i const long_lead = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8(-17)), x);
    __m128i const surrogate = _mm_cmpeq_epi8(x, _mm_set1_epi8(static_cast<char>(0xED)));
    special = _mm_or_si128(special, _mm_or_si128(_mm_or_si128(short_lead, long_lead), surrogate));
    lowest = _mm_min_epu8(lowest, x);
  };
  look(0);
  look(1);
  look(2);
  look(3);
  BlockMasks result;
  result.high = high[0] | high[1] << 16 | high[2] << 32 | high[3] << 48;
  result.continuation =
      continuation[0] | continuation[1] << 16 | continuation[2] << 32 | continuation[3] << 48;
  result.special = _mm_movemask_epi8(special) != 0;
  result.nul = _mm_movemask_epi8(_mm_cmpeq_epi8(lowest, _mm_setzero_si128())) != 0;
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
      std::uint64_t const expected = (lead << 1) | (lead << 2); // every character has three bytes
      if (!masks.special && expected == masks.continuation) {
        result.multibyte = result.multibyte || masks.high != 0;
        result.nul = result.nul || masks.nul;
        // A character that crosses the end of the block is looked at again with the next one.
        std::size_t const cut = (lead >> 63) != 0 ? 1 : (lead >> 62) != 0 ? 2 : 0;
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
