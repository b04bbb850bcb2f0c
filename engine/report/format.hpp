#pragma once
// Numbers and places as reports show them. Display only: nothing here feeds a score.
#include "engine/diagnostic/source_table.hpp"
#include "engine/model/indicator.hpp"
#include "engine/number/interval.hpp"
#include "engine/rulepack/rule_pack.hpp"
#include "engine/vocabulary/messages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::report {

/// "16.67" with the decimals of the pack.
[[nodiscard]] std::string points(number::Rational const& value, rulepack::RulePack const& pack);

/// One number when it is one ("16.67"), else both ends ("60.00~80.00"); an end that is not reached has its
/// sign
/// ("60.00~<80.00").
[[nodiscard]] std::string points(number::Interval const& value, rulepack::RulePack const& pack);

/// Relation, value and unit of the target as printed, in one text: for people, never for reading again.
[[nodiscard]] std::string target_text(model::Indicator const& indicator);

/// The same as a set: "16.67", "[60.00, 80.00)".
[[nodiscard]] std::string points_set(number::Interval const& value, rulepack::RulePack const& pack);

/// "76.09%"
[[nodiscard]] std::string percent(number::Rational const& value);

/// Yuan as "138.00" in units of 10,000 yuan, with all the decimals it has (at least two).
[[nodiscard]] std::string ten_thousands(number::Rational const& yuan);

/// Name of a grade as shown; the id when the pack has none of that id.
[[nodiscard]] std::string grade_name(rulepack::RulePack const& pack, std::string_view id,
                                     vocabulary::Language language);

/// "file [sheet] F12", "file:12" without a column, "file.yaml:12:5" for lines of text; empty when the place
/// names no input.
[[nodiscard]] std::string place_text(diagnostic::Place const& where, diagnostic::SourceTable const& sources);

/// Rules and judgements are lines of text, not cells: an editor finds "base.yaml:50:22".
[[nodiscard]] bool is_lines_of_text(std::string_view file);

/// "A", "Z", "AA" for 1, 26, 27.
[[nodiscard]] std::string column_letters(std::uint32_t column);

/// `2021-12-31` of yyyymmdd; empty for 0.
[[nodiscard]] std::string day_text(std::int32_t day);

} // namespace jixiao::report
