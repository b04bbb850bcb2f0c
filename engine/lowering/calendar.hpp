#pragma once
// Dates as cells give them: two ISO texts, the year of which may be unknown (XXXX-12-31).
#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::lowering {

/// A calendar day as the number yyyymmdd; 0 when there is none. The year is 0 when it is not known.
using Day = std::int32_t;

[[nodiscard]] Day make_day(std::int32_t year, std::int32_t month, std::int32_t day);
[[nodiscard]] inline std::int32_t year_of(Day day) {
  return day / 10000;
}
[[nodiscard]] inline std::int32_t month_of(Day day) {
  return day / 100 % 100;
}
[[nodiscard]] Day last_of_month(std::int32_t year, std::int32_t month);

/// Reads `2021-12-31` or `XXXX-12-31`; 0 when it is no date.
[[nodiscard]] Day parse_day(std::string_view iso);
/// `2021-12-31`, or `XXXX-12-31` when the year is not known; empty for 0.
[[nodiscard]] std::string iso_text(Day day);
/// The year that a text begins with (2021, 2021-2022, `2021` and a word); 0 when it begins with none.
[[nodiscard]] std::int32_t leading_year(std::string_view text);

/// A stretch of days; an end that is 0 is not said (for a deadline: everything up to `to`).
struct DaySpan {
  Day from = 0;
  Day to = 0;

  [[nodiscard]] bool empty() const { return from == 0 && to == 0; }
  [[nodiscard]] bool year_known() const;
  friend bool operator==(DaySpan const&, DaySpan const&) = default;
};

[[nodiscard]] DaySpan make_span(std::string_view from, std::string_view to);
/// `span` with `year` where it says none; unchanged when `year` is 0.
[[nodiscard]] DaySpan in_year(DaySpan span, std::int32_t year);
/// True for the 1st of January to the 31st of December of one year, or a deadline on that last day.
[[nodiscard]] bool is_whole_year(DaySpan span);

} // namespace jixiao::lowering
