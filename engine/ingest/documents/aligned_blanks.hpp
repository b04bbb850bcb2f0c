#pragma once
// Cells that only runs of blanks keep apart, as extracts of printed tables have them.
#include "engine/model/document.hpp"

#include <string_view>
#include <vector>

namespace jixiao::ingest::documents {

struct TextLine {
  std::uint32_t number = 0; ///< 1-based
  std::string_view text;    ///< without its line break
};

/// The cells of each of `lines`, which follow each other in the file and are not blank. A run of two or more
/// blanks separates cells where a line beside it has one at the same place; elsewhere it is part of the text.
[[nodiscard]] std::vector<model::DocumentLine> split_at_aligned_blanks(std::vector<TextLine> const& lines);

} // namespace jixiao::ingest::documents
