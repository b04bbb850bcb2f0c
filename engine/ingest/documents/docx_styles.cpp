#include "engine/ingest/documents/docx_styles.hpp"

#include "engine/ingest/detail/xml.hpp"
#include "engine/ingest/documents/docx_blocks.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace jixiao::ingest::documents::docx {
namespace {

using detail::attribute;
using detail::child;

/// Struck through by hand, or hidden: neither counts for who reads the page.
constexpr std::array<char const*, 4> marks{"vanish", "webHidden", "strike", "dstrike"};
/// Styles that are based on themselves must not keep us in a loop.
constexpr int most_bases = 16;

struct Style {
  std::string base;
  bool left_out = false, kept = false;
};

} // namespace

bool is_left_out(pugi::xml_node properties) {
  return std::any_of(marks.begin(), marks.end(),
                     [properties](char const* mark) { return is_on(child(properties, mark)); });
}

bool is_kept(pugi::xml_node properties) {
  return !is_left_out(properties) && std::any_of(marks.begin(), marks.end(), [properties](char const* mark) {
    return !child(properties, mark).empty();
  });
}

StyleNames styles_left_out(pugi::xml_node root) {
  std::map<std::string, Style, std::less<>> styles;
  for (pugi::xml_node const each : root.children()) {
    if (detail::is(each, "style")) {
      pugi::xml_node const run = child(each, "rPr");
      styles[detail::text_attribute(each, "styleId")] = {
          detail::text_attribute(child(each, "basedOn"), "val"), is_left_out(run), is_kept(run)};
    }
  }
  StyleNames result;
  for (auto const& [name, style] : styles) {
    auto at = styles.find(name);
    for (int i = 0; i < most_bases && at != styles.end() && !at->second.kept; ++i) {
      if (at->second.left_out) {
        result.insert(name);
        break;
      }
      at = styles.find(at->second.base);
    }
  }
  return result;
}

} // namespace jixiao::ingest::documents::docx
