#include "engine/ingest/xml_cost.hpp"

#include "engine/ingest/byte_masks.hpp"

#include <algorithm>
#include <bit>
#include <string>

namespace jixiao::ingest {

namespace {
// An element and its text are a node each; sizes of pugixml on 64-bit systems.
constexpr std::uint64_t element_bytes = 128;
constexpr std::uint64_t attribute_bytes = 40;
} // namespace

XmlCost measure_xml(std::string_view text) {
  XmlCost cost;
  std::int64_t depth = 0;
  auto const look = [&](std::size_t at) {
    char const next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (text[at] == '=') {
      cost.bytes += next == '"' || next == '\'' ? attribute_bytes : 0;
    } else if (text[at] == '/') {
      depth -= next == '>' ? 1 : 0;
    } else if (next == '/') {
      --depth;
    } else if (next != '?' && next != '!') {
      cost.bytes += element_bytes;
      ++depth;
      cost.depth = std::max(cost.depth, static_cast<std::uint32_t>(std::max<std::int64_t>(depth, 0)));
    }
  };
  std::size_t at = 0;
  for (; at + mask_width <= text.size(); at += mask_width) {
    for (std::uint64_t mask = mask_of(text.data() + at, '<', '=', '/'); mask != 0; mask &= mask - 1) {
      look(at + static_cast<std::size_t>(std::countr_zero(mask)));
    }
  }
  for (; at < text.size(); ++at) {
    if (text[at] == '<' || text[at] == '=' || text[at] == '/') {
      look(at);
    }
  }
  return cost;
}

} // namespace jixiao::ingest
