#pragma once
// Codes of the notes that a CellTree carries. Their texts stand in rules/messages/grammar.yaml.
#include <array>
#include <string_view>

namespace jixiao::grammar::notes {

inline constexpr std::string_view cell_not_utf8 = "cell_not_utf8";
inline constexpr std::string_view cell_too_long = "cell_too_long";             ///< {0} bytes {1} limit
inline constexpr std::string_view cell_too_many_parts = "cell_too_many_parts"; ///< {0} limit
inline constexpr std::string_view number_beyond_limits =
    "number_beyond_limits";                                                ///< {0} how the number begins
inline constexpr std::string_view number_indefinite = "number_indefinite"; ///< {0} the words
inline constexpr std::string_view number_negated = "number_negated";       ///< {0} the words
inline constexpr std::string_view numbers_adjacent = "numbers_adjacent";   ///< {0} the numbers
inline constexpr std::string_view unit_unknown = "unit_unknown";           ///< {0} what stands there
inline constexpr std::string_view relation_conflict =
    "relation_conflict"; ///< {0} the words in front {1} behind, or both on one side
inline constexpr std::string_view range_reversed = "range_reversed";         ///< {0} the range
inline constexpr std::string_view date_invalid = "date_invalid";             ///< {0} the date
inline constexpr std::string_view date_month_assumed = "date_month_assumed"; ///< {0} the number
inline constexpr std::string_view deadline_includes_span =
    "deadline_includes_span"; ///< {0} words {1} last day

/// All of them.
inline constexpr std::array<std::string_view, 13> all{
    cell_not_utf8,  cell_too_long,      cell_too_many_parts,   number_beyond_limits, number_indefinite,
    number_negated, numbers_adjacent,   unit_unknown,          relation_conflict,    range_reversed,
    date_invalid,   date_month_assumed, deadline_includes_span};

/// True for the notes that only say how something was read; the others mean that the cell should be put
/// right.
[[nodiscard]] constexpr bool is_info(std::string_view code) {
  return code == deadline_includes_span || code == date_month_assumed;
}

} // namespace jixiao::grammar::notes
