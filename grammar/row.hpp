#pragma once
// An indicator row in one line, as people write it in a notice or in a test of a rule pack:
//   level1 | level2 | name | relation | target | unit | weight | direction
#include "grammar/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::grammar {

struct RowField {
  std::string text; ///< trimmed
  ByteSpan span;
};

/// The fields of `line` between `|` (or tabs), trimmed, in order. An empty line gives one empty field.
[[nodiscard]] std::vector<RowField> split_row(std::string_view line);

} // namespace jixiao::grammar
