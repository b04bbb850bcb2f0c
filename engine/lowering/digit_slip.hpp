#pragma once
// Numbers that are probably slips of the hand: digits typed twice, a point moved, a fraction where a
// percentage is asked. They are never compared; the row stays open and the question is put.
#include "engine/number/rational.hpp"

#include <cstddef>
#include <string_view>

namespace jixiao::lowering {

/// True when plain digits `written` look like a slip of `meant`: `ratio` times as large or more, and its
/// digits are those of `meant` with some typed twice or with the point moved. Numbers
/// of fewer figures than `least_figures` coincide by chance and never look like it.
[[nodiscard]] bool looks_like_slip(std::string_view written, std::string_view meant,
                                   number::Rational const& ratio, std::size_t least_figures = 4);

/// Whether `large` is `ratio` times `small` or more: the cheap test before looking at digits.
[[nodiscard]] bool far_above(number::Rational const& large, number::Rational const& small,
                             number::Rational const& ratio);

} // namespace jixiao::lowering
