#pragma once
#include <string_view>
#include <vector>

namespace jixiao::lowering {

/// The parts of a cell that a semicolon or an enumeration comma (U+3001) separates, trimmed; an empty one at
/// the end is none.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view text);

} // namespace jixiao::lowering
