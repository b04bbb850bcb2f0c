#pragma once
// Copying and comparing the texts of cells: fifty times a row, a few bytes each, where a call of the library
// is longer than the work.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace jixiao::model {

namespace detail {

/// The first and the last `width` bytes; together they are all of at most twice as many.
template <std::size_t width>
inline void copy_ends(char* to, char const* from, std::size_t size) {
  char ends[2 * width];
  std::memcpy(ends, from, width);
  std::memcpy(ends + width, from + size - width, width);
  std::memcpy(to, ends, width);
  std::memcpy(to + size - width, ends + width, width);
}

/// memcpy for the lengths of cells.
inline void copy_text(char* to, char const* from, std::size_t size) {
  if (size > 32) {
    std::memcpy(to, from, size);
  } else if (size >= 16) {
    copy_ends<16>(to, from, size);
  } else if (size >= 8) {
    copy_ends<8>(to, from, size);
  } else if (size >= 4) {
    copy_ends<4>(to, from, size);
  } else if (size >= 2) {
    copy_ends<2>(to, from, size);
  } else if (size == 1) {
    *to = *from;
  }
}

/// Whether the first and the last word of two texts are the same.
template <class Word>
[[nodiscard]] inline bool same_ends(char const* left, char const* right, std::size_t size) {
  Word words[4];
  std::memcpy(&words[0], left, sizeof(Word));
  std::memcpy(&words[1], right, sizeof(Word));
  std::memcpy(&words[2], left + size - sizeof(Word), sizeof(Word));
  std::memcpy(&words[3], right + size - sizeof(Word), sizeof(Word));
  return ((words[0] ^ words[1]) | (words[2] ^ words[3])) == 0;
}

} // namespace detail

/// `left == right`.
[[nodiscard]] inline bool same_text(std::string_view left, std::string_view right) {
  std::size_t const size = left.size();
  if (size != right.size()) {
    return false;
  }
  char const* const a = left.data();
  char const* const b = right.data();
  if (size > 32) {
    return std::memcmp(a, b, size) == 0;
  }
  if (size > 16) {
    return detail::same_ends<std::uint64_t>(a, b, 16)
           && detail::same_ends<std::uint64_t>(a + size - 16, b + size - 16, 16);
  }
  if (size >= 8) {
    return detail::same_ends<std::uint64_t>(a, b, size);
  }
  if (size >= 4) {
    return detail::same_ends<std::uint32_t>(a, b, size);
  }
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

namespace detail {

[[gnu::noinline]] inline void assign_filled(std::string& to, std::string_view from) {
  if (to.size() < from.size()) {
    to.assign(from.data(), from.size());
    return;
  }
  to.resize(from.size()); // never grows here
  copy_text(to.data(), from.data(), from.size());
}

} // namespace detail

/// `to = from`, shorter where `to` holds a text that is no shorter: most texts of a row are as long as those
/// of the row that had the storage before, or blank. `from` must not be part of `to`.
[[gnu::always_inline]] inline void assign_text(std::string& to, std::string_view from) {
  if (from.empty()) {
    to.clear();
  } else {
    detail::assign_filled(to, from);
  }
}

} // namespace jixiao::model
