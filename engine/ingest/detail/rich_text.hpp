#pragma once
#include "engine/ingest/cell_text.hpp"
#include "engine/ingest/detail/xml.hpp"
#include "grammar/text.hpp"

#include <string>

namespace jixiao::ingest::detail {

struct RichText {
  std::string text;
  std::string struck;   ///< of runs that are struck through: no part of `text`
  bool of_runs = false; ///< each run has a font of its own, whatever the style of the cell
};

/// A property such as `strike` is there and not switched off.
[[nodiscard]] inline bool is_set(pugi::xml_node property) {
  std::string_view const value = attribute(property, "val");
  return property && (value.empty() || is_true(value));
}

[[nodiscard]] inline std::string well_formed(std::string text) {
  text = without_escapes(std::move(text));
  return grammar::is_utf8(text) ? text : grammar::repair_utf8(text);
}

/// The text of an `si` or `is` element: its own, or that of its runs; how it is pronounced is left out.
/// Well-formed UTF-8.
[[nodiscard]] inline RichText rich_text(pugi::xml_node node) {
  RichText result;
  for (pugi::xml_node const each : node.children()) {
    if (is(each, "t")) {
      append_text(each, result.text);
    } else if (is(each, "r")) {
      pugi::xml_node const font = child(each, "rPr");
      result.of_runs = result.of_runs || font;
      append_text(child(each, "t"), is_set(child(font, "strike")) ? result.struck : result.text);
    }
  }
  result.text = well_formed(std::move(result.text));
  result.struck = well_formed(std::move(result.struck));
  return result;
}

} // namespace jixiao::ingest::detail
