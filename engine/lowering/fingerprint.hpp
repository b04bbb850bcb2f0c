#pragma once
// A fast stable hash of a few texts: for the memory of a reader and for the digest of a row. It notices that
// a row has changed; it protects against nobody.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>

namespace jixiao::lowering {

namespace detail {

__extension__ typedef unsigned __int128 Wide;

/// Both halves of a 128-bit product, so that every input bit reaches every output bit.
[[nodiscard]] inline std::uint64_t fold(std::uint64_t left, std::uint64_t right) {
  Wide const product = static_cast<Wide>(left) * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// `count` bytes (at most eight), least significant first whatever the machine.
template <std::size_t count>
[[nodiscard]] std::uint64_t load(char const* bytes) {
  if constexpr (std::endian::native == std::endian::little) {
    std::uint64_t result = 0;
    std::memcpy(&result, bytes, count);
    return result;
  }
  std::uint64_t result = 0;
  for (std::size_t i = 0; i < count; ++i) {
    result |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8U * i);
  }
  return result;
}

/// One to seven bytes: overlapping loads say all of them, and the length is in the state already.
[[nodiscard]] inline std::uint64_t load_tail(char const* bytes, std::size_t count) {
  if (count >= 4) {
    return load<4>(bytes) | load<4>(bytes + count - 4) << 32U;
  }
  return load<1>(bytes) | load<1>(bytes + count / 2) << 8U | load<1>(bytes + count - 1) << 16U;
}

} // namespace detail

/// The same on every machine. Texts are told apart by their lengths: ("ab", "c") differs from ("a", "bc").
class Fingerprint {
public:
  Fingerprint& add(std::string_view text);
  Fingerprint& add(std::uint64_t value) {
    state_ = detail::fold(state_ ^ value, 0x2d358dccaa6c78a5U);
    return *this;
  }

  [[nodiscard]] std::uint64_t value() const;
  /// 13 digits and small letters, five bits each.
  [[nodiscard]] std::string text() const;

private:
  std::uint64_t state_ = 0x9e3779b97f4a7c15U;
};

inline Fingerprint& Fingerprint::add(std::string_view text) {
  char const* at = text.data();
  std::size_t left = text.size();
  state_ = detail::fold(state_ ^ 0xa0761d6478bd642fU, static_cast<std::uint64_t>(left) ^ 0xe7037ed1a0b428dbU);
  for (; left >= 8; left -= 8, at += 8) {
    state_ = detail::fold(state_ ^ detail::load<8>(at), 0x8ebc6af09c88c6e3U);
  }
  if (left > 0) {
    state_ = detail::fold(state_ ^ detail::load_tail(at, left), 0x589965cc75374cc3U);
  }
  return *this;
}

inline std::uint64_t Fingerprint::value() const {
  return detail::fold(state_ ^ 0x1d8e4e27c47d124fU, 0xeb44accab455d165U);
}

[[nodiscard]] std::uint64_t fingerprint(std::initializer_list<std::string_view> texts);

} // namespace jixiao::lowering
