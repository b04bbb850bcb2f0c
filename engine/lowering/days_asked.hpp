#pragma once
// When the context makes a number a date, and which days a date with a relation asks for.
#include "engine/lowering/target.hpp"

namespace jixiao::lowering {

/// The reason of a date that is typed without its words.
inline constexpr std::string_view digits_date = "digits_date";

/// The day or month that the digits of a date say: 20231231, 202312, 2023.12. Empty when they are none.
[[nodiscard]] DaySpan days_in_digits(number::Rational const& value);
/// As many as 20231231 has. Cheap: nearly all numbers have fewer.
[[nodiscard]] bool is_eight_digits(number::Rational const& value);
/// 2023.1 is January, or October less a zero that the spreadsheet dropped: the days reach over both.
[[nodiscard]] bool is_unclear_month(number::Rational const& value);

/// Why a bare number is read as a date; empty when it is none.
///   digits_date: 20231231, 202312 and 2023.12 beside it, as days_in_digits() reads them;
///   month_deadline: 12 beside "time of completion" is December; year_date: 2024 with the unit year.
[[nodiscard]] std::string_view date_reason(number::Rational const& value, Measure const& measure,
                                           vocabulary::NameHints const& hints);

/// A unit that is a word of dates: "6" of it may be a month or day, or a count of them.
[[nodiscard]] bool is_date_unit(std::string_view unit, vocabulary::Vocabulary const& vocabulary);

/// The days that such a number means, in `year` (0: not known).
[[nodiscard]] DaySpan days_of_number(number::Rational const& value, std::string_view reason,
                                     std::int32_t year);

/// The days that `days` asks for under `relation`: before 2024 ends with 2023.
[[nodiscard]] DaySpan days_under(DaySpan days, std::optional<model::Relation> relation);

} // namespace jixiao::lowering
