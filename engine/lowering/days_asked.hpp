#pragma once
// When the context makes a number a date, and which days a date with a relation asks for.
#include "engine/lowering/target.hpp"

namespace jixiao::lowering {

/// Why a bare number is read as a date; empty when it is none.
///   month_deadline: 12 beside "time of completion" is December; year_date: 2024 with the unit year.
[[nodiscard]] std::string_view date_reason(number::Rational const& value, Measure const& measure,
                                           vocabulary::NameHints const& hints);

/// The days that such a number means, in `year` (0: not known).
[[nodiscard]] DaySpan days_of_number(number::Rational const& value, std::string_view reason,
                                     std::int32_t year);

/// The days that `days` asks for under `relation`: before 2024 ends with 2023.
[[nodiscard]] DaySpan days_under(DaySpan days, std::optional<model::Relation> relation);

} // namespace jixiao::lowering
