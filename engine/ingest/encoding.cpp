#include "engine/ingest/encoding.hpp"

#include "engine/ingest/utf8_scan.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace jixiao::ingest {

namespace {

std::uint8_t byte(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

bool between(std::uint8_t value, std::uint8_t low, std::uint8_t high) {
  return low <= value && value <= high;
}

/// Length of the GB18030 character that begins at `at`; 0 when there is none.
std::size_t gb18030_length(std::string_view bytes, std::size_t at) {
  std::uint8_t const first = byte(bytes, at);
  if (first < 0x80) {
    return 1;
  }
  if (!between(first, 0x81, 0xFE) || at + 1 >= bytes.size()) {
    return 0;
  }
  std::uint8_t const second = byte(bytes, at + 1);
  if (between(second, 0x40, 0x7E) || between(second, 0x80, 0xFE)) {
    return 2;
  }
  bool const four = between(second, 0x30, 0x39) && at + 3 < bytes.size()
                    && between(byte(bytes, at + 2), 0x81, 0xFE) && between(byte(bytes, at + 3), 0x30, 0x39);
  return four ? 4 : 0;
}

struct Count {
  std::size_t good = 0; ///< characters beyond ASCII
  std::size_t bad = 0;  ///< bytes that belong to no character
};

template <class Length>
Count count(std::string_view bytes, Length length_at) {
  Count result;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t const length = length_at(at);
    result.good += length > 1 ? 1 : 0;
    // The last bytes may be a character that the end of the stretch cuts off.
    result.bad += length == 0 && bytes.size() - at >= 4 ? 1 : 0;
    at += length == 0 ? 1 : length;
  }
  return result;
}

/// Control characters that no text has: they tell pictures and archives from tables.
bool is_binary(std::string_view bytes) {
  auto const control = [](char c) {
    auto const value = static_cast<std::uint8_t>(c);
    return value < 0x20 && value != '\t' && value != '\n' && value != '\r' && value != 0x0C && value != 0x1A
           && value != 0;
  };
  auto const controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), control));
  return controls * 50 > bytes.size();
}

/// Units of UTF-16 if the byte at `low` (0 or 1) of each were its lower half.
struct UnitCount {
  std::size_t all = 0;
  std::size_t ascii = 0; ///< separators, digits and line ends of a table, and its Latin letters
  std::size_t odd = 0;   ///< NULs and control characters
};

UnitCount count_units(std::string_view bytes, std::size_t low) {
  UnitCount result;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    std::uint8_t const value = byte(bytes, i + low);
    ++result.all;
    if (byte(bytes, i + 1 - low) == 0 && value < 0x80) {
      bool const text = value >= 0x20 || value == '\t' || value == '\n' || value == '\r';
      ++(text ? result.ascii : result.odd);
    }
  }
  return result;
}

bool is_text(UnitCount const& units, UnitCount const& other_way) {
  return units.ascii * 10 > units.all && units.ascii > 10 * (units.odd + other_way.ascii);
}

} // namespace

std::string_view name(Encoding encoding) {
  switch (encoding) {
  case Encoding::utf8: return "UTF-8";
  case Encoding::utf16_le: return "UTF-16LE";
  case Encoding::utf16_be: return "UTF-16BE";
  case Encoding::gb18030: return "GB18030";
  case Encoding::unknown: return "?";
  }
  assert(false);
  return {};
}

Start encoding_of_start(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    return {Encoding::utf8, 3};
  }
  if (bytes.substr(0, 2) == "\xFF\xFE") {
    return {Encoding::utf16_le, 2};
  }
  if (bytes.substr(0, 2) == "\xFE\xFF") {
    return {Encoding::utf16_be, 2};
  }
  Utf8Scan const scan = scan_utf8(bytes);
  if (scan.multibyte && (scan.valid == bytes.size() || scan.truncated)) {
    return {}; // Chinese in UTF-16 does not look like that; these are NULs in a damaged text
  }
  UnitCount const little = count_units(bytes, 0);
  UnitCount const big = count_units(bytes, 1);
  if (is_text(little, big)) {
    return {Encoding::utf16_le, 0};
  }
  if (is_text(big, little)) {
    return {Encoding::utf16_be, 0};
  }
  return {};
}

Encoding encoding_of_odd_bytes(std::string_view bytes) {
  if (is_binary(bytes)) {
    return Encoding::unknown;
  }
  Count const utf8 = count(bytes, [bytes](std::size_t at) { return utf8_length(bytes.substr(at, 4)); });
  if (utf8.good >= 4 * utf8.bad) {
    return Encoding::utf8;
  }
  Count const gb18030 = count(bytes, [bytes](std::size_t at) { return gb18030_length(bytes, at); });
  return gb18030.good >= 50 * gb18030.bad ? Encoding::gb18030 : Encoding::unknown;
}

} // namespace jixiao::ingest
