#pragma once
// Words as keys: without blanks, full-width forms folded. Private to this folder.
#include "grammar/text.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jixiao::vocabulary {

/// False when no byte of `text` can belong to a blank or a full-width form: nearly every word.
[[nodiscard]] inline bool may_need_folding(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte <= 0x20u || byte == 0xC2u || byte == 0xE2u || byte == 0xEFu) {
      return true;
    }
    if (byte == 0xE3u && text.substr(i, 3) == "\xE3\x80\x80") { // U+3000
      return true;
    }
  }
  return false;
}

[[nodiscard]] inline std::string word_key(std::string_view text) {
  return may_need_folding(text) ? grammar::without_blanks(grammar::fold_width(text)) : std::string(text);
}

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

template <class T>
using WordMap = std::unordered_map<std::string, T, WordHash, std::equal_to<>>;

/// The value under `text`, or nullptr. Most cells are written as the key is, so they are looked up before
/// anything is folded.
template <class T>
[[nodiscard]] T const* find_word(WordMap<T> const& map, std::string_view text) {
  auto found = map.find(text);
  if (found == map.end() && may_need_folding(text)) {
    found = map.find(word_key(text));
  }
  return found == map.end() ? nullptr : &found->second;
}

} // namespace jixiao::vocabulary
