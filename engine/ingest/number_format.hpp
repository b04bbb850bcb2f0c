#pragma once
// What a number format says about the meaning of a number: a percentage, a date, a unit behind it, thousands
// instead of ones. How many places it shows is not asked: the value counts, not its picture.
#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::ingest {

struct NumberFormat {
  enum class Kind : std::uint8_t { plain, percent, date };
  Kind kind = Kind::plain;
  // Of a date, what is shown:
  bool year = false, month = false, day = false, time = false;
  bool elapsed = false; ///< hours beyond a day are counted on ("[h]:mm")
  /// Powers of ten that the format takes off the number ("0.0," shows thousands).
  std::int32_t scale = 0;
  bool scale_named = false; ///< `suffix` begins with the scale word of just that power
  // Words that the format puts around a plain number or percentage:
  std::string prefix, suffix;
};

/// The format with this code ("0.0%", "yyyy-mm-dd", `0"km"`).
[[nodiscard]] NumberFormat parse_number_format(std::string_view code);

/// The format with this built-in number; plain for those that are not built in.
[[nodiscard]] NumberFormat builtin_number_format(std::uint32_t id);

} // namespace jixiao::ingest
