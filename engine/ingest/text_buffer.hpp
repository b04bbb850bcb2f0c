#pragma once
// A growing stretch of text that is filled at the end and consumed at the front.
#include "engine/ingest/byte_masks.hpp"

#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace jixiao::ingest {

/// Unlike std::string it does not zero what is about to be overwritten, and it keeps `mask_width` bytes of
/// zeros behind its end, so that the text can be scanned in whole masks.
class TextBuffer {
public:
  TextBuffer() { reserve(0); }

  [[nodiscard]] char* data() { return bytes_.get(); }
  [[nodiscard]] char const* data() const { return bytes_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

  /// Room for `count` more bytes behind the end. Moves the text: views into it die.
  [[nodiscard]] std::span<char> room(std::size_t count) {
    reserve(size_ + count);
    return {bytes_.get() + size_, count};
  }
  /// Takes the first `count` bytes of the room as text.
  void commit(std::size_t count) { truncate(size_ + count); }
  /// Ends the text at `size`.
  void truncate(std::size_t size) {
    size_ = size;
    std::memset(bytes_.get() + size_, 0, mask_width);
  }
  void append(std::string_view text) {
    if (!text.empty()) {
      std::memcpy(room(text.size()).data(), text.data(), text.size());
      commit(text.size());
    }
  }
  void drop_front(std::size_t count) {
    std::memmove(bytes_.get(), bytes_.get() + count, size_ - count);
    truncate(size_ - count);
  }

private:
  void reserve(std::size_t size) {
    if (bytes_ && size + mask_width <= capacity_) {
      return;
    }
    std::size_t const capacity = (size + size / 4) + mask_width;
    std::unique_ptr<char[]> bytes(new char[capacity]);
    if (size_ != 0) {
      std::memcpy(bytes.get(), bytes_.get(), size_);
    }
    bytes_ = std::move(bytes);
    capacity_ = capacity;
    std::memset(bytes_.get() + size_, 0, mask_width);
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

} // namespace jixiao::ingest
