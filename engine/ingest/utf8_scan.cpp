#include "engine/ingest/utf8_scan.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>

namespace jixiao::ingest {

namespace {

std::uint8_t byte(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

bool is_continuation(std::uint8_t value) {
  return (value & 0xC0) == 0x80;
}

/// Bytes that a character beginning with `lead` has; 0 when nothing begins so.
std::size_t length_of_lead(std::uint8_t lead) {
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2) {
    return 0;
  }
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

/// True when the second byte keeps the character from being overlong, a surrogate or above U+10FFFF.
bool second_fits(std::uint8_t lead, std::uint8_t second) {
  switch (lead) {
  case 0xE0: return second >= 0xA0;
  case 0xED: return second < 0xA0;
  case 0xF0: return second >= 0x90;
  case 0xF4: return second < 0x90;
  default: return true;
  }
}

/// True when `text` may be the front of a well-formed character, cut off by its end.
bool is_cut_off(std::string_view text) {
  if (text.empty() || text.size() >= length_of_lead(byte(text, 0))) {
    return false;
  }
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_continuation(byte(text, i))) {
      return false;
    }
  }
  return text.size() < 2 || second_fits(byte(text, 0), byte(text, 1));
}

/// Bytes at the end of `text` that may be the front of a character cut off by it.
std::size_t cut_off_at_end(std::string_view text) {
  constexpr std::size_t longest = 3;
  for (std::size_t size = 1; size <= longest && size <= text.size(); ++size) {
    if (is_cut_off(text.substr(text.size() - size))) {
      return size;
    }
  }
  return 0;
}

} // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  std::size_t const length = length_of_lead(byte(text, 0));
  if (length <= 1) {
    return length;
  }
  if (length > text.size() || !second_fits(byte(text, 0), byte(text, 1))) {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte(text, i))) {
      return 0;
    }
  }
  return length;
}

Utf8Scan scan_utf8(std::string_view text) {
  Utf8Scan result;
  std::size_t const whole = text.size() - cut_off_at_end(text);
  if (simdjson::validate_utf8(text.data(), whole)) { // nearly every block of nearly every file
    result.valid = whole;
    result.truncated = whole != text.size();
  } else {
    for (std::size_t length = utf8_length(text.substr(0, 4)); length != 0;) {
      result.valid += length;
      length = utf8_length(text.substr(result.valid, 4));
    }
    result.truncated = is_cut_off(text.substr(result.valid));
  }
  std::string_view const prefix = text.substr(0, result.valid);
  result.multibyte = std::any_of(prefix.begin(), prefix.end(), [](char each) { return (each & 0x80) != 0; });
  result.nul = prefix.find('\0') != std::string_view::npos;
  return result;
}

} // namespace jixiao::ingest
