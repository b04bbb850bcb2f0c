#pragma once
// A tree in one line, for tables of cases:
//   quantity at_least 95 %      range [20,100) x     date at_most ..2023-12-31    compound { ... | ... }
// Flags and notes stand behind: ~ (approximate), each, total, condition, no_event, external, !note.
#include "grammar/cell.hpp"

#include <string>

namespace jixiao::test {

[[nodiscard]] std::string describe(grammar::CellTree const& tree);
[[nodiscard]] std::string name_of(grammar::CellKind kind);
[[nodiscard]] std::string name_of(grammar::Relation relation);
/// The tokens as `number:95 unit:%`.
[[nodiscard]] std::string describe_tokens(grammar::CellTree const& tree, std::string_view text);

/// The parser with the words of the program.
[[nodiscard]] grammar::CellParser const& cell_parser();

} // namespace jixiao::test
