#include "engine/lowering/likeness.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <cstddef>

namespace jixiao::lowering {

namespace {

/// Bytes of the character that begins with `lead` in well-formed UTF-8.
std::size_t character_length(char lead) {
  auto const byte = static_cast<unsigned char>(lead);
  return byte < 0x80U ? 1 : byte < 0xe0U ? 2 : byte < 0xf0U ? 3 : 4;
}

std::uint32_t code_of(std::string_view character) {
  std::uint32_t result = 0;
  for (char const c : character) {
    result = (result << 8U) | static_cast<unsigned char>(c);
  }
  return result;
}

/// Signs that carry no words: ASCII ones, general punctuation (U+2000..U+206F), CJK punctuation
/// (U+3000..U+303F).
bool is_punctuation(std::string_view character) {
  if (character.size() == 1) {
    char const c = character[0];
    bool const word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '%';
    return !word;
  }
  return character.substr(0, 2) == "\xe2\x80" || character.substr(0, 2) == "\xe3\x80"
         || character == "\xc2\xb7";
}

/// The share of pairs from which on one text counts as a repetition of the other.
constexpr std::uint32_t nearly_all = 800;

} // namespace

std::string bare_words(std::string_view text) {
  std::string const folded = grammar::fold_width(text);
  std::string result;
  result.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t const length = std::min(character_length(folded[at]), folded.size() - at);
    std::string_view const character = std::string_view(folded).substr(at, length);
    if (grammar::blank_length(character) == 0 && !is_punctuation(character)) {
      result += character;
    }
    at += length;
  }
  return result;
}

std::vector<std::uint64_t> character_pairs(std::string_view text) {
  std::string const words = bare_words(text);
  std::vector<std::uint64_t> result;
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t const length = std::min(character_length(words[at]), words.size() - at);
    std::uint64_t const code = code_of(std::string_view(words).substr(at, length));
    if (before != 0) {
      result.push_back(before << 32U | code);
    }
    before = code;
    at += length;
  }
  if (result.empty() && before != 0) {
    result.push_back(before << 32U);
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::uint32_t share_found(std::vector<std::uint64_t> const& part, std::vector<std::uint64_t> const& whole) {
  if (part.empty()) {
    return 0;
  }
  std::size_t found = 0;
  auto at = whole.begin();
  for (std::uint64_t const pair : part) {
    at = std::lower_bound(at, whole.end(), pair);
    if (at != whole.end() && *at == pair) {
      ++found;
      ++at; // a pair of the whole answers one pair of the part
    }
  }
  return static_cast<std::uint32_t>(found * 1000 / part.size());
}

bool same_words(std::string_view left, std::string_view right) {
  return left == right || bare_words(left) == bare_words(right);
}

bool repeats(std::string_view answer, std::string_view name) {
  std::string const said = bare_words(answer);
  std::string const asked = bare_words(name);
  if (said.empty() || asked.empty()) {
    return false;
  }
  if (said.find(asked) != std::string::npos || asked.find(said) != std::string::npos) {
    return true;
  }
  return share_found(character_pairs(said), character_pairs(asked)) >= nearly_all;
}

} // namespace jixiao::lowering
