#pragma once
// SHA-256 as FIPS 180-4 defines it, for receipts: the digest of a pack and of an input. Not used for secrets.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao::rulepack {

/// Digest of bytes that come in pieces. Memory is constant.
class Sha256 {
public:
  void update(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Call once; the object is used up.
  [[nodiscard]] std::string finish();

private:
  void block(unsigned char const* bytes);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> pending_{}; ///< bytes that do not fill a block yet
  std::size_t pending_size_ = 0;
  std::uint64_t length_ = 0; ///< bytes seen
};

/// Digest of one text.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace jixiao::rulepack
