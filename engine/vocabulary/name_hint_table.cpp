#include "engine/vocabulary/name_hint_table.hpp"

#include <algorithm>

namespace jixiao::vocabulary {
namespace {

std::size_t character_size(std::string_view text) {
  auto const byte = static_cast<unsigned char>(text.front());
  std::size_t const size = byte < 0x80u ? 1 : byte < 0xE0u ? 2 : byte < 0xF0u ? 3 : 4;
  return std::min(size, text.size());
}

std::uint32_t first_character(std::string_view text) {
  std::uint32_t bytes = 0;
  for (char const c : text.substr(0, character_size(text))) {
    bytes = (bytes << 8u) | static_cast<unsigned char>(c);
  }
  return bytes;
}

void merge(NameHints& into, NameHints const& from) {
  for (HintList const& list : hint_lists()) {
    into.*list.hint = into.*list.hint || from.*list.hint;
  }
}

} // namespace

std::span<HintList const> hint_lists() {
  static constexpr HintList lists[] = {
      {"deadline", &NameHints::deadline},
      {"lower_is_better", &NameHints::lower_is_better},
      {"money_is_gain", &NameHints::money_is_gain},
      {"money", &NameHints::money},
      {"deviation", &NameHints::deviation},
      {"satisfaction", &NameHints::satisfaction},
      {"ordinal", &NameHints::ordinal},
      {"percentage", &NameHints::percentage},
      {"higher_is_better", &NameHints::higher_is_better},
      {"no_effect", &NameHints::no_effect},
  };
  return lists;
}

void NameHintTable::add(std::string_view word, NameHints const& hints) {
  std::vector<Entry>& entries = by_first_[first_character(word)];
  auto const known =
      std::find_if(entries.begin(), entries.end(), [&](Entry const& entry) { return entry.text == word; });
  if (known != entries.end()) {
    merge(known->hints, hints);
    return;
  }
  auto const place = std::find_if(entries.begin(), entries.end(),
                                  [&](Entry const& entry) { return entry.text.size() < word.size(); });
  entries.insert(place, {std::string(word), hints});
}

NameHints NameHintTable::find(std::string_view name) const {
  NameHints result;
  while (!name.empty()) {
    std::size_t step = character_size(name);
    auto const candidates = by_first_.find(first_character(name));
    if (candidates != by_first_.end()) {
      for (Entry const& entry : candidates->second) {
        if (name.substr(0, entry.text.size()) == entry.text) {
          if (entry.hints.lower_is_better || entry.hints.higher_is_better) {
            // The head of a Chinese name stands last: of two words that disagree the later one counts.
            result.lower_is_better = false;
            result.higher_is_better = false;
          }
          merge(result, entry.hints);
          step = entry.text.size();
          break;
        }
      }
    }
    name.remove_prefix(step);
  }
  return result;
}

} // namespace jixiao::vocabulary
