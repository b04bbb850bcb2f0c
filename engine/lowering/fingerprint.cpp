#include "engine/lowering/fingerprint.hpp"

#include <bit>
#include <cstddef>
#include <cstring>

namespace jixiao::lowering {

namespace {

__extension__ typedef unsigned __int128 Wide;

/// Both halves of a 128-bit product, so that every input bit reaches every output bit.
std::uint64_t fold(std::uint64_t left, std::uint64_t right) {
  Wide const product = static_cast<Wide>(left) * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// `count` bytes (at most eight), least significant first whatever the machine.
template <std::size_t count>
std::uint64_t load(char const* bytes) {
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
std::uint64_t load_tail(char const* bytes, std::size_t count) {
  if (count >= 4) {
    return load<4>(bytes) | load<4>(bytes + count - 4) << 32U;
  }
  return load<1>(bytes) | load<1>(bytes + count / 2) << 8U | load<1>(bytes + count - 1) << 16U;
}

} // namespace

Fingerprint& Fingerprint::add(std::string_view text) {
  char const* at = text.data();
  std::size_t left = text.size();
  state_ = fold(state_ ^ 0xa0761d6478bd642fU, static_cast<std::uint64_t>(left) ^ 0xe7037ed1a0b428dbU);
  for (; left >= 8; left -= 8, at += 8) {
    state_ = fold(state_ ^ load<8>(at), 0x8ebc6af09c88c6e3U);
  }
  if (left > 0) {
    state_ = fold(state_ ^ load_tail(at, left), 0x589965cc75374cc3U);
  }
  return *this;
}

std::uint64_t Fingerprint::value() const {
  return fold(state_ ^ 0x1d8e4e27c47d124fU, 0xeb44accab455d165U);
}

std::string Fingerprint::text() const {
  constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz"; // no i, l, o, u: they are read aloud
  std::string result(13, '0');
  std::uint64_t rest = value();
  for (std::size_t i = result.size(); i > 0; --i, rest >>= 5U) {
    result[i - 1] = digits[rest & 0x1fU];
  }
  return result;
}

std::uint64_t fingerprint(std::initializer_list<std::string_view> texts) {
  Fingerprint result;
  for (std::string_view const text : texts) {
    result.add(text);
  }
  return result.value();
}

} // namespace jixiao::lowering
