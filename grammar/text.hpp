#pragma once
// UTF-8 as this house reads it: validated once at the door, parsed as bytes, counted in characters when
// shown.
#include "grammar/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace jixiao::grammar {

/// True when `text` is well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);

/// `text` with each byte that is not part of well-formed UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// Number of characters (code points) in well-formed `text`.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Number of characters before byte `offset` of `text`; 0-based, so it is also the position of that
/// character.
[[nodiscard]] std::size_t character_offset(std::string_view text, std::size_t offset);

/// Length in bytes of the blank that `text` begins with: ASCII blanks, tabs and line breaks, U+00A0, U+3000,
/// U+2000..U+200B, U+FEFF; 0 when it begins with something else.
[[nodiscard]] std::size_t blank_length(std::string_view text);

/// `text` without the blanks at both ends. A view into `text`.
[[nodiscard]] std::string_view trim(std::string_view text);

/// `text` without any blank. For labels and headers, where people break lines inside words.
[[nodiscard]] std::string without_blanks(std::string_view text);

/// Full-width letters, digits and punctuation as their ASCII forms (U+FF01..U+FF5E), U+3000 as a blank.
/// Used for keys and comparisons only: it moves bytes, so spans no longer fit.
[[nodiscard]] std::string fold_width(std::string_view text);

} // namespace jixiao::grammar
