#pragma once
// Characters of well-formed UTF-8 as the cell grammar needs them: blanks, digits, dashes and punctuation.
// Words are never named here; they come from the Lexicon.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jixiao::grammar::detail {

/// One iterator type for everything that reads bytes.
using Cursor = char const*;

[[nodiscard]] inline std::uint8_t byte_at(Cursor at) {
  return static_cast<std::uint8_t>(*at);
}

/// Bytes of the character that begins with `*at`.
[[nodiscard]] inline std::size_t character_length(Cursor at) {
  std::uint8_t const lead = byte_at(at);
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Code point at `at` when it has at most three bytes, else U+FFFD (nothing above is ever asked for).
[[nodiscard]] inline std::uint32_t code_point(Cursor at) {
  std::uint8_t const lead = byte_at(at);
  if (lead < 0x80) {
    return lead;
  }
  if (lead < 0xE0) {
    return ((lead & 0x1FU) << 6U) | (byte_at(at + 1) & 0x3FU);
  }
  if (lead < 0xF0) {
    return ((lead & 0x0FU) << 12U) | ((byte_at(at + 1) & 0x3FU) << 6U) | (byte_at(at + 2) & 0x3FU);
  }
  return 0xFFFD;
}

/// Length of the blank at `at`, 0 when something else or the end stands there.
[[nodiscard]] inline std::size_t blank_at(Cursor at, Cursor end) {
  if (at == end) {
    return 0;
  }
  std::uint8_t const lead = byte_at(at);
  if (lead <= 0x20) {
    return lead == ' ' || (lead >= 0x09 && lead <= 0x0D) ? 1 : 0;
  }
  if (lead == 0xC2) {
    return end - at >= 2 && byte_at(at + 1) == 0xA0 ? 2 : 0;
  }
  if ((lead != 0xE2 && lead != 0xE3 && lead != 0xEF) || end - at < 3) {
    return 0;
  }
  std::uint8_t const second = byte_at(at + 1);
  std::uint8_t const third = byte_at(at + 2);
  bool const blank = (lead == 0xE2 && second == 0x80 && third >= 0x80 && third <= 0x8B)
                     || (lead == 0xE3 && second == 0x80 && third == 0x80)
                     || (lead == 0xEF && second == 0xBB && third == 0xBF);
  return blank ? 3 : 0;
}

[[nodiscard]] inline Cursor skip_blanks(Cursor at, Cursor end) {
  for (std::size_t length = blank_at(at, end); length != 0; length = blank_at(at, end)) {
    at += length;
  }
  return at;
}

/// A character given in ASCII and, for people who type with a Chinese keyboard, in its full-width form.
/// Length of the match, 0 when it is something else.
[[nodiscard]] inline std::size_t either_width(Cursor at, Cursor end, char ascii) {
  if (at == end) {
    return 0;
  }
  if (*at == ascii) {
    return 1;
  }
  return byte_at(at) == 0xEF && end - at >= 3 && code_point(at) == 0xFEE0U + static_cast<std::uint8_t>(ascii)
             ? 3
             : 0;
}

struct DigitHit {
  std::uint8_t value = 0;
  std::uint8_t length = 0; ///< 0: no digit
};

/// ASCII or full-width digit.
[[nodiscard]] inline DigitHit digit_at(Cursor at, Cursor end) {
  if (at == end) {
    return {};
  }
  if (*at >= '0' && *at <= '9') {
    return {static_cast<std::uint8_t>(*at - '0'), 1};
  }
  if (byte_at(at) == 0xEF && end - at >= 3 && byte_at(at + 1) == 0xBC && byte_at(at + 2) >= 0x90
      && byte_at(at + 2) <= 0x99) {
    return {static_cast<std::uint8_t>(byte_at(at + 2) - 0x90), 3};
  }
  return {};
}

[[nodiscard]] inline bool is_ascii_letter(Cursor at, Cursor end) {
  return at != end && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z'));
}

/// Length of a hyphen, dash, tilde or minus; they join the ends of a range and stand for "negative".
[[nodiscard]] std::size_t dash_at(Cursor at, Cursor end);
/// Length of a tilde alone (never a minus).
[[nodiscard]] std::size_t tilde_at(Cursor at, Cursor end);
/// Length of a multiplication sign, also a letter x between digits is left to the caller.
[[nodiscard]] std::size_t times_at(Cursor at, Cursor end);

/// What a punctuation mark does to a cell.
enum class MarkKind : std::uint8_t {
  none,     ///< not a punctuation mark
  sentence, ///< full stop, semicolon, line break: ends a sentence
  clause,   ///< comma: ends a clause
  list,     ///< enumeration comma
  open,     ///< quotes, brackets, book marks: what stands inside is a name or a remark
  close,
  other
};

struct MarkHit {
  MarkKind kind = MarkKind::none;
  std::uint8_t length = 0;
  std::uint32_t code_point = 0;
};

[[nodiscard]] MarkHit mark_at(Cursor at, Cursor end);
/// The mark that closes `open`; 0 when it opens nothing.
[[nodiscard]] std::uint32_t closer_of(std::uint32_t open);

} // namespace jixiao::grammar::detail
