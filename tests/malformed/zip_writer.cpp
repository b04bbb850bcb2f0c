#include "tests/malformed/zip_writer.hpp"

namespace jixiao::test {

namespace {

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) {
    out += static_cast<char>(value >> (8 * i) & 0xFF);
  }
}

/// What local header and directory entry have in common.
void put_common(std::string& out, ZipMember const& member) {
  std::uint32_t const size = member.size == 0 ? static_cast<std::uint32_t>(member.bytes.size()) : member.size;
  put(out, 20, 2);
  put(out, member.encrypted ? 1 : 0, 2);
  put(out, member.method, 2);
  put(out, 0, 2);
  put(out, 0x21, 2); // 1980-01-01
  put(out, member.checksum == 0 ? crc32(member.bytes) : member.checksum, 4);
  put(out, static_cast<std::uint32_t>(member.bytes.size()), 4);
  put(out, size, 4);
  put(out, static_cast<std::uint32_t>(member.name.size()), 2);
  put(out, 0, 2);
}

/// Bits of a deflate stream, lowest first.
class BitWriter {
public:
  void bits(std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) {
      bit((value >> i & 1) != 0);
    }
  }
  /// Huffman codes come highest bit first.
  void code(std::uint32_t value, int count) {
    for (int i = count; i-- > 0;) {
      bit((value >> i & 1) != 0);
    }
  }
  std::string finish() {
    while (used_ != 0) {
      bit(false);
    }
    return std::move(out_);
  }

private:
  void bit(bool value) {
    current_ |= static_cast<unsigned>(value) << used_;
    if (++used_ == 8) {
      out_ += static_cast<char>(current_);
      current_ = 0;
      used_ = 0;
    }
  }
  std::string out_;
  unsigned current_ = 0;
  int used_ = 0;
};

} // namespace

std::uint32_t crc32(std::string const& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (char const c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) {
      crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
    }
  }
  return ~crc;
}

std::string deflated_run(char byte, std::uint64_t count) {
  BitWriter out;
  out.bits(1, 1); // the last block
  out.bits(1, 2); // fixed codes
  auto const value = static_cast<unsigned char>(byte);
  out.code(value < 144 ? 0x30u + value : 0x190u + value - 144, value < 144 ? 8 : 9);
  std::uint64_t left = count - 1;
  for (; left >= 258; left -= 258) {
    out.code(0xC5, 8); // a match of 258 bytes
    out.code(0, 5);    // at distance 1
  }
  for (; left > 0; --left) {
    out.code(value < 144 ? 0x30u + value : 0x190u + value - 144, value < 144 ? 8 : 9);
  }
  out.code(0, 7); // the end of the block
  return out.finish();
}

std::string write_zip(std::vector<ZipMember> const& members) {
  std::string out;
  std::string directory;
  for (ZipMember const& member : members) {
    auto const offset = static_cast<std::uint32_t>(out.size());
    out += "PK\x03\x04";
    put_common(out, member);
    out += member.name + member.bytes;
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    put_common(directory, member);
    put(directory, 0, 2 + 2 + 2); // comment, disk, internal attributes
    put(directory, 0, 4);
    put(directory, offset, 4);
    directory += member.name;
  }
  auto const begin = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06";
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(members.size()), 2);
  put(out, static_cast<std::uint32_t>(members.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  return out;
}

} // namespace jixiao::test
