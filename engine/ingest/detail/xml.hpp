#pragma once
// What the parts of a workbook have in common as XML. Included by .cpp files only: pugixml stays inside.
// Names are compared without their prefix, which is the writer's choice.
#include "grammar/text.hpp"

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace jixiao::ingest::detail {

[[nodiscard]] inline std::string_view local_name(char const* name) {
  std::string_view const text = name;
  std::size_t const colon = text.find(':');
  return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

[[nodiscard]] inline bool is(pugi::xml_node node, std::string_view name) {
  return local_name(node.name()) == name;
}

[[nodiscard]] inline pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  for (pugi::xml_node const each : parent.children()) {
    if (is(each, name)) {
      return each;
    }
  }
  return {};
}

/// The value of an attribute; empty when there is none. `name` is local: "id" finds `r:id`.
[[nodiscard]] inline std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_attribute const each : node.attributes()) {
    if (local_name(each.name()) == name) {
      return each.value();
    }
  }
  return {};
}

/// The same as well-formed UTF-8, which a damaged file need not hold.
[[nodiscard]] inline std::string text_attribute(pugi::xml_node node, std::string_view name) {
  std::string_view const value = attribute(node, name);
  return grammar::is_utf8(value) ? std::string(value) : grammar::repair_utf8(value);
}

[[nodiscard]] inline bool is_true(std::string_view value) {
  return value == "1" || value == "true";
}

/// Appends the text that stands directly in `node`.
inline void append_text(pugi::xml_node node, std::string& out) {
  for (pugi::xml_node const each : node.children()) {
    if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) {
      out += each.value();
    }
  }
}

/// Parses `bytes` in place: they must outlive `document` and are not text any more afterwards.
[[nodiscard]] inline bool parse(std::string& bytes, pugi::xml_document& document) {
  constexpr unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol
                               | pugi::parse_wconv_attribute | pugi::parse_ws_pcdata_single;
  return static_cast<bool>(document.load_buffer_inplace(bytes.data(), bytes.size(), options));
}

} // namespace jixiao::ingest::detail
