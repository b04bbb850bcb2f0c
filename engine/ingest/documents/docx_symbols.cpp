#include "engine/ingest/documents/docx_symbols.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::ingest::documents::docx {
namespace {

struct Symbol {
  std::uint32_t number;
  std::string_view text;
};

/// Of the font "Symbol", beside letters, which are Greek there.
constexpr Symbol of_symbol[] = {
    {0xA3, "\xE2\x89\xA4"}, // at most
    {0xA5, "\xE2\x88\x9E"}, // infinity
    {0xB0, "\xC2\xB0"},     // degree
    {0xB1, "\xC2\xB1"},     // plus or minus
    {0xB3, "\xE2\x89\xA5"}, // at least
    {0xB4, "\xC3\x97"},     // times
    {0xB8, "\xC3\xB7"},     // divided by
    {0xB9, "\xE2\x89\xA0"}, // not equal
    {0xBB, "\xE2\x89\x88"}, // about
    {0x2D, "-"},
};
/// Of "Wingdings" and its kin: marks in boxes.
constexpr Symbol of_wingdings[] = {
    {0xA8, "\xE2\x96\xA1"},                         // an empty box
    {0x6F, "\xE2\x96\xA1"}, {0xFB, "\xE2\x9C\x97"}, // a cross
    {0xFC, "\xE2\x9C\x93"},                         // a tick
    {0xFD, "\xE2\x98\x92"},                         // a cross in a box
    {0xFE, "\xE2\x98\x91"},                         // a tick in a box
};
/// Digits and signs that "Symbol" has where every font has them.
constexpr std::string_view same_in_symbol = "0123456789%()+./:;<=>?[]{|}!&,#_";

std::string_view find(Symbol const* begin, Symbol const* end, std::uint32_t number) {
  auto const found = std::find_if(begin, end, [number](Symbol const& each) { return each.number == number; });
  return found == end ? std::string_view() : found->text;
}

} // namespace

std::string_view symbol(std::string_view font, std::uint32_t point) {
  std::uint32_t const number = point >= 0xF000 && point <= 0xF0FF ? point - 0xF000 : point;
  if (font == "Wingdings") {
    return find(std::begin(of_wingdings), std::end(of_wingdings), number);
  }
  if (font != "Symbol") {
    return {};
  }
  std::string_view const own = find(std::begin(of_symbol), std::end(of_symbol), number);
  std::size_t const same =
      number < 0x80 ? same_in_symbol.find(static_cast<char>(number)) : std::string_view::npos;
  return own.empty() && same != std::string_view::npos ? same_in_symbol.substr(same, 1) : own;
}

} // namespace jixiao::ingest::documents::docx
