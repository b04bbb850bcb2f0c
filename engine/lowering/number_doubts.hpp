#pragma once
// When two numbers beside each other may not mean what they say.
#include "engine/model/reading.hpp"
#include "engine/number/rational.hpp"

#include <string_view>

namespace jixiao::lowering {

/// Whether the text that was read as one number may be another one, or two: `2.5.3`, a range behind a sign
/// (`>=3-5`), a full-width comma that parts thousands or a list.
[[nodiscard]] bool is_unclear_number(model::Reading const& reading);

/// Both are digits of a date, or one is no month or count of days beside a time of completion.
/// `deadline`: the name asks for a time. Numbers with a unit are not asked about.
[[nodiscard]] bool may_be_dates(number::Rational const& target, number::Rational const& actual,
                                bool deadline);

/// One of two positive numbers is a thousand times the other.
[[nodiscard]] bool are_far_apart(number::Rational const& left, number::Rational const& right);

/// Whether two numbers, in base units, are likelier in another unit: `scale` is what one of the unit counts
/// (10000 for ten thousand visits), and the smaller unit brings them nearer to each other than this one.
/// A number beside a target a thousand times as large is none of its unit, either.
[[nodiscard]] bool may_be_unscaled(number::Rational const& target, number::Rational const& actual,
                                   number::Rational const& scale);

/// Whether a share of one (`fraction`, typed where percentages are) is likelier a hundred times as much:
/// `other` is the percentage beside it, which that brings nearer. 0.12 beside 10 %, not 0.5 beside 5 %.
[[nodiscard]] bool may_be_share(number::Rational const& fraction, number::Rational const& other);

} // namespace jixiao::lowering
