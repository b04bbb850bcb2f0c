#include "engine/ingest/documents/odf_text.hpp"

#include "engine/ingest/detail/xml.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace jixiao::ingest::documents::odf {

namespace {

using detail::attribute;
using detail::local_name;

class TextReader {
public:
  TextReader(Text& out, Styles const& styles, std::size_t most_bytes)
      : out_(out), styles_(styles), most_bytes_(most_bytes) {}

  void read(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      if (in_paragraph_) {
        append(node.value());
      }
      return;
    }
    std::string_view const name = local_name(node.name());
    if (name == "p" || name == "h") {
      begin_paragraph();
      read_styled(node);
      in_paragraph_ = false;
    } else if (name == "span") {
      read_styled(node);
    } else if (name == "s") {
      append_blanks(attribute(node, "c"));
    } else if (name == "tab") {
      put("\t");
    } else if (name == "line-break") {
      put("\n");
      after_blank_ = true;
    } else if (name == "annotation") {
      ++out_.comments;
    } else if (name == "table") {
      out_.tables.push_back(node);
    } else if (name != "ruby-text" && name != "note-citation" && name != "tracked-changes"
               && name != "annotation-end" && name != "title" && name != "desc") {
      out_.pictures += name == "image" ? 1 : 0;
      bool const paragraph = in_paragraph_;
      read_children(node);
      in_paragraph_ = paragraph; // a text box inside one ends with its own
    }
  }

private:
  void read_children(pugi::xml_node node) {
    for (pugi::xml_node const each : node.children()) {
      read(each);
    }
  }

  void read_styled(pugi::xml_node node) {
    if (!styles_.leaves_out(attribute(node, "style-name"))) {
      return read_children(node);
    }
    std::string const shown = std::exchange(out_.text, {});
    bool const after_blank = after_blank_;
    read_children(node);
    out_.left_out += std::exchange(out_.text, shown);
    after_blank_ = after_blank;
  }

  void begin_paragraph() {
    out_.text += begun_ ? "\n" : "";
    begun_ = in_paragraph_ = after_blank_ = true;
  }

  /// Line breaks and runs of blanks in the file stand for one blank, at the beginning of a paragraph for
  /// none.
  void append(std::string_view text) {
    for (char const c : text) {
      bool const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank || !after_blank_) {
        out_.text += blank ? ' ' : c;
      }
      after_blank_ = blank;
    }
  }

  void put(std::string_view text) {
    out_.text += text;
    after_blank_ = false;
  }

  void append_blanks(std::string_view count) {
    std::size_t blanks = 1;
    std::from_chars(count.data(), count.data() + count.size(), blanks);
    std::size_t const room = most_bytes_ - std::min(most_bytes_, out_.text.size());
    out_.text.append(std::min(blanks, room), ' ');
    after_blank_ = false;
  }

  Text& out_;
  Styles const& styles_;
  std::size_t most_bytes_;
  bool begun_ = false;
  bool in_paragraph_ = false;
  bool after_blank_ = true;
};

} // namespace

Text read_text(pugi::xml_node parent, Styles const& styles, std::size_t most_bytes) {
  Text result;
  TextReader reader(result, styles, most_bytes);
  std::string_view const name = local_name(parent.name());
  if (name == "p" || name == "h") {
    reader.read(parent);
    return result;
  }
  for (pugi::xml_node const each : parent.children()) {
    reader.read(each);
  }
  return result;
}

} // namespace jixiao::ingest::documents::odf
