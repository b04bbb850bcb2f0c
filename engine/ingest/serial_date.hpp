#pragma once
#include "engine/ingest/number_format.hpp"
#include "engine/ingest/stored_number.hpp"

#include <optional>
#include <string>

namespace jixiao::ingest {

/// The date or time that a workbook stores as a count of days, as ISO text with the parts that `format`
/// shows: "2023-12-31", "2023-12", "2023-12-31 08:30", "08:30". `from_1904`: the workbook counts from 1904.
/// No value when the number is no date.
[[nodiscard]] std::optional<std::string> serial_date(StoredNumber const& number, NumberFormat const& format,
                                                     bool from_1904);

} // namespace jixiao::ingest
