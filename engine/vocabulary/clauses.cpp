#include "engine/vocabulary/clauses.hpp"

#include <algorithm>

namespace jixiao::vocabulary {

namespace {

bool is_lead(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

} // namespace

std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count != 0 && at < text.size(); --count) {
    ++at;
    while (at < text.size() && !is_lead(text[at])) {
      ++at;
    }
  }
  return at;
}

std::string_view word_at(std::string_view text, std::vector<std::string> const& words) {
  auto const found = std::find_if(words.begin(), words.end(), [&](std::string const& word) {
    return !word.empty() && text.substr(0, word.size()) == word;
  });
  return found == words.end() ? std::string_view() : std::string_view(*found);
}

std::vector<std::string> clauses_of(std::string_view folded) {
  std::vector<std::string> result(1);
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t const length = bytes_of(folded.substr(at), 1);
    std::string_view const character = folded.substr(at, length);
    constexpr std::string_view signs = ",.;:!?()";
    bool const full = character.substr(0, 2) == "\xE3\x80"; // the block of Chinese punctuation
    if (full || (length == 1 && signs.find(character) != std::string_view::npos)) {
      result.emplace_back();
    } else {
      result.back() += character;
    }
    at += length;
  }
  return result;
}

} // namespace jixiao::vocabulary
