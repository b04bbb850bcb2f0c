#pragma once
// Words as keys: without blanks, full-width forms folded. Private to this folder.
#include "grammar/text.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jixiao::vocabulary {

[[nodiscard]] inline std::string word_key(std::string_view text) {
  return grammar::without_blanks(grammar::fold_width(text));
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
  if (found == map.end()) {
    found = map.find(word_key(text));
  }
  return found == map.end() ? nullptr : &found->second;
}

} // namespace jixiao::vocabulary
