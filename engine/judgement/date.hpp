#pragma once
#include <string_view>

namespace jixiao::judgement {

/// True for a day of the calendar written as 2024-01-15.
[[nodiscard]] bool is_date(std::string_view text);

} // namespace jixiao::judgement
