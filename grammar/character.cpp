#include "grammar/detail/character.hpp"

#include <algorithm>
#include <array>

namespace jixiao::grammar::detail {

namespace {

template <std::size_t size>
std::size_t one_of(Cursor at, Cursor end, std::array<std::uint32_t, size> const& characters) {
  if (at == end) {
    return 0;
  }
  bool const found = std::find(characters.begin(), characters.end(), code_point(at)) != characters.end();
  return found ? character_length(at) : 0;
}

struct MarkEntry {
  std::uint32_t code_point;
  MarkKind kind;
};

constexpr std::array<MarkEntry, 48> marks{{
    {'\n', MarkKind::sentence},   {'\r', MarkKind::sentence},   {';', MarkKind::sentence},
    {'!', MarkKind::sentence},    {'?', MarkKind::sentence},    {0x3002, MarkKind::sentence},
    {0xFF1B, MarkKind::sentence}, {0xFF01, MarkKind::sentence}, {0xFF1F, MarkKind::sentence},
    {0xFF61, MarkKind::sentence}, {',', MarkKind::clause},      {0xFF0C, MarkKind::clause},
    {0xFE50, MarkKind::clause},   {0x3001, MarkKind::list},     {0xFF64, MarkKind::list},
    {'(', MarkKind::open},        {')', MarkKind::close},       {0xFF08, MarkKind::open},
    {0xFF09, MarkKind::close},    {'[', MarkKind::open},        {']', MarkKind::close},
    {0xFF3B, MarkKind::open},     {0xFF3D, MarkKind::close},    {'{', MarkKind::open},
    {'}', MarkKind::close},       {0x300A, MarkKind::open},     {0x300B, MarkKind::close},
    {0x3008, MarkKind::open},     {0x3009, MarkKind::close},    {0x3010, MarkKind::open},
    {0x3011, MarkKind::close},    {0x3014, MarkKind::open},     {0x3015, MarkKind::close},
    {0x201C, MarkKind::open},     {0x201D, MarkKind::close},    {0x2018, MarkKind::open},
    {0x2019, MarkKind::close},    {0x300C, MarkKind::open},     {0x300D, MarkKind::close},
    {':', MarkKind::other},       {0xFF1A, MarkKind::other},    {'.', MarkKind::other},
    {0xFF0E, MarkKind::other},    {'"', MarkKind::other},       {'\'', MarkKind::other},
    {0x2026, MarkKind::other},    {0x00B7, MarkKind::other},    {'|', MarkKind::other},
}};

} // namespace

std::size_t tilde_at(Cursor at, Cursor end) {
  // ~, full-width tilde, wave dash, tilde operator
  return one_of(at, end, std::array<std::uint32_t, 4>{'~', 0xFF5E, 0x301C, 0x223C});
}

std::size_t dash_at(Cursor at, Cursor end) {
  if (std::size_t const length = tilde_at(at, end)) {
    return length;
  }
  // hyphens, en and em dashes, horizontal bar, minus sign, box drawing line, full-width and small hyphen
  return one_of(at, end,
                std::array<std::uint32_t, 13>{'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212,
                                              0x2500, 0xFE58, 0xFE63, 0xFF0D, 0xFF3F});
}

std::size_t times_at(Cursor at, Cursor end) {
  return one_of(at, end, std::array<std::uint32_t, 5>{'*', 0x00D7, 0x2715, 0x2A2F, 0xFF0A});
}

MarkHit mark_at(Cursor at, Cursor end) {
  if (at == end) {
    return {};
  }
  std::uint32_t const character = code_point(at);
  if ((character >= 0x3100 && character < 0xFE00) || (character >= '0' && character <= '9')) {
    return {}; // ideographs and digits: most of all text
  }
  auto const* const found = std::find_if(marks.begin(), marks.end(),
                                         [&](MarkEntry const& mark) { return mark.code_point == character; });
  if (found == marks.end()) {
    return {};
  }
  return {found->kind, static_cast<std::uint8_t>(character_length(at)), character};
}

std::uint32_t closer_of(std::uint32_t open) {
  auto const* const found = std::find_if(marks.begin(), marks.end(),
                                         [&](MarkEntry const& mark) { return mark.code_point == open; });
  // An opening mark is always followed by its closing one in the table.
  return found != marks.end() && found->kind == MarkKind::open ? (found + 1)->code_point : 0;
}

} // namespace jixiao::grammar::detail
