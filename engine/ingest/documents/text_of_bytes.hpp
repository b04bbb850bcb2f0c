#pragma once
#include "engine/ingest/encoding.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace jixiao::ingest::documents {

/// The bytes of a whole text as UTF-8.
struct DecodedText {
  std::string text;
  Encoding encoding = Encoding::utf8; ///< `unknown`: there is no text then
  std::size_t replaced = 0;           ///< places that were no text
};

[[nodiscard]] DecodedText decode_text(std::string_view bytes);

} // namespace jixiao::ingest::documents
