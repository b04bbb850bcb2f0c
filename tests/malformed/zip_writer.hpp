#pragma once
// Zip archives made by hand, right and wrong.
#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::test {

struct ZipMember {
  std::string name;
  std::string bytes;          ///< as stored in the archive
  std::uint16_t method = 0;   ///< 0 stored, 8 deflated
  std::uint32_t size = 0;     ///< of the expanded bytes, as declared; 0: that of `bytes`
  std::uint32_t checksum = 0; ///< as declared; 0: that of `bytes`
  bool encrypted = false;
};

/// The archive of `members`: local headers, then the directory.
[[nodiscard]] std::string write_zip(std::vector<ZipMember> const& members);

/// `count` times `byte`, deflated: a thousandth of the size.
[[nodiscard]] std::string deflated_run(char byte, std::uint64_t count);

[[nodiscard]] std::uint32_t crc32(std::string const& bytes);

} // namespace jixiao::test
