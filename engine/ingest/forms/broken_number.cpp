#include "engine/ingest/forms/broken_number.hpp"

#include "grammar/text.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::forms {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

} // namespace

bool is_broken_number(std::string_view text) {
  for (std::size_t at = text.find('\n'); at < text.size(); at = text.find('\n', at + 1)) {
    std::string_view const above = grammar::trim(text.substr(0, at));
    std::string_view below = grammar::trim(text.substr(at));
    if (above.empty() || below.empty() || !is_digit(above.back()) || !is_digit(below.front())) {
      continue;
    }
    while (!below.empty() && is_digit(below.front())) {
      below.remove_prefix(1);
    }
    constexpr std::string_view marks[] = {".", ")", "\xE3\x80\x81", "\xEF\xBC\x89", "\xEF\xBC\x8E"};
    bool const decimal = below.size() > 1 && below.front() == '.' && is_digit(below[1]);
    bool const counts =
        !decimal && std::any_of(std::begin(marks), std::end(marks), [below](std::string_view mark) {
          return below.substr(0, mark.size()) == mark;
        });
    if (!counts) {
      return true;
    }
  }
  return false;
}

} // namespace jixiao::ingest::forms
