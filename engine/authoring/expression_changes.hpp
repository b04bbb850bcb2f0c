#pragma once
// What could be changed in one expression of a pack, one thing at a time: comparisons, numbers, connectives,
// operators, ends of intervals.
#include "grammar/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::authoring {

/// What kind of thing a change touches. Its word for people: message "mutant_<name>".
enum class ChangeKind : std::uint8_t {
  comparison, ///< < <= > >= = !=, the words of a band
  number,     ///< one more or less in the last place that is written
  connective, ///< and, or, not
  operation,  ///< + - * /, min, max
  bracket,    ///< an end of an interval
  points,     ///< a point that moves from one level or item to the next
  grade,
  tier,
  limit,
  rounding,
  choice, ///< one of a few words
  order,  ///< which of two rules comes first
};

[[nodiscard]] std::string_view name(ChangeKind kind); ///< "comparison" ...

struct TextChange {
  ChangeKind kind = ChangeKind::number;
  grammar::ByteSpan span; ///< of the text that goes
  std::string before, after;
};

/// Of a share, which is cut to 0 to 1, results are changed only inside these bounds: beyond them nothing
/// would be different.
enum class ExpressionRole : std::uint8_t { condition, share };

/// In the order of the text. None for a text that is no expression.
[[nodiscard]] std::vector<TextChange> expression_changes(std::string_view text, ExpressionRole role);

/// The number as written, `steps` further in its last place; "0.6" and 1 give "0.7". Empty below 0.
[[nodiscard]] std::string stepped(std::string_view digits, int steps);

} // namespace jixiao::authoring
