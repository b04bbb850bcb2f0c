#pragma once
// A level as forms print it: with a number in front and the points of its rows behind.
#include <string_view>

namespace jixiao::vocabulary {

struct LevelText {
  std::string_view name;
  bool points = false; ///< brackets with a number stood behind it
};

[[nodiscard]] LevelText level_text(std::string_view text);

} // namespace jixiao::vocabulary
