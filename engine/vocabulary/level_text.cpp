#include "engine/vocabulary/level_text.hpp"

#include "grammar/text.hpp"

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
  LevelText result;
  result.whole = result.name = without_number(grammar::trim(text));
  for (std::string_view const close : closing) {
    for (std::string_view const open : opening) {
      std::size_t const at =
          result.whole.ends_with(close) ? result.whole.rfind(open) : std::string_view::npos;
      if (at == std::string_view::npos || at == 0) {
        continue;
      }
      std::size_t const begin = at + open.size();
      result.name = grammar::trim(result.whole.substr(0, at));
      result.bracket = grammar::trim(result.whole.substr(begin, result.whole.size() - close.size() - begin));
      return result;
    }
  }
  return result;
}

} // namespace jixiao::vocabulary
