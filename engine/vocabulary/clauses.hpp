#pragma once
// Words at a place of a text, and the clauses of a cell. Private to this folder.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::vocabulary {

/// Bytes of the first `count` characters of `text`.
[[nodiscard]] std::size_t bytes_of(std::string_view text, std::size_t count);

/// The longest of `words`, which stand longest first, at the beginning of `text`; empty when there is none.
[[nodiscard]] std::string_view word_at(std::string_view text, std::vector<std::string> const& words);

/// A text without blanks in clauses, without its punctuation.
[[nodiscard]] std::vector<std::string> clauses_of(std::string_view folded);

} // namespace jixiao::vocabulary
