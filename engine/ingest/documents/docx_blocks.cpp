#include "engine/ingest/documents/docx_blocks.hpp"

#include "engine/ingest/detail/xml.hpp"
#include "engine/ingest/documents/docx_symbols.hpp"
#include "grammar/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace jixiao::ingest::documents::docx {

bool is_on(pugi::xml_node property) {
  std::string_view const value = detail::attribute(property, "val");
  return property && value != "0" && value != "false" && value != "off";
}

namespace {

using detail::attribute;
using detail::child;
using detail::local_name;

template <std::size_t N>
bool is_one_of(std::string_view name, std::array<std::string_view, N> const& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 2> deletions{"del", "moveFrom"};
constexpr std::array<std::string_view, 5> wrappers{"sdtContent", "ins", "moveTo", "customXml", "smartTag"};
/// Properties, codes of fields, and how a word is pronounced: they hold nothing that is shown.
constexpr std::array<std::string_view, 8> unshown{"pPr",       "rPr", "sdtPr",   "sdtEndPr",
                                                  "instrText", "rt",  "delText", "delInstrText"};
constexpr std::array<std::string_view, 4> embeddings{"blip", "imagedata", "chart", "relIds"};

/// What a content control asks for while nobody has answered.
bool is_prompt(pugi::xml_node control) {
  return is_on(child(child(control, "sdtPr"), "showingPlcHdr"));
}

/// Writers add the same content once more for old programs.
pugi::xml_node alternative(pugi::xml_node node) {
  pugi::xml_node const choice = child(node, "Choice");
  return choice ? choice : child(node, "Fallback");
}

void append_utf8(std::uint32_t point, std::string& out) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

/// A character of a font of symbols, which has a number of its own. What is not known stays as it is when it
/// is a character of every font; of the others, that something stood there is shown.
void append_symbol(pugi::xml_node node, Counts& counts, std::string& out) {
  constexpr std::string_view unknown_character = "\xEF\xBF\xBD";
  constexpr std::uint32_t first_private = 0xE000, last_private = 0xF8FF;
  std::string_view const font = attribute(node, "font");
  std::string_view const digits = attribute(node, "char");
  std::uint32_t point = 0;
  std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 4), point, 16);
  if (std::string_view const known = symbol(font, point); !known.empty()) {
    out += known;
  } else if (point < first_private || point > last_private) {
    append_utf8(point, out);
  } else {
    out += unknown_character;
    counts.symbols.add(std::string(font) + " " + std::string(digits));
  }
}

class ParagraphReader {
public:
  ParagraphReader(Paragraph& paragraph, Counts& counts, std::string_view style)
      : paragraph_(paragraph), counts_(counts), style_(style) {}

  void read(pugi::xml_node parent) {
    for (pugi::xml_node const each : parent.children()) {
      if (each.type() == pugi::node_element) {
        read_element(each, local_name(each.name()));
      }
    }
  }

private:
  void read_element(pugi::xml_node node, std::string_view name) {
    if (name == "t") {
      detail::append_text(node, paragraph_.text);
    } else if (name == "tab") {
      paragraph_.text += '\t';
    } else if (name == "cr" || (name == "br" && attribute(node, "type").empty())
               || (name == "br" && attribute(node, "type") == "textWrapping")) {
      paragraph_.text += '\n';
    } else if (name == "noBreakHyphen") {
      paragraph_.text += '-';
    } else if (name == "sym") {
      append_symbol(node, counts_, paragraph_.text);
    } else if (is_one_of(name, deletions)) {
      ++counts_.deletions;
    } else if (name == "AlternateContent") {
      read(alternative(node));
    } else if (name == "object") { // with a picture of itself inside
      ++counts_.embedded;
    } else if (name == "sdt" && is_prompt(node)) {
      ++counts_.prompts;
    } else if (name == "txbxContent") {
      ++counts_.text_boxes;
      paragraph_.boxes.push_back(node);
    } else if (!is_one_of(name, unshown)) {
      counts_.embedded += is_one_of(name, embeddings) ? 1 : 0;
      if (name == "r" && is_unshown(node)) {
        return leave_out(node);
      }
      read(node);
    }
  }

  /// By its own properties, else by its style, else by that of the paragraph.
  bool is_unshown(pugi::xml_node run) const {
    pugi::xml_node const properties = child(run, "rPr");
    if (is_left_out(properties) || is_kept(properties)) {
      return is_left_out(properties);
    }
    std::string_view const own = attribute(child(properties, "rStyle"), "val");
    return counts_.styles_left_out.count(own) != 0 || counts_.styles_left_out.count(style_) != 0;
  }

  void leave_out(pugi::xml_node run) {
    Paragraph aside;
    ParagraphReader(aside, counts_, {}).read(run);
    if (!grammar::trim(aside.text).empty()) {
      counts_.left_out.add(grammar::trim(aside.text));
    }
  }

  Paragraph& paragraph_;
  Counts& counts_;
  std::string_view style_; ///< of the paragraph
};

} // namespace

void visit_children(pugi::xml_node parent, Counts& counts, std::function<void(pugi::xml_node)> const& visit) {
  for (pugi::xml_node const each : parent.children()) {
    std::string_view const name = local_name(each.name());
    if (name == "sdt" && is_prompt(each)) {
      ++counts.prompts;
    } else if (name == "sdt" || is_one_of(name, wrappers)) {
      visit_children(each, counts, visit);
    } else if (name == "AlternateContent") {
      visit_children(alternative(each), counts, visit);
    } else if (is_one_of(name, deletions)) {
      ++counts.deletions;
    } else if (each.type() == pugi::node_element) {
      visit(each);
    }
  }
}

Paragraph read_paragraph(pugi::xml_node paragraph, Counts& counts) {
  Paragraph result;
  std::string_view const style = attribute(child(child(paragraph, "pPr"), "pStyle"), "val");
  ParagraphReader(result, counts, style).read(paragraph);
  return result;
}

} // namespace jixiao::ingest::documents::docx
