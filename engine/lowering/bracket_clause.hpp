#pragma once
// A bracket that says a number of its own: 100 (50 of them women) is 100, 50 of them women; 10 shows (at
// least 1000 visitors) is 10 shows, at least 1000 visitors.
#include "engine/lowering/cell.hpp"

#include <string>
#include <string_view>

namespace jixiao::lowering {

struct BracketClauses {
  std::string text; ///< with such brackets as clauses: as many bytes, so that spans still fit; else empty
  std::string asks; ///< what a bracket asks that is no clause by itself, for words go on behind it
};

/// The brackets of `text`, from which `cell` was read. A number with a relation and a unit is one more thing
/// where the unit is another one: of the same unit it says something about the number outside, as in 95 %
/// (tolerance at most 5 %).
[[nodiscard]] BracketClauses find_bracket_clauses(std::string_view text, grammar::Role role, Cell const& cell,
                                                  grammar::CellParser const& parser,
                                                  vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
