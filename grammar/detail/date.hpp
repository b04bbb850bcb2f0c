#pragma once
// Dates, deadlines and periods as people write them.
#include "grammar/detail/quantity.hpp"

#include <string>

namespace jixiao::grammar::detail {

enum class Third : std::uint8_t { none, early, middle, late, end };

/// A place or span of the calendar as written; what is not said is 0.
struct PointDraft {
  int year = 0;
  int year_last = 0; ///< 2021-2023
  int quarter = 0;
  int quarter_last = 0;
  int half = 0; ///< 1, 2
  int month = 0;
  int month_last = 0;
  int day = 0;
  Third third = Third::none;
  bool whole_year = false;
  bool year_end = false;
  bool month_assumed = false; ///< the word for month is missing behind its number

  [[nodiscard]] bool found() const {
    return year != 0 || quarter != 0 || half != 0 || month != 0 || day != 0 || whole_year || year_end;
  }
  /// No month and no named part of the year.
  [[nodiscard]] bool year_only() const {
    return quarter == 0 && half == 0 && month == 0 && day == 0 && !year_end;
  }
  /// More than a month, or a month without a day.
  [[nodiscard]] bool is_span() const { return day == 0 && third == Third::none && !year_end; }
};

struct DateDraft {
  RelationDraft before;
  PointDraft first, second;
  Hit edge; ///< before, after
  RelationDraft after;
};

/// A date, a deadline or a period at `at`.
[[nodiscard]] bool read_date(State& state, Cursor& at, Cursor end, DateDraft& date);

/// What a date says, as a CellTree gives it.
struct Calendar {
  CellKind kind = CellKind::date;
  RelationDraft relation;
  std::string from, to;
  bool valid = true;
  bool includes_span = false; ///< a deadline "before" a span was read as its last day
};

[[nodiscard]] Calendar resolve(DateDraft const& date);

} // namespace jixiao::grammar::detail
