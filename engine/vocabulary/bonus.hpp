#pragma once
// What tables print that no pack applies: points beside the full marks, and the rules of rows.
#include "engine/vocabulary/vocabulary.hpp"

#include <string_view>

namespace jixiao::vocabulary {

/// True for the level, the name or the heading of such rows, whatever number stands in front of it and
/// whatever points behind.
[[nodiscard]] bool heads_bonus(Vocabulary const& vocabulary, std::string_view text);

/// True for the head of a column that prints the rule of each row.
[[nodiscard]] bool heads_rules(Vocabulary const& vocabulary, std::string_view head);

} // namespace jixiao::vocabulary
