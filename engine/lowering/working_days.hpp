#pragma once
// Working days that are written apart from their number: "within 5 days (working days)".
#include "engine/lowering/cell.hpp"

#include <string>
#include <string_view>

namespace jixiao::lowering {

/// `text` with the unit of working days behind its number, where `cell`, read from it, counts days and says
/// in a bracket or in front of them which days it means; else empty.
[[nodiscard]] std::string with_working_days(std::string_view text, Cell const& cell,
                                            vocabulary::Vocabulary const& vocabulary);

} // namespace jixiao::lowering
