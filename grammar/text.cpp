#include "grammar/text.hpp"

namespace jixiao::grammar {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

/// What stands at the front of a text.
struct Character {
  char32_t code = 0;
  std::size_t size = 0; ///< 0: no well-formed character
};

constexpr bool continues(unsigned char byte) {
  return (byte & 0xC0u) == 0x80u;
}

Character front(std::string_view text) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.empty()) {
    return {};
  }
  unsigned char const lead = byte(0);
  if (lead < 0x80u) {
    return {lead, 1};
  }
  std::size_t const size = lead >= 0xF0u ? 4 : lead >= 0xE0u ? 3 : 2;
  if (lead < 0xC2u || lead > 0xF4u || text.size() < size) {
    return {};
  }
  char32_t code = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues(byte(i))) {
      return {};
    }
    code = (code << 6u) | (byte(i) & 0x3Fu);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  bool const surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < least[size] || surrogate || code > 0x10FFFF ? Character{} : Character{code, size};
}

constexpr bool is_blank(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x3000
         || (code >= 0x2000 && code <= 0x200B) || code == 0xFEFF;
}

} // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    std::size_t const size = front(text).size;
    if (size == 0) {
      return false;
    }
    text.remove_prefix(size);
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    std::size_t const size = front(text).size;
    result += size == 0 ? replacement : text.substr(0, size);
    text.remove_prefix(size == 0 ? 1 : size);
  }
  return result;
}

std::size_t count_characters(std::string_view text) {
  return character_offset(text, text.size());
}

std::size_t character_offset(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  for (char const c : text.substr(0, offset)) {
    count += continues(static_cast<unsigned char>(c)) ? 0 : 1;
  }
  return count;
}

std::size_t blank_length(std::string_view text) {
  Character const character = front(text);
  return character.size != 0 && is_blank(character.code) ? character.size : 0;
}

std::string_view trim(std::string_view text) {
  while (std::size_t const size = blank_length(text)) {
    text.remove_prefix(size);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && continues(static_cast<unsigned char>(text[last]))) {
      --last;
    }
    if (blank_length(text.substr(last)) != text.size() - last) {
      break;
    }
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    Character const character = front(text);
    std::size_t const size = character.size == 0 ? 1 : character.size;
    if (character.size == 0 || !is_blank(character.code)) {
      result += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  return result;
}

std::string fold_width(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    Character const character = front(text);
    std::size_t const size = character.size == 0 ? 1 : character.size;
    if (character.code >= 0xFF01 && character.code <= 0xFF5E) {
      result += static_cast<char>(character.code - 0xFF01 + '!');
    } else if (character.code == 0x3000) {
      result += ' ';
    } else {
      result += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  return result;
}

} // namespace jixiao::grammar
