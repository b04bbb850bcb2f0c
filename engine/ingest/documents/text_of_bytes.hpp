#pragma once
#include "engine/ingest/byte_source.hpp"
#include "engine/ingest/encoding.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace jixiao::ingest::documents {

/// Bytes that stand in memory.
class ViewSource final : public ByteSource {
public:
  explicit ViewSource(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override {
    std::size_t const count = std::min(buffer.size(), bytes_.size());
    std::copy_n(bytes_.data(), count, buffer.data());
    bytes_.remove_prefix(count);
    return count;
  }

private:
  std::string_view bytes_;
};

/// The bytes of a whole text as UTF-8.
struct DecodedText {
  std::string text;
  Encoding encoding = Encoding::utf8; ///< `unknown`: there is no text then
  std::size_t replaced = 0;           ///< places that were no text
};

[[nodiscard]] DecodedText decode_text(std::string_view bytes);

} // namespace jixiao::ingest::documents
