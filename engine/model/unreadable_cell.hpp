#pragma once
// The text of a cell that could not be read.
#include <string_view>

namespace jixiao::model {

/// What stands for a cell that holds something nobody can read (too long to keep, an error value, a formula
/// without its result): U+FFFD, which is no blank, number, word or name.
inline constexpr std::string_view unreadable_cell = "\xEF\xBF\xBD";

/// The text that a cell says: nothing when it could not be read, which is nobody's answer.
[[nodiscard]] inline std::string_view said_text(std::string_view cell) {
  return cell == unreadable_cell ? std::string_view() : cell;
}

} // namespace jixiao::model
