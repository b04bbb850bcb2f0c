#include "engine/configuration/text_position.hpp"

#include <algorithm>

namespace jixiao::configuration {
namespace {

constexpr std::size_t block = 256;

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
}

} // namespace

TextPosition::TextPosition(std::string_view text) : text_(text), lines_{0} {
  counted_.reserve(text.size() / block + 1);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % block == 0) {
      counted_.push_back(characters);
    }
    if (begins_character(text[at])) {
      ++characters;
    }
    if (text[at] == '\n') {
      lines_.push_back(at + 1);
    }
  }
}

std::size_t TextPosition::characters_before(std::size_t offset) const {
  std::size_t const first = offset / block;
  if (first >= counted_.size()) {
    return counted_.empty() ? 0
                            : characters_before(offset - 1) + (begins_character(text_[offset - 1]) ? 1 : 0);
  }
  std::size_t characters = counted_[first];
  for (std::size_t at = first * block; at < offset; ++at) {
    if (begins_character(text_[at])) {
      ++characters;
    }
  }
  return characters;
}

std::size_t TextPosition::line_start(std::size_t line) const {
  return line < lines_.size() ? lines_[line] : text_.size();
}

std::size_t TextPosition::offset(std::size_t line, std::size_t byte_column) const {
  return std::min(line_start(line) + byte_column, text_.size());
}

std::uint32_t TextPosition::column(std::size_t line, std::size_t byte_column) const {
  return static_cast<std::uint32_t>(characters_before(offset(line, byte_column))
                                    - characters_before(line_start(line)) + 1);
}

std::size_t TextPosition::line_of(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), offset) - lines_.begin())
         - 1;
}

} // namespace jixiao::configuration
