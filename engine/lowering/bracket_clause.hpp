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

/// The brackets of `text`, from which `cell` was read. A number with a unit of its own and a relation is
/// asked for, too; in an answer only where the unit is another one: 95 % (more than the 90 % of last year) is
/// 95 %.
[[nodiscard]] BracketClauses find_bracket_clauses(std::string_view text, grammar::Role role, Cell const& cell,
                                                  grammar::CellParser const& parser,
                                                  vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
