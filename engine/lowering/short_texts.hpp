#pragma once
// What a reader remembers of short texts that stand in rows: as Memo, without a step that depends on how long
// they are. Lengths change from row to row, and a processor that guesses them wrong waits.
#include "engine/model/row_texts.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

namespace jixiao::lowering {

namespace detail {

/// So many bytes of all ones, then as many of zero: read from the right place, they keep a text and no more.
inline constexpr auto kept_bytes = [] {
  std::array<std::uint8_t, 2 * model::PaddedText::readable> result{};
  for (std::size_t i = 0; i < model::PaddedText::readable; ++i) {
    result[i] = 0xFF;
  }
  return result;
}();

} // namespace detail

/// The bytes of some short texts, zeros behind each, and their sizes: equal for equal texts only. `words` is
/// for each text how many words of eight bytes it may fill.
template <std::size_t... words>
class ShortTexts {
public:
  static constexpr std::size_t texts = sizeof...(words);
  using Texts = std::array<model::PaddedText, texts>;

  [[nodiscard]] static bool fits(Texts const& key) {
    bool result = true;
    for (std::size_t i = 0; i < texts; ++i) {
      result &= key[i].size <= word_bytes * widths[i];
    }
    return result;
  }

  /// `key` fits.
  explicit ShortTexts(Texts const& key) {
    std::size_t at = 0;
    std::size_t text = 0;
    (take<words>(key[text++], at), ...);
  }

  [[nodiscard]] std::uint64_t hash() const {
    std::uint64_t sum = words_[0];
    std::uint64_t factor = 0x9E3779B97F4A7C15U;
    for (std::size_t i = 1; i < words_.size(); ++i) {
      sum += words_[i] * factor;
      factor += 0xD6E8FEB86659FD92U; // stays odd
    }
    sum *= factor; // of a product only the highest bits depend on all bits of the factors
    return sum ^ sum >> 32U;
  }

  friend bool operator==(ShortTexts const& left, ShortTexts const& right) {
    std::uint64_t differ = 0;
    for (std::size_t i = 0; i < left.words_.size(); ++i) {
      differ |= left.words_[i] ^ right.words_[i];
    }
    return differ == 0;
  }

private:
  static constexpr std::size_t word_bytes = sizeof(std::uint64_t);
  static constexpr std::array<std::size_t, texts> widths{words...};
  static_assert(texts <= word_bytes && ((words * word_bytes <= model::PaddedText::readable) && ...));

  template <std::size_t width>
  [[gnu::always_inline]] void take(model::PaddedText const& text, std::size_t& at) {
    std::uint64_t kept[width];
    std::memcpy(&words_[at], text.data, sizeof kept);
    std::memcpy(kept, &detail::kept_bytes[model::PaddedText::readable - text.size], sizeof kept);
    for (std::size_t i = 0; i < width; ++i) {
      words_[at++] &= kept[i];
    }
    words_.back() = words_.back() << 8U | text.size;
  }

  std::array<std::uint64_t, (words + ...) + 1> words_{};
};

/// A bounded map from short texts. More than `capacity` forget all.
template <class Value, std::size_t... words>
class ShortTextMemo {
public:
  using Key = ShortTexts<words...>;

  explicit ShortTextMemo(std::size_t capacity) : capacity_(capacity), slots_(least_slots) {}

  /// The value of `key`, made by `make()` when it is not remembered; the reference lives until the next call.
  template <class Make>
  Value& get(Key const& key, Make&& make) {
    std::uint64_t const hash = key.hash();
    Slot& slot = find(hash, key);
    return slot.entry != nullptr ? slot.entry->value : remember(hash, key, make());
  }

private:
  static constexpr std::size_t least_slots = 64; ///< a power of two

  struct Entry {
    Key key;
    Value value;
  };
  struct Slot {
    std::uint64_t hash = 0;
    std::unique_ptr<Entry> entry;
  };

  /// The slot that holds `key`, or the free one where it belongs: at least half of them are free.
  [[nodiscard]] Slot& find(std::uint64_t hash, Key const& key) {
    std::size_t const last = slots_.size() - 1;
    std::size_t at = hash & last;
    while (slots_[at].entry != nullptr && !(slots_[at].hash == hash && slots_[at].entry->key == key)) {
      at = (at + 1) & last;
    }
    return slots_[at];
  }

  Value& remember(std::uint64_t hash, Key const& key, Value value) {
    if (used_ >= capacity_) {
      slots_.clear();
      slots_.resize(least_slots);
      used_ = 0;
    }
    if (2 * (used_ + 1) > slots_.size()) {
      std::vector<Slot> old(2 * slots_.size());
      old.swap(slots_);
      for (Slot& slot : old) {
        if (slot.entry != nullptr) {
          find(slot.hash, slot.entry->key) = std::move(slot);
        }
      }
    }
    ++used_;
    Slot& slot = find(hash, key);
    slot = {hash, std::make_unique<Entry>(Entry{key, std::move(value)})};
    return slot.entry->value;
  }

  std::size_t capacity_;
  std::size_t used_ = 0;
  std::vector<Slot> slots_; ///< open addressing
};

} // namespace jixiao::lowering
