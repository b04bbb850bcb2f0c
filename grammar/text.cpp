#include "grammar/text.hpp"

#include "grammar/detail/character.hpp"

namespace jixiao::grammar {

namespace {

using detail::Cursor;

/// Length of the well-formed character at `at`; 0 when the bytes there are not well-formed.
std::size_t well_formed(Cursor at, Cursor end) {
  std::uint8_t const lead = detail::byte_at(at);
  if (lead < 0x80) {
    return 1;
  }
  std::size_t const length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || static_cast<std::size_t>(end - at) < length) {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if ((detail::byte_at(at + i) & 0xC0U) != 0x80U) {
      return 0;
    }
  }
  std::uint8_t const second = detail::byte_at(at + 1);
  bool const overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  bool const surrogate = lead == 0xED && second >= 0xA0;
  bool const too_large = lead == 0xF4 && second >= 0x90;
  return overlong || surrogate || too_large ? 0 : length;
}

} // namespace

bool is_utf8(std::string_view text) {
  Cursor const end = text.data() + text.size();
  for (Cursor at = text.data(); at != end;) {
    std::size_t const length = well_formed(at, end);
    if (length == 0) {
      return false;
    }
    at += length;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  Cursor const end = text.data() + text.size();
  for (Cursor at = text.data(); at != end;) {
    if (std::size_t const length = well_formed(at, end)) {
      result.append(at, length);
      at += length;
    } else {
      result += "\xEF\xBF\xBD";
      ++at;
    }
  }
  return result;
}

std::size_t count_characters(std::string_view text) {
  return character_offset(text, text.size());
}

std::size_t character_offset(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    count += (static_cast<std::uint8_t>(text[i]) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return count;
}

std::size_t blank_length(std::string_view text) {
  Cursor const end = text.data() + text.size();
  return static_cast<std::size_t>(detail::skip_blanks(text.data(), end) - text.data());
}

std::string_view trim(std::string_view text) {
  text.remove_prefix(blank_length(text));
  // From the back, one character at a time: a blank is at most three bytes.
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<std::uint8_t>(text[start]) & 0xC0U) == 0x80U) {
      --start;
    }
    if (detail::blank_at(text.data() + start, text.data() + text.size()) != text.size() - start) {
      break;
    }
    text.remove_suffix(text.size() - start);
  }
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  Cursor const end = text.data() + text.size();
  for (Cursor at = text.data(); at != end;) {
    if (std::size_t const blank = detail::blank_at(at, end)) {
      at += blank;
    } else {
      result += *at++;
    }
  }
  return result;
}

std::string fold_width(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::string_view const three = text.substr(i, 3);
    if (three.size() == 3 && three[0] == '\xEF' && (three[1] == '\xBC' || three[1] == '\xBD')) {
      std::uint32_t const character = detail::code_point(three.data());
      if (character >= 0xFF01 && character <= 0xFF5E) {
        result += static_cast<char>(character - 0xFEE0U);
        i += 3;
        continue;
      }
    }
    if (three == "\xE3\x80\x80") {
      result += ' ';
      i += 3;
    } else {
      result += text[i++];
    }
  }
  return result;
}

} // namespace jixiao::grammar
