#pragma once
// The text of a header cell taken apart.
#include <string>
#include <string_view>

namespace jixiao::ingest {

struct HeadText {
  std::string whole;   ///< without blanks and line breaks
  std::string name;    ///< the same without the brackets at its end
  std::string bracket; ///< what stood in them, behind a colon if there is one; empty when there are none
};

[[nodiscard]] HeadText split_head(std::string_view text);

/// What follows the last colon, ASCII or full-width; all of `text` when there is none.
[[nodiscard]] std::string_view behind_colon(std::string_view text);

} // namespace jixiao::ingest
