#pragma once
// Finds the hint words inside an indicator's name. Private to this folder.
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jixiao::vocabulary {

/// A list of `name_hints` in lexicon.yaml and the hint that its words give.
struct HintList {
  std::string_view name;
  bool NameHints::*hint;
};
[[nodiscard]] std::span<HintList const> hint_lists();

/// Reads a name from left to right and takes the longest known word at each place, so that a word without
/// hints (the `except` list) hides the shorter hint word at its end.
class NameHintTable {
public:
  /// Adds the hints of `word`; a word in several lists has the hints of all.
  void add(std::string_view word, NameHints const& hints);
  [[nodiscard]] NameHints find(std::string_view name) const;

private:
  struct Entry {
    std::string text;
    NameHints hints;
  };
  std::unordered_map<std::uint32_t, std::vector<Entry>> by_first_; ///< longest word first
};

} // namespace jixiao::vocabulary
