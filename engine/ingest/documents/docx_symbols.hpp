#pragma once
// Characters of fonts of symbols, whose numbers mean other characters.
#include <cstdint>
#include <string_view>

namespace jixiao::ingest::documents::docx {

/// What character `point` of `font` shows; empty when that is not known.
[[nodiscard]] std::string_view symbol(std::string_view font, std::uint32_t point);

} // namespace jixiao::ingest::documents::docx
