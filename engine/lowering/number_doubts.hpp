#pragma once
// When two numbers beside each other may not mean what they say.
#include "engine/number/rational.hpp"

namespace jixiao::lowering {

/// Both are digits of a date, or one is no month or count of days beside a time of completion.
/// `deadline`: the name asks for a time. Numbers with a unit are not asked about.
[[nodiscard]] bool may_be_dates(number::Rational const& target, number::Rational const& actual,
                                bool deadline);

} // namespace jixiao::lowering
