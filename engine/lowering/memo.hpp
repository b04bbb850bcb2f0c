#pragma once
// What a reader remembers of cells that repeat: a bounded map from a few texts to what they mean. Looking up
// builds no string. What it holds never changes a result, only how fast it comes.
#include "engine/lowering/fingerprint.hpp"
#include "engine/model/short_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::lowering {

template <class Value, std::size_t texts>
class Memo {
public:
  using Key = std::array<std::string_view, texts>;
  using Pointer = std::shared_ptr<Value>;

  /// `capacity` entries are kept; one more forgets all (cheaper than finding the oldest, and rows that repeat
  /// come back at once).
  explicit Memo(std::size_t capacity) : capacity_(capacity), slots_(least_slots) {}

  /// The value of `key`, made by `make()` when it is not remembered; the reference lives until the next call.
  /// Keys with more than `key_bytes` are not kept: long prose does not repeat.
  template <class Make>
  Pointer const& get(Key const& key, Make&& make) {
    std::uint64_t state = 0;
    std::size_t bytes = 0;
    for (std::string_view const text : key) {
      state = mix(state, text);
      bytes += text.size();
    }
    std::uint64_t const hash = detail::fold(state, 0xeb44accab455d165U);
    Slot* const slot = find(hash, key, bytes);
    if (slot->entry != nullptr) {
      return slot->entry->value;
    }
    auto value = std::make_shared<Value>(make());
    if (bytes > key_bytes) {
      return long_one_ = std::move(value);
    }
    return remember(hash, std::make_unique<Entry>(key, std::move(value)));
  }

private:
  static constexpr std::size_t key_bytes = 1024;
  static constexpr std::size_t least_slots = 64; ///< a power of two

  /// Shorter than a Fingerprint, which must be the same everywhere and for ever.
  [[nodiscard]] static std::uint64_t mix(std::uint64_t state, std::string_view text) {
    char const* at = text.data();
    std::size_t const size = text.size();
    if (size < 8) {
      std::uint64_t const all = size == 0 ? 0 : detail::load_tail(at, size);
      return detail::fold(state ^ all ^ 0x8ebc6af09c88c6e3U, 0xa0761d6478bd642fU + size);
    }
    char const* const last = at + size - 8;
    for (; last - at > 8; at += 16) {
      state = detail::fold(state ^ detail::load<8>(at), 0xe7037ed1a0b428dbU ^ detail::load<8>(at + 8));
    }
    std::uint64_t const rest = at < last ? detail::load<8>(at) : 0;
    return detail::fold(state ^ rest ^ 0x589965cc75374cc3U, detail::load<8>(last) ^ (size << 1U | 1U));
  }

  struct Entry {
    Entry(Key const& key, Pointer pointer) : value(std::move(pointer)) {
      for (std::size_t i = 0; i < texts; ++i) {
        text.append(key[i]);
        ends[i] = static_cast<std::uint32_t>(text.size());
      }
    }
    [[nodiscard]] bool holds(Key const& key, std::size_t bytes) const {
      if (text.size() != bytes) {
        return false;
      }
      char const* at = text.data();
      for (std::size_t i = 0; i < texts; ++i) {
        if (at + key[i].size() != text.data() + ends[i] || !model::same_text({at, key[i].size()}, key[i])) {
          return false;
        }
        at += key[i].size();
      }
      return true;
    }

    std::string text; ///< the texts of the key, one after the other
    std::array<std::uint32_t, texts> ends{};
    Pointer value;
  };
  struct Slot {
    std::uint64_t hash = 0; ///< mixed already
    std::unique_ptr<Entry> entry;
  };

  /// The slot that holds `key`, or the free one where it belongs.
  [[nodiscard]] Slot* find(std::uint64_t hash, Key const& key, std::size_t bytes) {
    std::size_t const last = slots_.size() - 1;
    for (std::size_t at = hash & last;; at = (at + 1) & last) {
      Slot& slot = slots_[at];
      if (slot.entry == nullptr || (slot.hash == hash && slot.entry->holds(key, bytes))) {
        return &slot;
      }
    }
  }

  Pointer const& remember(std::uint64_t hash, std::unique_ptr<Entry> entry) {
    if (used_ >= capacity_) {
      for (Slot& slot : slots_) {
        slot.entry.reset();
      }
      used_ = 0;
    }
    if (2 * (used_ + 1) > slots_.size()) {
      std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
      for (Slot& slot : old) {
        if (slot.entry != nullptr) {
          put(slot.hash, std::move(slot.entry));
        }
      }
    }
    ++used_;
    return put(hash, std::move(entry)).entry->value;
  }

  /// Into the first free slot; there always is one, for at least half of them are free.
  Slot& put(std::uint64_t hash, std::unique_ptr<Entry> entry) {
    std::size_t const last = slots_.size() - 1;
    std::size_t at = hash & last;
    while (slots_[at].entry != nullptr) {
      at = (at + 1) & last;
    }
    slots_[at].hash = hash;
    slots_[at].entry = std::move(entry);
    return slots_[at];
  }

  std::size_t capacity_;
  std::size_t used_ = 0;
  Pointer long_one_;
  std::vector<Slot> slots_; ///< open addressing: a hash stands at its place or at the next free one
};

} // namespace jixiao::lowering
