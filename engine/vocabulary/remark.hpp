#pragma once
// What stands in brackets behind a number: whether its bound counts, or another number that is asked for.
#include "engine/vocabulary/vocabulary.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::vocabulary {

enum class Bound : std::uint8_t { as_written, included, excluded };

struct Remark {
  Bound bound = Bound::as_written;
  std::string says_bound; ///< the remark that says it; empty when none does
  std::string asks;       ///< a remark that asks for a number of its own; empty when none does
};

/// A number as its cell writes it.
struct WrittenNumber {
  std::string_view digits, unit;
};

/// Reads the brackets of `text`, a cell or part that says `number`.
[[nodiscard]] Remark read_remarks(Vocabulary const& vocabulary, std::string_view text,
                                  WrittenNumber const& number);

/// A remark says how far from the number is near enough.
[[nodiscard]] bool says_tolerance(Vocabulary const& vocabulary, std::string_view inner);

/// A remark with a number that asks nothing of its own: last year's, how often, of each, out of how many.
[[nodiscard]] bool explains(Vocabulary const& vocabulary, std::string_view inner);

/// Whether a clause begins with a word such as "of which": its number is a part of the one in front.
[[nodiscard]] bool begins_of_which(Vocabulary const& vocabulary, std::string_view clause);

} // namespace jixiao::vocabulary
