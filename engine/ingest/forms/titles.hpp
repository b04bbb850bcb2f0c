#pragma once
// Titles of tables and of reports: the name of the project and the year in them.
#include "engine/ingest/forms/words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jixiao::ingest::forms {

struct Title {
  std::string name; ///< what stands between the year and the ending; may be empty
  std::string year; ///< four digits, or empty
};

/// The title of a table that `text` is; no value when it does not end like one.
[[nodiscard]] std::optional<Title> table_title(std::string_view text, vocabulary::Forms const& forms);
/// The last line of the title of a report about one project; its name stands in front or in the line above.
[[nodiscard]] std::optional<Title> report_title(std::string_view text, vocabulary::Forms const& forms);
/// The year when `text` is nothing but one, perhaps in brackets ("(year 2023)"); else empty.
[[nodiscard]] std::string whole_year(std::string_view text, vocabulary::Forms const& forms);
/// The year of a line that is nothing but a year, or a title; else empty: sentences name the years of many
/// things.
[[nodiscard]] std::string year_of_title(std::string_view text, vocabulary::Forms const& forms);
/// `text` begins with a day: year, month and day.
[[nodiscard]] bool is_date(std::string_view text);
/// The first year in `text` that is not part of a day: four digits, European or Chinese, before the word for
/// year. Empty when there is none.
[[nodiscard]] std::string year_in(std::string_view text, vocabulary::Forms const& forms);

} // namespace jixiao::ingest::forms
