#pragma once
// What a reader remembers of cells that repeat: a bounded map from a few texts to what they mean. Looking up
// builds no string. What it holds never changes a result, only how fast it comes.
#include "engine/lowering/fingerprint.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace jixiao::lowering {

template <class Value, std::size_t texts>
class Memo {
public:
  using Key = std::array<std::string_view, texts>;
  using Pointer = std::shared_ptr<Value>;

  /// `capacity` entries are kept; one more forgets all (cheaper than finding the oldest, and rows that repeat
  /// come back at once).
  explicit Memo(std::size_t capacity) : capacity_(capacity) {}

  /// The value of `key`, made by `make()` when it is not remembered; the reference lives until the next call.
  /// Keys with more than `key_bytes` are not kept: long prose does not repeat.
  template <class Make>
  Pointer const& get(Key const& key, Make&& make) {
    Fingerprint print;
    std::size_t bytes = 0;
    for (std::string_view const text : key) {
      print.add(text);
      bytes += text.size();
    }
    if (bytes > key_bytes) {
      return long_one_ = std::make_shared<Value>(make());
    }
    std::uint64_t const hash = print.value();
    auto const found = entries_.find(hash);
    if (found != entries_.end() && found->second.holds(key)) {
      return found->second.value;
    }
    auto value = std::make_shared<Value>(make());
    if (found == entries_.end() && entries_.size() >= capacity_) {
      entries_.clear();
    }
    return entries_.insert_or_assign(hash, Entry(key, std::move(value))).first->second.value;
  }

private:
  static constexpr std::size_t key_bytes = 1024;

  struct Entry {
    Entry(Key const& key, Pointer pointer) : value(std::move(pointer)) {
      for (std::size_t i = 0; i < texts; ++i) {
        text.append(key[i]);
        ends[i] = static_cast<std::uint32_t>(text.size());
      }
    }
    [[nodiscard]] bool holds(Key const& key) const {
      std::size_t begin = 0;
      for (std::size_t i = 0; i < texts; ++i) {
        if (std::string_view(text).substr(begin, ends[i] - begin) != key[i]) {
          return false;
        }
        begin = ends[i];
      }
      return true;
    }

    std::string text; ///< the texts of the key, one after the other
    std::array<std::uint32_t, texts> ends{};
    Pointer value;
  };
  /// The hash is the key of the map and mixed already.
  struct Same {
    std::size_t operator()(std::uint64_t hash) const { return static_cast<std::size_t>(hash); }
  };

  std::size_t capacity_;
  Pointer long_one_;
  std::unordered_map<std::uint64_t, Entry, Same> entries_;
};

} // namespace jixiao::lowering
