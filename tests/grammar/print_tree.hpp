#pragma once
// Writes a tree back as the plainest text that means it.
#include "grammar/cell.hpp"

#include <string>
#include <string_view>

namespace jixiao::test {

/// `text` is what `tree` was read from: prose and status words are taken from there.
[[nodiscard]] std::string print(grammar::CellTree const& tree, std::string_view text);

} // namespace jixiao::test
