#pragma once
#include "engine/ingest/cell_text.hpp"
#include "engine/ingest/detail/xml.hpp"
#include "grammar/text.hpp"

#include <string>

namespace jixiao::ingest::detail {

/// The text of an `si` or `is` element: its own, or that of its runs; how it is pronounced is left out.
/// Well-formed UTF-8.
[[nodiscard]] inline std::string rich_text(pugi::xml_node node) {
  std::string text;
  for (pugi::xml_node const each : node.children()) {
    if (is(each, "t")) {
      append_text(each, text);
    } else if (is(each, "r")) {
      append_text(child(each, "t"), text);
    }
  }
  text = without_escapes(std::move(text));
  return grammar::is_utf8(text) ? text : grammar::repair_utf8(text);
}

} // namespace jixiao::ingest::detail
