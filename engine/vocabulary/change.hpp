#pragma once
// Whether the words of a cell speak of a change: how much more, or how much less.
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <string_view>

namespace jixiao::vocabulary {

enum class Trend : std::uint8_t { none, rise, fall };

struct Change {
  Trend trend = Trend::none;
  std::string_view word; ///< that says it; lives as long as the vocabulary
};

/// Of "raised to", "cut to" and the like, wherever they stand in `cell`; none without one, or of both.
[[nodiscard]] Trend trend_reached(Vocabulary const& vocabulary, std::string_view cell);

/// The change that a cell asks for or reports. None when it says both, or where a thing stands ("reduced
/// to").
[[nodiscard]] Change find_change(Vocabulary const& vocabulary, std::string_view cell);

/// Takes a word off `text` that says where a change began ("from").
[[nodiscard]] bool take_start(Vocabulary const& vocabulary, std::string_view& text);

/// Takes a verb off `text` that says what was reached ("raised to"), and says where it leads; none without
/// one.
[[nodiscard]] Trend take_changed_to(Vocabulary const& vocabulary, std::string_view& text);

/// Nothing, or a word that may stand behind the number reached ("and more").
[[nodiscard]] bool is_bound(Vocabulary const& vocabulary, std::string_view text);

/// One rises and the other falls.
[[nodiscard]] inline bool opposite(Trend left, Trend right) {
  return left != right && left != Trend::none && right != Trend::none;
}

} // namespace jixiao::vocabulary
