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

/// All words of the lists that a name holds, wherever they stand and however they overlap. A word of the
/// `except` list hides the words inside it.
class NameHintTable {
public:
  /// Adds the hints of `word`; a word in several lists has the hints of all.
  void add(std::string_view word, NameHints const& hints);
  /// From now on `word` hides the words inside it, and gives only its own hints.
  void hide(std::string_view word);
  [[nodiscard]] NameHints find(std::string_view name) const;

private:
  struct Entry {
    std::string text;
    NameHints hints;
    bool hides = false;
  };
  Entry& entry(std::string_view word);

  std::unordered_map<std::uint32_t, std::vector<Entry>> by_first_; ///< longest word first
};

} // namespace jixiao::vocabulary
