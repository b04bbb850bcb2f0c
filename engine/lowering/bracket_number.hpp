#pragma once
// What stands in brackets behind the number of a target and is neither a bound said twice nor a clause of its
// own: its unit, a tolerance, or another bound on the same thing.
#include "engine/lowering/target.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jixiao::lowering {

/// `text` with its unit, which stands alone in brackets behind a number without one, in its place; empty
/// where there is none.
[[nodiscard]] std::string with_bracket_unit(std::string_view text, Cell const& cell,
                                            grammar::CellParser const& parser);

/// The answers that a bracket of the target admits, as its number is written. No value without such a
/// bracket.
[[nodiscard]] std::optional<BracketBound> find_bracket_bound(std::string_view text,
                                                             number::Rational const& value,
                                                             Measure const& measure, Tools const& tools);

} // namespace jixiao::lowering
