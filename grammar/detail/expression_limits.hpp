#pragma once
#include "grammar/expression.hpp"

#include <optional>
#include <string_view>

namespace jixiao::grammar::detail {

/// The first breach of `limits` in `text`, found in one pass without recursion: this is what keeps the
/// recursive grammar from being asked to go deeper than the stack allows.
///
/// Depth counts what the grammar recurses into: open brackets, `if` (each opens three places), and a run of
/// prefixes (`not not not x`, `- - - x`).
[[nodiscard]] std::optional<ExpressionError> find_breach(std::string_view text, ExpressionLimits limits);

/// The token that stands at `at`, at most 24 characters: a word, a number, or one sign. Empty at the end.
[[nodiscard]] std::string_view token_at(std::string_view text, std::size_t at);

/// `at` moved over the blanks that the expression grammar skips.
[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t at);

} // namespace jixiao::grammar::detail
