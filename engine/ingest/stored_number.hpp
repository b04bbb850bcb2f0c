#pragma once
// Numbers as a workbook stores them: the shortest text of a binary fraction, seventeen digits at worst.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::ingest {

/// 0.`digits` times ten to the power `exponent`. No zero at either end of `digits`; zero has none.
struct StoredNumber {
  bool negative = false;
  std::string digits;
  std::int32_t exponent = 0;
};

/// No value when `text` is no number ("1.5E-3" is one) or beyond what a workbook can hold.
[[nodiscard]] std::optional<StoredNumber> parse_stored_number(std::string_view text);

/// Rounds to the fifteen digits that spreadsheet programs show, half up; true when the value changed.
bool round_to_shown(StoredNumber& number);

/// All digits, no exponent: "-0.0012", "100".
[[nodiscard]] std::string to_plain(StoredNumber const& number);

} // namespace jixiao::ingest
