#pragma once
// A bracket that says a number of its own: 100 (50 of them women) is 100, 50 of them women.
#include "engine/lowering/cell.hpp"

#include <string>
#include <string_view>

namespace jixiao::lowering {

/// `text` with such brackets as clauses: as many bytes, so that spans still fit. Empty when `cell`, read from
/// `text`, has none, or when words go on behind one and it is no clause by itself.
[[nodiscard]] std::string with_bracket_clauses(std::string_view text, Cell const& cell,
                                               vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
