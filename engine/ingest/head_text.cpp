#include "engine/ingest/head_text.hpp"

#include "grammar/text.hpp"

#include <array>
#include <cstddef>

namespace jixiao::ingest {

namespace {

struct Bracket {
  std::string_view open, close;
};

// ASCII, full-width and lenticular brackets, square ones too.
constexpr std::array<Bracket, 5> brackets{{{"(", ")"},
                                           {"\xEF\xBC\x88", "\xEF\xBC\x89"},
                                           {"[", "]"},
                                           {"\xE3\x80\x90", "\xE3\x80\x91"},
                                           {"\xE3\x80\x94", "\xE3\x80\x95"}}};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

} // namespace

std::string_view behind_colon(std::string_view text) {
  constexpr std::string_view wide = "\xEF\xBC\x9A";
  std::size_t const narrow_at = text.rfind(':');
  std::size_t const wide_at = text.rfind(wide);
  if (wide_at != std::string_view::npos && (narrow_at == std::string_view::npos || narrow_at < wide_at)) {
    return text.substr(wide_at + wide.size());
  }
  return narrow_at == std::string_view::npos ? text : text.substr(narrow_at + 1);
}

HeadText split_head(std::string_view text) {
  HeadText result;
  result.whole = grammar::without_blanks(text);
  result.name = result.whole;
  // The closing and the opening bracket are often typed in different widths.
  for (Bracket const& closing : brackets) {
    if (!ends_with(result.whole, closing.close)) {
      continue;
    }
    for (Bracket const& opening : brackets) {
      std::size_t const at = result.whole.rfind(opening.open);
      if (at == std::string::npos || at == 0) {
        continue;
      }
      std::size_t const begin = at + opening.open.size();
      std::size_t const end = result.whole.size() - closing.close.size();
      result.name = result.whole.substr(0, at);
      result.bracket = behind_colon(std::string_view(result.whole).substr(begin, end - begin));
      return result;
    }
  }
  return result;
}

} // namespace jixiao::ingest
