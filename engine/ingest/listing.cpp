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

void Listing::add(Listing const& other) {
  count_ += other.count_;
  if (other.shown_ == 0 || shown_ + other.shown_ > shown_texts) {
    return;
  }
  text_ += (shown_ == 0 ? "" : " | ") + other.text_;
  shown_ += other.shown_;
}

std::string shortened(std::string_view text) {
  bool const cut = text.size() > shown_bytes;
  std::size_t end = cut ? shown_bytes : text.size();
  while (cut && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  std::string_view const front = text.substr(0, end);
  std::string result = grammar::is_utf8(front) ? std::string(front) : grammar::repair_utf8(front);
  if (result.size() > shown_bytes) { // what stands for odd bytes is longer than they are
    return shortened(result);
  }
  return cut ? result + "..." : result;
}

} // namespace jixiao::ingest
