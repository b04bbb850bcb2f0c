#pragma once
// Numbers as people write them: digits of both widths, with separators, and numerals in words or in any mix.
#include "grammar/detail/state.hpp"

#include <string>

namespace jixiao::grammar::detail {

inline constexpr std::size_t most_numeral_words = 64; ///< of one numeral; a longer run is no number

/// Digits with sign, separators, point and exponent. No blank is skipped. False: nothing was taken.
[[nodiscard]] bool read_arabic(State& state, Cursor& at, Cursor end, NumberDraft& number);

/// True when `multiplier` only begins a longer unit (hundred in "percentage point") and does not scale a
/// shorter one (ten thousand yuan).
[[nodiscard]] bool begins_unit(State const& state, Hit const& multiplier, Cursor end);

/// A numeral in words or a mix, at least one word in it. Digits with only scale words behind them are left to
/// `read_arabic`.
[[nodiscard]] bool read_numeral(State& state, Cursor& at, Cursor end, NumberDraft& number);

/// Either of them behind blanks, marked as number.
[[nodiscard]] bool read_number(State& state, Cursor& at, Cursor end, NumberDraft& number);

/// The digits of an accepted number, without sign: `3.6`, `22.50`, `1/3`.
[[nodiscard]] std::string plain_digits(State const& state, NumberDraft const& number);

} // namespace jixiao::grammar::detail
