#include "engine/vocabulary/level_text.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::vocabulary {
namespace {

constexpr std::string_view opening[] = {"(", "\xEF\xBC\x88"};
constexpr std::string_view closing[] = {")", "\xEF\xBC\x89"};
constexpr std::string_view behind_number[] = {"\xE3\x80\x81", ".", "\xEF\xBC\x8E"};
/// One to ten.
constexpr std::string_view ideographs[] = {"\xE4\xB8\x80", "\xE4\xBA\x8C", "\xE4\xB8\x89", "\xE5\x9B\x9B",
                                           "\xE4\xBA\x94", "\xE5\x85\xAD", "\xE4\xB8\x83", "\xE5\x85\xAB",
                                           "\xE4\xB9\x9D", "\xE5\x8D\x81"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes the first of `signs` away that `text` begins with.
template <std::size_t N>
bool take(std::string_view& text, std::string_view const (&signs)[N]) {
  for (std::string_view const sign : signs) {
    if (text.starts_with(sign)) {
      text.remove_prefix(sign.size());
      return true;
    }
  }
  return false;
}

bool take_digit(std::string_view& text) {
  if (!text.empty() && is_digit(text.front())) {
    text.remove_prefix(1);
    return true;
  }
  return take(text, ideographs);
}

std::string_view without_number(std::string_view text) {
  std::string_view rest = text;
  bool const bracket = take(rest, opening);
  bool number = false;
  while (take_digit(rest)) {
    number = true;
  }
  bool const ended = bracket ? take(rest, closing) : take(rest, behind_number);
  return number && ended ? grammar::trim(rest) : text;
}

} // namespace

LevelText level_text(std::string_view text) {
  LevelText result{without_number(grammar::trim(text))};
  bool const closed = std::any_of(std::begin(closing), std::end(closing),
                                  [&](std::string_view sign) { return result.name.ends_with(sign); });
  for (std::string_view const sign : opening) {
    std::size_t const at = closed ? result.name.rfind(sign) : std::string_view::npos;
    std::size_t const begin = at == std::string_view::npos ? result.name.size() : at + sign.size();
    if (at != std::string_view::npos && at != 0 && begin < result.name.size()
        && is_digit(result.name[begin])) {
      return {grammar::trim(result.name.substr(0, at)), true};
    }
  }
  return result;
}

} // namespace jixiao::vocabulary
