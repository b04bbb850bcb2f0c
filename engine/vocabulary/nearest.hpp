#pragma once
// "Did you mean": the word of a list that a slip of the fingers, or another custom, is likely to have meant.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::vocabulary {

/// How much of a text may differ: `of` letters in `among` of the longer of the two.
struct Tolerance {
  std::size_t of = 1, among = 3;
};

/// The one of `words` that differs least from `text` and within `tolerance`; empty without one.
[[nodiscard]] std::string nearest(std::string_view text, std::vector<std::string> const& words,
                                  Tolerance tolerance = {});

/// Letters to add, leave out or exchange, and pairs of them that changed places, to make one of the other.
[[nodiscard]] std::size_t letters_apart(std::string_view left, std::string_view right);

/// Letters of a text, however many bytes each has.
[[nodiscard]] std::size_t letters(std::string_view text);

} // namespace jixiao::vocabulary
