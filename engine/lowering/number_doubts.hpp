#pragma once
// When two numbers beside each other may not mean what they say.
#include "engine/lowering/measure.hpp"
#include "engine/model/reading.hpp"
#include "engine/number/rational.hpp"
#include "engine/vocabulary/number_doubts.hpp"

#include <string_view>

namespace jixiao::lowering {

using vocabulary::NumberDoubts;

/// Whether the text that was read as one number may be another one, or two: `2.5.3`, a range behind a sign
/// (`>=3-5`), a full-width comma that parts thousands or a list.
[[nodiscard]] bool is_unclear_number(model::Reading const& reading);
/// The same of a number that is in the unit `column` where it prints none: a bare 1.200 of what is counted in
/// whole pieces, too.
[[nodiscard]] bool is_unclear_number(model::Reading const& reading, Measure const& column);

/// Digits of a number with a point that may part thousands: 1.200. What they count decides.
[[nodiscard]] bool parts_thousands(std::string_view digits);

/// The unit that a cell prints and nobody knows; empty when there is none.
[[nodiscard]] std::string_view unknown_unit(model::Reading const& reading);

/// Whoever wrote it was not sure.
[[nodiscard]] bool has_question_mark(std::string_view text);

/// Both are digits of a date, or one is no month or count of days beside a time of completion.
/// `deadline`: the name asks for a time. Numbers with a unit are not asked about.
[[nodiscard]] bool may_be_dates(number::Rational const& target, number::Rational const& actual,
                                bool deadline);

/// One of two positive numbers is `ratio` times the other.
[[nodiscard]] bool are_far_apart(number::Rational const& left, number::Rational const& right,
                                 number::Rational const& ratio);

/// Whether two numbers, in base units, are likelier in another unit: `scale` is what one of the unit counts
/// (10000 for ten thousand visits), and the smaller unit brings them nearer to each other than this one.
/// A number beside a target so many times as large (counts_apart) is none of its unit, either. Of times, data
/// and areas the next smaller unit counts: 90 beside 2 hours is likelier in minutes.
[[nodiscard]] bool may_be_unscaled(number::Rational const& target, number::Rational const& actual,
                                   model::Dimension dimension, number::Rational const& scale,
                                   NumberDoubts const& doubts);

/// Whether two scores are likelier out of different wholes: 4.8 beside 90 is one of five, 9.5 one of ten.
[[nodiscard]] bool may_be_other_scale(number::Rational const& target, number::Rational const& actual,
                                      NumberDoubts const& doubts);

/// 0.98 or 1.05: a share of one, typed where percentages are counted.
[[nodiscard]] bool is_fraction(number::Rational const& value, NumberDoubts const& doubts);

/// Two fractions in a column of percentages, both large: 0.97 beside 0.95 is 97 % beside 95 %, or hardly
/// anything.
[[nodiscard]] bool are_shares(number::Rational const& target, number::Rational const& actual,
                              NumberDoubts const& doubts);

/// Whether a share of one (`fraction`, typed where percentages are) is likelier a hundred times as much:
/// `other` is the percentage beside it, which that brings nearer. 0.12 beside 10 %, not 0.5 beside 5 %.
[[nodiscard]] bool may_be_share(number::Rational const& fraction, number::Rational const& other,
                                NumberDoubts const& doubts);

/// The same of a share of one typed where thousandths are: 0.004 beside 5, not 0.5 beside 5.
[[nodiscard]] bool may_be_thousandth(number::Rational const& fraction, number::Rational const& other,
                                     NumberDoubts const& doubts);

} // namespace jixiao::lowering
