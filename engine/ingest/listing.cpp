#include "engine/ingest/listing.hpp"

#include "grammar/text.hpp"

namespace jixiao::ingest {

namespace {
constexpr std::size_t shown_texts = 30;
constexpr std::size_t shown_bytes = 240;
} // namespace

void Listing::add(std::string_view text) {
  ++count_;
  if (shown_ == shown_texts) {
    return;
  }
  text_ += shown_ == 0 ? "" : " | ";
  text_ += shortened(text);
  ++shown_;
}

std::string shortened(std::string_view text) {
  if (!grammar::is_utf8(text)) {
    return shortened(grammar::repair_utf8(text));
  }
  if (text.size() <= shown_bytes) {
    return std::string(text);
  }
  std::size_t end = shown_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return std::string(text.substr(0, end)) + "...";
}

} // namespace jixiao::ingest
