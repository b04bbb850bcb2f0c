#include "engine/ingest/documents/odf_styles.hpp"

#include "engine/ingest/detail/xml.hpp"

namespace jixiao::ingest::documents::odf {

namespace {

using detail::attribute;
using detail::child;
using detail::is;
using detail::local_name;

/// Styles that are their own parents must not keep us in a loop.
constexpr int most_parents = 16;

/// A currency sign does not say in which unit a column counts.
bool is_currency(std::string_view text) {
  for (std::string_view const sign : {"\xC2\xA5", "\xEF\xBF\xA5", "\xE2\x82\xAC", "$"}) {
    if (text.find(sign) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

void add_part(pugi::xml_node part, NumberFormat& format, bool& has_digits) {
  std::string_view const name = local_name(part.name());
  if (name == "number") {
    has_digits = true;
  } else if (name == "text") {
    std::string text;
    detail::append_text(part, text);
    if (text != "%" && !is_currency(text)) {
      (has_digits ? format.suffix : format.prefix) += text;
    }
  } else if (name == "year") {
    format.year = true;
  } else if (name == "month") {
    format.month = true;
  } else if (name == "day") {
    format.day = true;
  } else if (name == "hours" || name == "minutes" || name == "seconds") {
    format.time = true;
  }
}

/// The picture of such a number is not its value, so that words beside it may not fit the value.
bool is_trick(pugi::xml_node style) {
  pugi::xml_node const number = child(style, "number");
  bool const scaled =
      !attribute(number, "display-factor").empty() && attribute(number, "display-factor") != "1";
  return !number || scaled || child(number, "embedded-text");
}

NumberFormat format_of_data_style(pugi::xml_node style, std::string_view kind) {
  NumberFormat format;
  bool has_digits = false;
  for (pugi::xml_node const each : style.children()) {
    add_part(each, format, has_digits);
  }
  if (kind == "date-style" || kind == "time-style") {
    format.kind = NumberFormat::Kind::date;
  } else if (kind == "percentage-style") {
    format.kind = NumberFormat::Kind::percent;
  }
  if (format.kind == NumberFormat::Kind::date || is_trick(style)) {
    format.prefix.clear();
    format.suffix.clear();
  }
  return format;
}

} // namespace

void Styles::add_style(pugi::xml_node node) {
  Style style;
  style.format = attribute(node, "data-style-name");
  style.parent = attribute(node, "parent-style-name");
  style.hidden = attribute(child(node, "table-properties"), "display") == "false";
  pugi::xml_node const text = child(node, "text-properties");
  for (std::string_view const name : {"text-line-through-style", "text-line-through-type"}) {
    if (std::string_view const line = attribute(text, name); !line.empty()) {
      style.struck = line != "none";
    }
  }
  if (attribute(text, "display") == "none") {
    style.struck = true;
  }
  styles_.emplace(attribute(node, "name"), std::move(style));
}

void Styles::add(pugi::xml_node root) {
  for (pugi::xml_node const group : root.children()) {
    if (!is(group, "styles") && !is(group, "automatic-styles")) {
      continue;
    }
    for (pugi::xml_node const each : group.children()) {
      std::string_view const kind = local_name(each.name());
      if (kind == "style") {
        add_style(each);
      } else if (kind == "number-style" || kind == "percentage-style" || kind == "currency-style"
                 || kind == "date-style" || kind == "time-style") {
        formats_.emplace(attribute(each, "name"), format_of_data_style(each, kind));
      }
    }
  }
}

bool Styles::leaves_out(std::string_view style) const {
  for (int i = 0; i < most_parents; ++i) {
    auto const found = styles_.find(style);
    if (found == styles_.end() || found->second.struck) {
      return found != styles_.end() && *found->second.struck;
    }
    style = found->second.parent;
  }
  return false;
}

NumberFormat const& Styles::format_of(std::string_view cell_style) const {
  for (int i = 0; i < most_parents; ++i) {
    auto const style = styles_.find(cell_style);
    if (style == styles_.end()) {
      return plain_;
    }
    if (auto const format = formats_.find(style->second.format); format != formats_.end()) {
      return format->second;
    }
    cell_style = style->second.parent;
  }
  return plain_;
}

bool Styles::hides(std::string_view table_style) const {
  auto const style = styles_.find(table_style);
  return style != styles_.end() && style->second.hidden;
}

} // namespace jixiao::ingest::documents::odf
