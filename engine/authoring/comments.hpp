#pragma once
// Comments of a YAML text, which its tree does not hold.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::authoring {

struct Comment {
  std::uint32_t line = 0; ///< 1-based
  bool alone = false;     ///< nothing else stands on the line
  bool indented = false;  ///< alone, and not in the first column
  std::string text;       ///< from '#' on, without blanks behind it

  [[nodiscard]] bool operator==(Comment const& other) const { return text == other.text; }
};

/// All comments of a text that parse_yaml accepts, top to bottom.
[[nodiscard]] std::vector<Comment> find_comments(std::string_view text);

} // namespace jixiao::authoring
