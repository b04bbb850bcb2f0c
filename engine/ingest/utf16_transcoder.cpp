#include "engine/ingest/transcoder.hpp"

#include <cassert>

namespace jixiao::ingest {

namespace {

void append_utf8(std::uint32_t character, std::string& out) {
  auto const put = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | character >> 6);
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3F));
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

class Utf16Transcoder final : public Transcoder {
public:
  explicit Utf16Transcoder(bool big_endian) : big_endian_(big_endian) {}

  void append(std::string_view bytes, bool last, std::string& out) override {
    for (char const each : bytes) {
      auto const value = static_cast<std::uint8_t>(each);
      if (!has_half_) {
        half_ = value;
        has_half_ = true;
        continue;
      }
      has_half_ = false;
      unit(big_endian_ ? static_cast<std::uint32_t>(half_ << 8 | value)
                       : static_cast<std::uint32_t>(value << 8 | half_),
           out);
    }
    if (last && (has_half_ || high_ != 0)) {
      replace(out);
    }
  }

private:
  void unit(std::uint32_t value, std::string& out) {
    bool const low = value >= 0xDC00 && value < 0xE000;
    if (high_ != 0 && low) {
      append_utf8(0x10000 + ((high_ - 0xD800) << 10) + (value - 0xDC00), out);
      high_ = 0;
      return;
    }
    if (high_ != 0) {
      replace(out);
      high_ = 0;
    }
    if (low) {
      replace(out);
    } else if (value >= 0xD800 && value < 0xDC00) {
      high_ = value;
    } else {
      append_utf8(value, out);
    }
  }

  bool big_endian_;
  bool has_half_ = false;
  std::uint8_t half_ = 0;  ///< the first byte of a unit, when has_half_
  std::uint32_t high_ = 0; ///< the first unit of a surrogate pair, or 0
};

} // namespace

std::unique_ptr<Transcoder> utf16_transcoder(Encoding encoding) {
  assert(encoding == Encoding::utf16_le || encoding == Encoding::utf16_be);
  return std::make_unique<Utf16Transcoder>(encoding == Encoding::utf16_be);
}

} // namespace jixiao::ingest
