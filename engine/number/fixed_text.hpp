#pragma once
#include "engine/number/rational.hpp"

namespace jixiao::number {

/// `format_fixed` at the end of a text that is there already.
void append_fixed(std::string& text, Rational const& value, std::int32_t places, Rounding mode);

/// 100 times `value` with exactly `places` decimals and a percent sign: "83.05%".
void append_percent(std::string& text, Rational const& value, std::int32_t places, Rounding mode);

} // namespace jixiao::number
