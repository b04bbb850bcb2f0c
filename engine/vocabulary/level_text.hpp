#pragma once
// A level as forms print it: with a number in front and brackets behind, perhaps with the points of its rows.
#include <string_view>

namespace jixiao::vocabulary {

struct LevelText {
  std::string_view whole;   ///< without the number in front
  std::string_view name;    ///< the same without the brackets at its end
  std::string_view bracket; ///< what stood in them
};

[[nodiscard]] LevelText level_text(std::string_view text);

} // namespace jixiao::vocabulary
