#pragma once
// How alike two texts are. Only used to detect that an answer repeats its question and to pair the parts of
// compound cells: likeness of words never earns points.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::lowering {

/// `text` without blanks and punctuation, full-width letters and digits as ASCII.
[[nodiscard]] std::string bare_words(std::string_view text);

/// The pairs of neighbouring characters of a text, sorted. A text of one character is a pair with nothing.
[[nodiscard]] std::vector<std::uint64_t> character_pairs(std::string_view text);

/// How many of the pairs of `part` occur in `whole`, in thousandths; 0 when `part` has none.
[[nodiscard]] std::uint32_t share_found(std::vector<std::uint64_t> const& part,
                                        std::vector<std::uint64_t> const& whole);

/// Both texts hold the same words in the same order.
[[nodiscard]] bool same_words(std::string_view left, std::string_view right);

/// True when `answer` only says again what `name` says: one holds the other, or nearly all its pairs do.
[[nodiscard]] bool repeats(std::string_view answer, std::string_view name);

} // namespace jixiao::lowering
